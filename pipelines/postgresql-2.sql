-- What PostgreSQL has beside the tables of tables-2.sql: what postgresql-1.sql gave to those that
-- were made anew, and where their numbers go on.

-- Full-text search: select … from items where search @@ websearch_to_tsquery ('english',
-- 'neglect'). Words are compared by their stems; title, resolutions and text weigh in this
-- order. A tsvector holds a megabyte at most, so very long texts are cut.
alter table items add column search tsvector generated always as (
  setweight (to_tsvector ('english', left (title, 1000)), 'A')
  || setweight (to_tsvector ('english', left (resolved, 50000)), 'B')
  || setweight (to_tsvector ('english', left (text, 150000)), 'C')) stored;
create index items_by_word on items using gin (search);
comment on column items.search is
  'stems of title (A), resolved (B) and text (C), for the operator @@';

select setval (pg_get_serial_sequence ('meetings', 'id'),
  (select coalesce (max (id), 0) + 1 from meetings), false);
select setval (pg_get_serial_sequence ('items', 'id'),
  (select coalesce (max (id), 0) + 1 from items), false);

comment on view evidence is
  'the words that show a tag or a match, of both kinds: one of concept and recommendation is null';
comment on view recommendation_history is
  'what became of each recommendation: a row for each item that took it up, by date';
comment on view recommendation_standing is
  'how often each recommendation was taken up, and when last';
comment on view never_discussed is
  'recommendations that no meeting discussed or decided on, as far as loaded';
comment on view items_by_concept is
  'which items took up a concept, in time, with the first words that show it';
