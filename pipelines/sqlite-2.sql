-- What SQLite has beside the tables of tables-2.sql: the full-text index of sqlite-1.sql, of the
-- items that were made anew.

drop table items_search;
create virtual table items_search using fts5 (
  title, text, resolved,
  content="items", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
-- Pages as large as the file's, and memory for all the words of a transaction: each then makes
-- one piece of the index, and 16 pieces are joined into one.
insert into items_search (items_search, rank) values ('pgsz', 8050);
insert into items_search (items_search, rank) values ('hashsize', 67108864);
insert into items_search (items_search, rank) values ('automerge', 0);
insert into items_search (items_search) values ('rebuild');

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
