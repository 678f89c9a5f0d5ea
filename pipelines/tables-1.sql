-- Version 1 of the tables, in SQLite and in PostgreSQL. A later version is a file of its own,
-- tables-2.sql, which changes what this one made; it is never changed itself once released.
-- What only one of the two has is in sqlite-1.sql and postgresql-1.sql, which come after; two
-- turns of SQLite's are put into PostgreSQL's words by pipelines/database.c.
--
-- Identifiers are those of the records. A date is a day (YYYY-MM-DD); where its source says
-- only the month or year it is the first day of that, and the column beside it,
-- NAME_precision, says so. What a column means is in
-- the table columns_explained, in PostgreSQL in the comments (\d+).

create table documents (
  document text not null primary key,
  source text not null,
  media_type text,
  bytes bigint,
  pages integer,
  title text,
  producer text,
  text_layer text,
  made_with text not null
);

create table warnings (
  document text not null references documents on delete cascade,
  position integer not null,
  warning text not null,
  primary key (document, position)
) without rowid;

create table meetings (
  meeting text not null primary key,
  document text not null references documents on delete cascade,
  position integer not null,
  kind text not null,
  status text,
  council text,
  body text,
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  time text,
  venue text,
  chair text,
  page_start integer,
  page_end integer,
  unique (document, position)
);
create index meetings_by_council on meetings (council, date);
create index meetings_by_date on meetings (date);

create table attendance (
  meeting text not null references meetings on delete cascade,
  attendance text not null check (attendance in ('present', 'apologies', 'in_attendance')),
  position integer not null,
  name text not null,
  role text,
  primary key (meeting, attendance, position)
) without rowid;
create index attendance_by_name on attendance (name);

-- id is the database's own, for the full-text index of SQLite.
create table items (
  id integer primary key,
  item text not null unique,
  meeting text not null references meetings on delete cascade,
  position integer not null,
  number text not null,
  agenda_number text,
  title text not null,
  text text not null,
  resolved text not null,
  page_start integer,
  page_end integer,
  truncated boolean not null,
  unique (meeting, position)
);

create table resolutions (
  item text not null references items (item) on delete cascade,
  position integer not null,
  number text not null,
  kind text not null,
  verb text,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  page integer,
  primary key (item, position)
) without rowid;

create table votes (
  item text not null references items (item) on delete cascade,
  position integer not null,
  result text not null check (result in ('carried', 'lost')),
  votes_for integer,
  votes_against integer,
  abstained integer,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item, position)
) without rowid;

create table actions (
  item text not null references items (item) on delete cascade,
  position integer not null,
  owner text,
  due text,
  due_date date,
  due_date_precision text check (due_date_precision in ('day', 'month', 'year')),
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item, position)
) without rowid;

create table item_references (
  item text not null references items (item) on delete cascade,
  position integer not null,
  minute text,
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item, position)
) without rowid;

create table item_inspections (
  item text not null references items (item) on delete cascade,
  position integer not null,
  framework text,
  kind text,
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  published date,
  published_precision text check (published_precision in ('day', 'month', 'year')),
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item, position)
) without rowid;

create table item_judgements (
  item text not null,
  inspection_position integer not null,
  position integer not null,
  judgement text not null,
  grade text not null,
  primary key (item, inspection_position, position),
  foreign key (item, inspection_position) references item_inspections on delete cascade
) without rowid;

create table inspections (
  inspection text not null primary key,
  document text not null references documents on delete cascade,
  council text,
  urn text,
  framework text,
  kind text,
  start_date date,
  start_date_precision text check (start_date_precision in ('day', 'month', 'year')),
  end_date date,
  end_date_precision text check (end_date_precision in ('day', 'month', 'year')),
  published date,
  published_precision text check (published_precision in ('day', 'month', 'year'))
);
create index inspections_by_document on inspections (document);
create index inspections_by_council on inspections (council);

create table judgements (
  inspection text not null references inspections on delete cascade,
  position integer not null,
  judgement text not null,
  grade text not null,
  primary key (inspection, position)
) without rowid;

create table recommendations (
  recommendation text not null primary key,
  inspection text not null references inspections on delete cascade,
  number integer not null,
  text text not null,
  section text,
  heading text,
  reference text,
  footnote text,
  page integer,
  x0 double precision,
  y0 double precision,
  x1 double precision,
  y1 double precision,
  unique (inspection, number)
);

create table recommendation_concepts (
  recommendation text not null references recommendations on delete cascade,
  concept text not null,
  score double precision not null,
  primary key (recommendation, concept)
) without rowid;
create index recommendation_concepts_by_concept on recommendation_concepts (concept);

create table tags (
  item text not null references items (item) on delete cascade,
  concept text not null,
  position integer not null,
  label text not null,
  theme text,
  score double precision not null,
  mode text not null check (mode in ('listed', 'discussed', 'decided')),
  reason text,
  primary key (item, concept)
) without rowid;
create index tags_by_concept on tags (concept, mode);

create table tag_evidence (
  item text not null,
  concept text not null,
  position integer not null,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  page integer,
  x0 double precision,
  y0 double precision,
  x1 double precision,
  y1 double precision,
  primary key (item, concept, position),
  foreign key (item, concept) references tags on delete cascade
) without rowid;

-- The recommendation is no foreign key: its inspection's report may be loaded later or not
-- at all.
create table matches (
  item text not null references items (item) on delete cascade,
  recommendation text not null,
  position integer not null,
  exact_text text not null,
  score double precision not null,
  mode text not null check (mode in ('listed', 'discussed', 'decided')),
  primary key (item, recommendation)
) without rowid;
create index matches_by_recommendation on matches (recommendation, mode);

create table match_evidence (
  item text not null,
  recommendation text not null,
  position integer not null,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  page integer,
  x0 double precision,
  y0 double precision,
  x1 double precision,
  y1 double precision,
  primary key (item, recommendation, position),
  foreign key (item, recommendation) references matches on delete cascade
) without rowid;

create table failures (
  source text not null primary key,
  document text,
  stage text not null,
  reason text not null,
  detail text not null,
  made_with text
) without rowid;
create index failures_by_document on failures (document);

-- The words that show a tag or a match, of both kinds: one of concept and recommendation is
-- null.
create view evidence as
select item, concept, null as recommendation, position, exact, start_offset, end_offset, page,
  x0, y0, x1, y1
from tag_evidence
union all
select item, null, recommendation, position, exact, start_offset, end_offset, page,
  x0, y0, x1, y1
from match_evidence;

-- What became of each recommendation: a row for each item that took it up, by date, and one
-- with nulls where none did. since: the day from which it stands.
create view recommendation_history as
select r.recommendation, r.inspection, n.council, r.number, r.text,
  coalesce (n.published, n.end_date) as since,
  m.date, m.date_precision, m.body, i.number as item_number, i.title, x.mode, x.score,
  i.resolved, i.page_start, d.source, x.item
from recommendations r
join inspections n on n.inspection = r.inspection
left join matches x on x.recommendation = r.recommendation
left join items i on i.item = x.item
left join meetings m on m.meeting = i.meeting
left join documents d on d.document = m.document
order by n.council, since, r.inspection, r.number, m.date is null, m.date, x.item;

-- How often each recommendation was taken up, and when last.
create view recommendation_standing as
select recommendation, inspection, council, number, text, since,
  count (case mode when 'listed' then 1 end) as listed,
  count (case mode when 'discussed' then 1 end) as discussed,
  count (case mode when 'decided' then 1 end) as decided,
  max (case when mode in ('discussed', 'decided') then date end) as last_discussed
from recommendation_history
group by recommendation, inspection, council, number, text, since
order by council, since, inspection, number;

-- Recommendations that no meeting discussed or decided on, as far as loaded. One that is
-- only named in a list is among them.
create view never_discussed as
select recommendation, inspection, council, number, text, since, listed
from recommendation_standing
where discussed = 0 and decided = 0
order by council, since, inspection, number;

-- Which items took up a concept, in time, with the first words that show it.
create view items_by_concept as
select t.concept, t.label, t.theme, m.council, m.body, m.date, m.date_precision,
  i.number as item_number, i.title, t.mode, t.score, e.exact, e.page, d.source, t.item
from tags t
join items i on i.item = t.item
join meetings m on m.meeting = i.meeting
join documents d on d.document = m.document
left join tag_evidence e on e.item = t.item and e.concept = t.concept and e.position = 1
order by t.concept, m.date is null, m.date, t.item;
