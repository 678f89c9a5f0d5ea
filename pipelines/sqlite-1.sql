-- What SQLite has beside the tables of tables-1.sql.

create table columns_explained (
  table_name text not null,
  position integer not null,
  column_name text not null,
  meaning text not null,
  primary key (table_name, position)
) without rowid;

-- Full-text search: select … from items_search join items on items.id = items_search.rowid
-- where items_search match 'neglect' order by rank. Words are compared by their stems. Datasette
-- and sqlite-utils find the index by content="items", written so.
create virtual table items_search using fts5 (
  title, text, resolved,
  content="items", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
-- Who inserts into items inserts into items_search too: a trigger would make SQLite write the
-- index out at every item.
create trigger items_removed after delete on items begin
  insert into items_search (items_search, rowid, title, text, resolved)
  values ('delete', old.id, old.title, old.text, old.resolved);
end;
create trigger items_changed after update of id, title, text, resolved on items begin
  insert into items_search (items_search, rowid, title, text, resolved)
  values ('delete', old.id, old.title, old.text, old.resolved);
  insert into items_search (rowid, title, text, resolved)
  values (new.id, new.title, new.text, new.resolved);
end;
