-- Version 2 of the tables: what belongs to a meeting or to an item refers to it by a number of
-- the database's own, id, and the identifiers of the records, which are 70 letters long and more,
-- stand once. The tables are made anew, with the rows that they have.

drop view items_by_concept;
drop view never_discussed;
drop view recommendation_standing;
drop view recommendation_history;
drop view evidence;

create temporary table old_meetings as
select row_number () over (order by document, position) as id, m.* from meetings m;
create temporary table old_items as
select i.*, m.id as meeting_id from items i join old_meetings m on m.meeting = i.meeting;
create temporary table old_attendance as
select o.id as meeting_id, c.* from attendance c join old_meetings o on o.meeting = c.meeting;
create temporary table old_resolutions as
select o.id as item_id, c.* from resolutions c join old_items o on o.item = c.item;
create temporary table old_votes as
select o.id as item_id, c.* from votes c join old_items o on o.item = c.item;
create temporary table old_actions as
select o.id as item_id, c.* from actions c join old_items o on o.item = c.item;
create temporary table old_item_references as
select o.id as item_id, c.* from item_references c join old_items o on o.item = c.item;
create temporary table old_item_inspections as
select o.id as item_id, c.* from item_inspections c join old_items o on o.item = c.item;
create temporary table old_item_judgements as
select o.id as item_id, c.* from item_judgements c join old_items o on o.item = c.item;
create temporary table old_tags as
select o.id as item_id, c.* from tags c join old_items o on o.item = c.item;
create temporary table old_tag_evidence as
select o.id as item_id, c.* from tag_evidence c join old_items o on o.item = c.item;
create temporary table old_matches as
select o.id as item_id, c.* from matches c join old_items o on o.item = c.item;
create temporary table old_match_evidence as
select o.id as item_id, c.* from match_evidence c join old_items o on o.item = c.item;

drop table match_evidence;
drop table matches;
drop table tag_evidence;
drop table tags;
drop table item_judgements;
drop table item_inspections;
drop table item_references;
drop table actions;
drop table votes;
drop table resolutions;
drop table items;
drop table attendance;
drop table meetings;

create table meetings (
  id integer primary key,
  meeting text not null unique,
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
  meeting_id bigint not null references meetings on delete cascade,
  attendance text not null check (attendance in ('present', 'apologies', 'in_attendance')),
  position integer not null,
  name text not null,
  role text,
  primary key (meeting_id, attendance, position)
) without rowid;
create index attendance_by_name on attendance (name);

create table items (
  id integer primary key,
  item text not null unique,
  meeting_id bigint not null references meetings on delete cascade,
  position integer not null,
  number text not null,
  agenda_number text,
  title text not null,
  text text not null,
  resolved text not null,
  page_start integer,
  page_end integer,
  truncated boolean not null,
  unique (meeting_id, position)
);

create table resolutions (
  item_id bigint not null references items on delete cascade,
  position integer not null,
  number text not null,
  kind text not null,
  verb text,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  page integer,
  primary key (item_id, position)
) without rowid;

create table votes (
  item_id bigint not null references items on delete cascade,
  position integer not null,
  result text not null check (result in ('carried', 'lost')),
  votes_for integer,
  votes_against integer,
  abstained integer,
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item_id, position)
) without rowid;

create table actions (
  item_id bigint not null references items on delete cascade,
  position integer not null,
  owner text,
  due text,
  due_date date,
  due_date_precision text check (due_date_precision in ('day', 'month', 'year')),
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item_id, position)
) without rowid;

create table item_references (
  item_id bigint not null references items on delete cascade,
  position integer not null,
  minute text,
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  exact text not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (item_id, position)
) without rowid;

create table item_inspections (
  item_id bigint not null references items on delete cascade,
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
  primary key (item_id, position)
) without rowid;

create table item_judgements (
  item_id bigint not null,
  inspection_position integer not null,
  position integer not null,
  judgement text not null,
  grade text not null,
  primary key (item_id, inspection_position, position),
  foreign key (item_id, inspection_position) references item_inspections on delete cascade
) without rowid;

create table tags (
  item_id bigint not null references items on delete cascade,
  concept text not null,
  position integer not null,
  label text not null,
  theme text,
  score double precision not null,
  mode text not null check (mode in ('listed', 'discussed', 'decided')),
  reason text,
  primary key (item_id, concept)
) without rowid;
create index tags_by_concept on tags (concept, mode);

create table tag_evidence (
  item_id bigint not null,
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
  primary key (item_id, concept, position),
  foreign key (item_id, concept) references tags on delete cascade
) without rowid;

create table matches (
  item_id bigint not null references items on delete cascade,
  recommendation text not null,
  position integer not null,
  exact_text text not null,
  score double precision not null,
  mode text not null check (mode in ('listed', 'discussed', 'decided')),
  primary key (item_id, recommendation)
) without rowid;
create index matches_by_recommendation on matches (recommendation, mode);

create table match_evidence (
  item_id bigint not null,
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
  primary key (item_id, recommendation, position),
  foreign key (item_id, recommendation) references matches on delete cascade
) without rowid;

insert into meetings (id, meeting, document, position, kind, status, council, body,
  date, date_precision, time, venue, chair, page_start, page_end)
select id, meeting, document, position, kind, status, council, body, date,
  date_precision, time, venue, chair, page_start, page_end from old_meetings order by
  id;
insert into attendance (meeting_id, attendance, position, name, role)
select meeting_id, attendance, position, name, role from old_attendance order by
  meeting_id;
insert into items (id, item, meeting_id, position, number, agenda_number, title, text,
  resolved, page_start, page_end, truncated)
select id, item, meeting_id, position, number, agenda_number, title, text, resolved,
  page_start, page_end, truncated from old_items order by id;
insert into resolutions (item_id, position, number, kind, verb, exact, start_offset,
  end_offset, page)
select item_id, position, number, kind, verb, exact, start_offset, end_offset, page from
  old_resolutions order by item_id;
insert into votes (item_id, position, result, votes_for, votes_against, abstained,
  exact, start_offset, end_offset)
select item_id, position, result, votes_for, votes_against, abstained, exact,
  start_offset, end_offset from old_votes order by item_id;
insert into actions (item_id, position, owner, due, due_date, due_date_precision, exact,
  start_offset, end_offset)
select item_id, position, owner, due, due_date, due_date_precision, exact, start_offset,
  end_offset from old_actions order by item_id;
insert into item_references (item_id, position, minute, date, date_precision, exact,
  start_offset, end_offset)
select item_id, position, minute, date, date_precision, exact, start_offset, end_offset
  from old_item_references order by item_id;
insert into item_inspections (item_id, position, framework, kind, date, date_precision,
  published, published_precision, exact, start_offset, end_offset)
select item_id, position, framework, kind, date, date_precision, published,
  published_precision, exact, start_offset, end_offset from old_item_inspections order
  by item_id;
insert into item_judgements (item_id, inspection_position, position, judgement, grade)
select item_id, inspection_position, position, judgement, grade from old_item_judgements
  order by item_id;
insert into tags (item_id, concept, position, label, theme, score, mode, reason)
select item_id, concept, position, label, theme, score, mode, reason from old_tags order
  by item_id;
insert into tag_evidence (item_id, concept, position, exact, start_offset, end_offset,
  page, x0, y0, x1, y1)
select item_id, concept, position, exact, start_offset, end_offset, page, x0, y0, x1, y1
  from old_tag_evidence order by item_id;
insert into matches (item_id, recommendation, position, exact_text, score, mode)
select item_id, recommendation, position, exact_text, score, mode from old_matches order
  by item_id;
insert into match_evidence (item_id, recommendation, position, exact, start_offset,
  end_offset, page, x0, y0, x1, y1)
select item_id, recommendation, position, exact, start_offset, end_offset, page, x0, y0,
  x1, y1 from old_match_evidence order by item_id;

drop table old_meetings;
drop table old_attendance;
drop table old_items;
drop table old_resolutions;
drop table old_votes;
drop table old_actions;
drop table old_item_references;
drop table old_item_inspections;
drop table old_item_judgements;
drop table old_tags;
drop table old_tag_evidence;
drop table old_matches;
drop table old_match_evidence;

-- The words that show a tag or a match, of both kinds: one of concept and recommendation is
-- null.
create view evidence as
select item_id, concept, null as recommendation, position, exact, start_offset, end_offset, page,
  x0, y0, x1, y1
from tag_evidence
union all
select item_id, null, recommendation, position, exact, start_offset, end_offset, page,
  x0, y0, x1, y1
from match_evidence;

-- What became of each recommendation: a row for each item that took it up, by date, and one
-- with nulls where none did. since: the day from which it stands.
create view recommendation_history as
select r.recommendation, r.inspection, n.council, r.number, r.text,
  coalesce (n.published, n.end_date) as since,
  m.date, m.date_precision, m.body, i.number as item_number, i.title, x.mode, x.score,
  i.resolved, i.page_start, d.source, i.item, x.item_id
from recommendations r
join inspections n on n.inspection = r.inspection
left join matches x on x.recommendation = r.recommendation
left join items i on i.id = x.item_id
left join meetings m on m.id = i.meeting_id
left join documents d on d.document = m.document
order by n.council, since, r.inspection, r.number, m.date is null, m.date, i.item;

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
  i.number as item_number, i.title, t.mode, t.score, e.exact, e.page, d.source, i.item,
  t.item_id
from tags t
join items i on i.id = t.item_id
join meetings m on m.id = i.meeting_id
join documents d on d.document = m.document
left join tag_evidence e on e.item_id = t.item_id and e.concept = t.concept and e.position = 1
order by t.concept, m.date is null, m.date, i.item;
