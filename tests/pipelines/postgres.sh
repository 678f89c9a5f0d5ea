#!/usr/bin/env bash
# heed load postgresql://…: against a server that this test starts and stops.
. "$(dirname "$0")/heed.sh"
. "$(dirname "$0")/cluster.sh"
. "$(dirname "$0")/recipe.sh"

if "$heed" load postgresql://nobody@/nothing?host=/nonexistent /dev/null 2>&1 \
  | grep -q 'built without'; then
  skip 'PostgreSQL' 'this heed was built without libpq'
  finish
fi
cluster_start || { skip 'PostgreSQL' 'its server is not installed, or does not start'; finish; }

set=$tap_scratch/set.jsonl
records=$tap_scratch/records.jsonl
"$heed" recommendations --quiet --published 2024-04-02 -o "$set" \
  "$samples/inspection/ilacs_report_2024.pdf"
"$heed" run --quiet --recommendations "$set" -o "$records" "$samples/meetings"

database () { ask postgres "create database $1"; }
tables () { ask "$1" "select table_name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'heed_tables'
  order by 1"; }
# Every row, whatever the order in which they came and the numbers that they got.
content () {
  for table in $(tables "$1"); do
    echo "\\copy (select '$table', to_jsonb (t) - 'id' - 'item_id' - 'meeting_id',
      (select item from items where id = (to_jsonb (t) ->> 'item_id')::bigint),
      (select meeting from meetings where id = (to_jsonb (t) ->> 'meeting_id')::bigint)
      from $table t) to stdout" | tr '\n' ' '
    echo
  done | psql -qX -d "$1" | LC_ALL=C sort | sha256sum
}
whole () {
  is "$2: whole documents only" "$(ask "$1" "select count (*) from documents d where not exists
    (select from meetings m where m.document = d.document)
    and not exists (select from inspections i where i.document = d.document)")" 0
}

database first
run "$heed" load -v "$(address first)" "$set" "$records"
ends 'the samples' 0
complains 'the samples' '/first: 7 documents added, 0 replaced, 0 there already'
"$heed" load "$tap_scratch/heed.db" "$set" "$records"
is 'the rows are those of SQLite' \
  "$(python3 tests/pipelines/same_rows.py "$tap_scratch/heed.db" first)" True
is 'every table and column has its comment' "$(ask first "
  select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
    and (obj_description (c.oid) is null
      or c.relname <> 'heed_tables' and col_description (c.oid, a.attnum) is null)")" ''
is 'dates are dates' "$(ask first "select count (*) from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'date'")" 8
is 'a day before all others' "$(ask first 'select min (date) from meetings')" 2024-01-23
is 'words are found by their stems' "$(ask first "select count (*) > 0 from items
  where search @@ websearch_to_tsquery ('english', 'fostered children')")" t
for view in recommendation_history recommendation_standing never_discussed items_by_concept \
  evidence; do
  is "the view $view says what it says in SQLite" "$(ask first "select count (*) from $view")" \
    "$(sqlite3 "$tap_scratch/heed.db" "select count (*) from $view")"
done
is 'what was never discussed' "$(ask first 'select number, listed from never_discussed')" '4|1'
"$heed" track "$set" "$records" > "$tap_scratch/histories"
run "$heed" track "$(address first)"
ends 'heed track from it' 0
check 'heed track from it: the same bytes as from the records' cmp "$out" "$tap_scratch/histories"

first=$(content first)
run "$heed" load -v "$(address first)" "$set" "$records"
ends 'the same again' 0
complains 'the same again' '0 documents added, 0 replaced, 7 there already'
is 'the same again: nothing has changed' "$(content first)" "$first"
sed 's/"made_with":"heed/"made_with":"later heed/; s/"title":"[^"]*"/"title":"Newer"/' \
  "$records" > "$tap_scratch/newer.jsonl"
run "$heed" load -v "$(address first)" "$tap_scratch/newer.jsonl"
ends 'a newer version' 0
complains 'a newer version' '0 documents added, 6 replaced, 0 there'
is 'a newer version: its rows alone' "$(ask first "select bool_and (title = 'Newer') from items")" t
"$heed" load "$(address first)" "$records"
is 'and back: what it was' "$(content first)" "$first"

# Some hundred documents, for what goes wrong in the middle.
python3 - "$records" > "$tap_scratch/many.jsonl" << 'END'
import hashlib, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for i in range(20):
    sys.stdout.write(re.sub("sha256:([0-9a-f]{64})", lambda m: "sha256:" + hashlib.sha256(
        (m[1] + str(i)).encode()).hexdigest(), text))
END
many=$tap_scratch/many.jsonl
database clean
"$heed" load "$(address clean)" "$many"
clean=$(content clean)

# begin_load DATABASE: a loader that has had half of the records, and waits for more.
begin_load () {
  database "$1"
  rm -f "$tap_scratch/pipe"
  mkfifo "$tap_scratch/pipe"
  "$heed" load "$(address "$1")" < "$tap_scratch/pipe" 2> "$tap_scratch/err" &
  loader=$!
  exec 9> "$tap_scratch/pipe"
  head -c "$(($(stat -c %s "$many") / 2))" "$many" >&9
  for _ in $(seq 300); do
    [ "$(ask "$1" 'select count (*) > 0 from documents')" = t ] && break
    sleep 0.1
  done
}
half () {
  local some
  some=$(ask "$1" 'select count (*) from documents')
  check "$2 with $some of 120 documents in" test "$some" -gt 0 -a "$some" -lt 120
  whole "$1" "$2"
  run "$heed" load "$(address "$1")" "$many"
  ends "$2: loaded again" 0
  is "$2: loaded again, as if nothing had been" "$(content "$1")" "$clean"
}
begin_load killed
kill -9 "$loader"
wait "$loader" 2> /dev/null || true
exec 9>&-
half killed killed
begin_load cut
ask cut "select count (pg_terminate_backend (pid)) from pg_stat_activity
  where application_name = 'heed'" > /dev/null
tail -c +"$(($(stat -c %s "$many") / 2 + 1))" "$many" >&9 2> /dev/null || true
exec 9>&-
status=0
wait "$loader" || status=$?
err=$tap_scratch/err
ends 'the connection is cut' 3
complains 'the connection is cut' '/cut: .*(terminat|closed)'
half cut 'the connection is cut'

# Two at once into a database without tables; then two with the same records.
split=$(grep -n '^{"type":"document"' "$many" | sed -n '60s/:.*//p')
head -n $((split - 1)) "$many" > "$tap_scratch/half1.jsonl"
tail -n +"$split" "$many" > "$tap_scratch/half2.jsonl"
at_once () {
  database "$1"
  "$heed" load "$(address "$1")" "$2" 2> "$tap_scratch/two.err" &
  loader=$!
  run "$heed" load "$(address "$1")" "$3"
  ends "$4: one" 0
  check "$4: the other" wait "$loader"
  is "$4: what one would have made" "$(content "$1")" "$clean"
}
at_once shards "$tap_scratch/half1.jsonl" "$tap_scratch/half2.jsonl" 'two shards at once'
at_once twice "$many" "$many" 'the same twice at once'

# Tables of version 1 are brought forward by the next load, and only by that.
database old
python3 tests/pipelines/version_1.py "$tap_scratch/heed.db" > "$tap_scratch/old.sql"
psql -qX -v ON_ERROR_STOP=1 -d old -f "$tap_scratch/old.sql" > /dev/null 2> "$tap_scratch/err" || true
is 'a database of version 1 is made' "$(cat "$tap_scratch/err")" ''
run "$heed" track "$(address old)"
ends 'tables of version 1: to be read' 3
run "$heed" load -v "$(address old)" "$set" "$records"
ends 'tables of version 1' 0
complains 'tables of version 1' '0 documents added, 0 replaced, 7 there already'
is 'tables of version 1: the same rows' "$(content old)" "$(content first)"
shape () { ask "$1" "select table_name, column_name, data_type, is_nullable
  from information_schema.columns where table_schema = 'public' order by 1, ordinal_position;
  select indexdef from pg_indexes where schemaname = 'public' order by 1"; }
is 'tables of version 1: the same tables' "$(shape old)" "$(shape first)"
"$heed" load "$(address old)" "$many"
is 'tables of version 1, loaded into' "$(ask old 'select count (*) from documents')" 127

# refused 'what' ADDRESS PATTERN
refused () {
  run "$heed" load "$2" "$records"
  ends "$1" 3
  complains "$1" "$3"
}
ask postgres "create user guest password 'right'" > /dev/null
refused 'a wrong password' "postgresql://guest:wrong@/first?host=$cluster" 'password'
check 'a wrong password: is not repeated' sh -c "! grep -qE 'right|wrong' '$err'"
refused 'no such server' "postgresql://clerk@/first?host=$tap_scratch" 'connection'
refused 'nothing at the port' 'postgresql://clerk@127.0.0.1:1/first' 'refused'
refused 'no such database' "$(address nowhere)" 'does not exist'
refused 'an address that is none' 'postgresql://[' 'postgresql'
database future
"$heed" load "$(address future)" "$records"
ask future 'update heed_tables set version = 99' > /dev/null
refused 'tables from the future' "$(address future)" 'version 99'
run "$heed" track "$(address future)"
ends 'tables from the future: to be read' 3
database other
ask other 'create table documents (stamps integer)' > /dev/null
refused "somebody else's tables" "$(address other)" 'documents'
is "somebody else's tables: left alone" "$(tables other)" documents
run "$heed" track "$(address other)"
ends 'a database without tables of ours' 3
complains 'a database without tables of ours' "no tables of heed's"
ask first "grant select on all tables in schema public to guest" > /dev/null
refused 'no right to write' "postgresql://guest:right@/first?host=$cluster" 'permission|denied'
run "$heed" track "postgresql://guest:right@/first?host=$cluster"
ends 'the right to read is enough to read' 0

# Records that cannot be rows: what was whole before them is there.
sed -E 's/("item":"sha256:[0-9a-f]+#1)\.2"/\1.1"/' "$records" > "$tap_scratch/doubled.jsonl"
database doubled
run "$heed" load "$(address doubled)" "$set" "$tap_scratch/doubled.jsonl"
ends 'an identifier twice' 3
complains 'an identifier twice' 'items_item_key'
is 'an identifier twice: what was before is there' \
  "$(ask doubled 'select count (*) from recommendations')" 8
whole doubled 'an identifier twice'

# A text with more words than a tsvector holds; names longer than an index takes.
python3 - "$records" > "$tap_scratch/long.jsonl" << 'END'
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    if record["type"] == "item" and record["source"].endswith("cabinet_2024-06-12.pdf"):
        record["text"] += "".join(f"{i:x}\U00010330\\\t\r\n" for i in range(120000))
    print(json.dumps(record, ensure_ascii=False))
END
database long
run "$heed" load "$(address long)" "$tap_scratch/long.jsonl"
ends 'very long texts' 0
"$heed" load "$tap_scratch/long.db" "$tap_scratch/long.jsonl"
is 'very long texts, with what COPY escapes: as in SQLite' \
  "$(python3 tests/pipelines/same_rows.py "$tap_scratch/long.db" long)" True

database recipes
export DATABASE=$(address recipes)
recipes psql

# A disk with room for some of it, and then for the rest.
small=$tap_scratch/small
mkdir "$small"
if mount -t tmpfs -o size=48m tmpfs "$small" 2> /dev/null; then
  mkdir -m 700 "$small/space"
  if [ "$(id -u)" = 0 ]; then chown postgres "$small/space"; fi
  ask postgres "create tablespace small location '$small/space'" > /dev/null
  ask postgres 'create database small tablespace small' > /dev/null
  "$heed" load "$(address small)" /dev/null
  dd if=/dev/zero of="$small/ballast" bs=64k 2> /dev/null
  run "$heed" load "$(address small)" "$many"
  ends 'a full disk' 3
  complains 'a full disk' '/small: .*No space left'
  rm "$small/ballast"
  whole small 'a full disk'
  run "$heed" load "$(address small)" "$many"
  ends 'a full disk with room again' 0
  is 'a full disk with room again: as if nothing had been' "$(content small)" "$clean"
  cluster_stop
  umount "$small"
else
  skip 'a full disk' 'a small file system cannot be mounted here'
fi
finish
