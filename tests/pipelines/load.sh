#!/usr/bin/env bash
# heed load: records become tables of SQLite, whole documents only, the same twice.
. "$(dirname "$0")/heed.sh"

set=$tap_scratch/set.jsonl
records=$tap_scratch/records.jsonl
db=$tap_scratch/heed.db
"$heed" recommendations --quiet --published 2024-04-02 -o "$set" \
  "$samples/inspection/ilacs_report_2024.pdf"
"$heed" run --quiet --recommendations "$set" -o "$records" "$samples/meetings"

ask () { sqlite3 "$@" 2>&1; }
dump () { sqlite3 "$1" .dump | sha256sum; }
count () { grep -c "^{\"type\":\"$1\"" "$records"; }
# What is in it, whatever the order in which it came.
content () { python3 tests/pipelines/content.py "$1"; }
sound () {
  is "$2: no foreign key is broken" "$(ask "$1" 'pragma foreign_key_check')" ''
  is "$2: the file is whole" "$(ask "$1" 'pragma integrity_check')" ok
  is "$2: the full-text index is of these items" \
    "$(ask "$1" "insert into items_search (items_search, rank) values ('integrity-check', 1)")" ''
}

run "$heed" load -v "$db" "$set" "$records"
ends 'the samples' 0
complains 'the samples' '7 documents added, 0 replaced, 0 there already'
sound "$db" 'the samples'
is 'every meeting' "$(ask "$db" 'select count (*) from meetings')" "$(count meeting)"
is 'every item' "$(ask "$db" 'select count (*) from items')" "$(count item)"
is 'every list of an item, row by row' \
  "$(for table in resolutions votes actions item_references item_inspections tags tag_evidence \
    matches match_evidence; do ask "$db" "select '$table', count (*) from $table"; done)" \
  "$(python3 -c '
import json, sys
names = {"item_references": "references", "item_inspections": "inspections",
         "matches": "recommendations"}
items = [json.loads(line) for line in sys.stdin]
items = [one for one in items if one["type"] == "item"]
for table in ["resolutions", "votes", "actions", "item_references", "item_inspections", "tags",
              "tag_evidence", "matches", "match_evidence"]:
    of = {"tag_evidence": "tags", "match_evidence": "recommendations"}.get(table)
    n = sum(len(one["evidence"]) for item in items for one in item[of]) if of else \
        sum(len(item[names.get(table, table)]) for item in items)
    print(table, n, sep="|")
' < "$records")"
is 'offsets count characters of the text, and find the words' \
  "$(ask "$db" 'select count (*) > 50, sum (substr (text, start_offset + 1,
      end_offset - start_offset) <> exact) from evidence join items on items.id = item_id')" '1|0'
is 'a date is a day' "$(ask "$db" "select date, date_precision from meetings
  where date < '2024-02-01'")" '2024-01-23|day'
is 'an action due on a day, and one due in words' \
  "$(ask "$db" "select due, due_date, due_date_precision from actions where due is not null
      order by due_date is null limit 1")" '2025-06-30|2025-06-30|day'
is 'every column is explained' "$(ask "$db" "
  select m.name, c.name from sqlite_schema m, pragma_table_info (m.name) c
  where m.type = 'table' and m.name not like 'items_search%' and m.name <> 'columns_explained'
    and not exists (select 1 from columns_explained e
      where e.table_name = m.name and e.column_name = c.name)")" ''

is 'words are found by their stems, in resolutions too' "$(ask "$db" "
  select count (*) > 0 from items_search where items_search match 'resolved: fostered'")" 1
is 'every view is in docs/dictionary.md, and no other' \
  "$(ask "$db" "select name from sqlite_schema where type = 'view' order by name")" \
  "$(sed -n '/^## Views/,$s/^| `\([a-z_]*\)` .*/\1/p' docs/dictionary.md | LC_ALL=C sort)"
is 'what was never discussed' "$(ask "$db" 'select number, listed from never_discussed')" '4|1'
is 'the standing of each is what heed track says' \
  "$(ask "$db" 'select number, listed, discussed, decided, last_discussed
      from recommendation_standing')" \
  "$("$heed" track "$set" "$records" | python3 -c '
import json, sys
for one in map(json.loads, sys.stdin):
    print(one["number"], one["listed"], one["discussed"], one["decided"],
          one["last_discussed"] or "", sep="|")')"
is 'a history has its items by date' "$(ask "$db" "select date, mode
  from recommendation_history where number = 3")" "$("$heed" track "$set" "$records" | python3 -c '
import json, sys
for one in map(json.loads, sys.stdin):
    for step in one["steps"]:
        if one["number"] == 3:
            print(step["date"], step["mode"], sep="|")')"
is 'items by concept' "$(ask "$db" "select distinct theme is not null, exact <> ''
  from items_by_concept")" '1|1'

# The index that heed makes is the one that SQLite makes by itself.
vocabulary () { ask "$1" "create virtual table temp.v using fts5vocab (main, items_search, row);
  select term, doc, cnt from temp.v order by 1"; }
python3 - "$records" > "$tap_scratch/odd.jsonl" << 'END'
import sys
odd = "Zoë’s naïve cafe\u0301 ÉCOLE don’t_stop x\u00adyz 12½ Straße \u0130 日本語 ﬁne a\u0301b running RUNS"
for line in open(sys.argv[1], encoding="utf-8"):
    sys.stdout.write(line.replace('"title":"', '"title":"' + odd + " "))
END
"$heed" load "$tap_scratch/odd.db" "$tap_scratch/odd.jsonl"
cp "$tap_scratch/odd.db" "$tap_scratch/rebuilt.db"
ask "$tap_scratch/rebuilt.db" "insert into items_search (items_search) values ('rebuild')"
is 'odd words: the index that SQLite makes' "$(vocabulary "$tap_scratch/odd.db")" \
  "$(vocabulary "$tap_scratch/rebuilt.db")"
check 'odd words: are in it' test "$(vocabulary "$tap_scratch/odd.db" | wc -l)" -gt 100

first=$(dump "$db")
run "$heed" load -v "$db" "$set" "$records"
ends 'the same again' 0
complains 'the same again' '0 documents added, 0 replaced, 7 there already'
is 'the same again: nothing has changed' "$(dump "$db")" "$first"
run "$heed" load "$tap_scratch/empty.db" /dev/null
ends 'no records' 0
is 'no records: the tables are there' \
  "$(ask "$tap_scratch/empty.db" 'select count (*) from recommendation_history')" 0
input=$records run "$heed" load "$tap_scratch/piped.db"
ends 'from standard input' 0

# What another version made takes the place of what was there, and leaves nothing behind.
clean=$(content "$db")
sed 's/"made_with":"heed/"made_with":"later heed/; s/"title":"[^"]*"/"title":"Newer"/' \
  "$records" > "$tap_scratch/newer.jsonl"
run "$heed" load -v "$db" "$tap_scratch/newer.jsonl"
ends 'a newer version' 0
complains 'a newer version' '0 documents added, 6 replaced, 0 there'
sound "$db" 'a newer version'
is 'a newer version: its rows alone' \
  "$(ask "$db" "select count (*), sum (title = 'Newer') from items")" \
  "$(count item)|$(count item)"
"$heed" load "$db" "$records"
is 'and back: what it was' "$(content "$db")" "$clean"

# A failure is remembered until its document comes.
document=$(head -n 1 "$records" | python3 -c 'import json; print(json.loads(input())["document"])')
printf '{"type":"failure","schema":1,"source":"elsewhere.pdf","document":"%s","stage":"extract","reason":"timeout","detail":"too slow","made_with":"x"}\n' \
  "$document" > "$tap_scratch/failure.jsonl"
run "$heed" load "$tap_scratch/failed.db" "$tap_scratch/failure.jsonl" "$tap_scratch/failure.jsonl"
ends 'a failure' 0
is 'a failure: one row' "$(ask "$tap_scratch/failed.db" 'select source, reason from failures')" \
  'elsewhere.pdf|timeout'
"$heed" load "$tap_scratch/failed.db" "$records"
is 'it goes when its document comes' \
  "$(ask "$tap_scratch/failed.db" 'select count (*) from failures')" 0

# Killed in the middle of a long load, then loaded again.
python3 - "$records" > "$tap_scratch/many.jsonl" << 'END'
import hashlib, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for i in range(150):
    sys.stdout.write(re.sub("sha256:([0-9a-f]{64})", lambda m: "sha256:" + hashlib.sha256(
        (m[1] + str(i)).encode()).hexdigest(), text))
END
"$heed" load "$tap_scratch/clean.db" "$tap_scratch/many.jsonl"
mkfifo "$tap_scratch/pipe"
"$heed" load "$tap_scratch/killed.db" < "$tap_scratch/pipe" &
loader=$!
exec 9> "$tap_scratch/pipe"
head -c 9000000 "$tap_scratch/many.jsonl" >&9
for _ in $(seq 200); do
  [ "$(ask "$tap_scratch/killed.db" 'select count (*) > 0 from documents')" = 1 ] && break
  sleep 0.1
done
kill -9 "$loader"
wait "$loader" 2> /dev/null || true
exec 9>&-
some=$(ask "$tap_scratch/killed.db" 'select count (*) from documents')
check "killed with $some of 900 documents in" test "$some" -gt 0 -a "$some" -lt 900
sound "$tap_scratch/killed.db" killed
is 'killed: whole documents only' "$(ask "$tap_scratch/killed.db" \
  'select count (*) from documents where document not in (select document from meetings)')" 0
run "$heed" load "$tap_scratch/killed.db" "$tap_scratch/many.jsonl"
ends 'loaded again' 0
is 'loaded again: as if never killed' "$(content "$tap_scratch/killed.db")" \
  "$(content "$tap_scratch/clean.db")"

# Two at once into one file that is not there yet.
split=$(grep -n '^{"type":"document"' "$tap_scratch/many.jsonl" | sed -n '450s/:.*//p')
head -n $((split - 1)) "$tap_scratch/many.jsonl" > "$tap_scratch/half1.jsonl"
tail -n +"$split" "$tap_scratch/many.jsonl" > "$tap_scratch/half2.jsonl"
"$heed" load "$tap_scratch/two.db" "$tap_scratch/half1.jsonl" 2> "$tap_scratch/two.err" &
loader=$!
run "$heed" load "$tap_scratch/two.db" "$tap_scratch/half2.jsonl"
ends 'two at once: one' 0
check 'two at once: the other' wait "$loader"
is 'two at once: what one would have made' "$(content "$tap_scratch/two.db")" \
  "$(content "$tap_scratch/clean.db")"

# Tables of version 1 are brought forward by the next load, and only by that.
python3 tests/pipelines/version_1.py "$db" "$tap_scratch/old.db"
run "$heed" track "$tap_scratch/old.db"
ends 'tables of version 1: to be read' 3
complains 'tables of version 1: to be read' "of version 1; 'heed load' brings them to 2"
is 'tables of version 1: are still' "$(ask "$tap_scratch/old.db" 'pragma user_version')" 1
run "$heed" load -v "$tap_scratch/old.db" "$set" "$records"
ends 'tables of version 1' 0
complains 'tables of version 1' '0 documents added, 0 replaced, 7 there already'
is 'tables of version 1: of version 2' "$(ask "$tap_scratch/old.db" 'pragma user_version')" 2
sound "$tap_scratch/old.db" 'tables of version 1'
is 'tables of version 1: the same rows' "$(content "$tap_scratch/old.db")" "$(content "$db")"
shape () { ask "$1" "select type, name, sql from sqlite_schema where name not like 'items_search_%'
  order by 1, 2"; }
is 'tables of version 1: the same tables' "$(shape "$tap_scratch/old.db")" "$(shape "$db")"
"$heed" load "$tap_scratch/old.db" "$tap_scratch/newer.jsonl"
sound "$tap_scratch/old.db" 'tables of version 1, loaded into'
is 'tables of version 1, loaded into: what it would be' "$(ask "$tap_scratch/old.db" \
  "select count (*), sum (title = 'Newer') from items")" "$(count item)|$(count item)"

# refuses 'what' PATTERN FILE: exit status 3, and the file is as it was.
refuses () {
  local before
  before=$(sha256sum < "$3")
  run "$heed" load "$3" "$records"
  ends "$1" 3
  complains "$1" "$2"
  check "$1: names the file" grep -qF "$3" "$err"
  is "$1: left alone" "$(sha256sum < "$3")" "$before"
}
cp "$db" "$tap_scratch/future.db"
ask "$tap_scratch/future.db" 'pragma user_version = 99'
refuses 'tables from the future' 'version 99' "$tap_scratch/future.db"
printf 'this is a letter, not a database\n' > "$tap_scratch/letter.db"
refuses 'no database' 'not a database' "$tap_scratch/letter.db"
ask "$tap_scratch/other.db" 'create table stamps (country)'
refuses "somebody else's database" 'none that heed made' "$tap_scratch/other.db"
run "$heed" load /nonexistent/heed.db "$records"
ends 'no such folder' 3
complains 'no such folder' '/nonexistent/heed.db'
run "$heed" load "$tap_scratch" "$records"
ends 'a folder' 3
run "$heed" load
ends 'no database named' 2
run "$heed" load "$db" -o x "$records"
ends 'an output beside the database' 2
run "$heed" load "$db" /nonexistent
ends 'no such records' 3

# Records that are none: what was whole before them is there.
head -c 60000 "$records" > "$tap_scratch/torn.jsonl"
run "$heed" load "$tap_scratch/torn.db" "$tap_scratch/torn.jsonl"
ends 'torn records' 3
check 'torn records: what was whole is there' \
  test "$(ask "$tap_scratch/torn.db" 'select count (*) from documents')" -ge 1
sed 's/"date":"2025-06-17"/"date":"2025-02-31"/' "$records" > "$tap_scratch/bad.jsonl"
run "$heed" load "$tap_scratch/bad.db" "$tap_scratch/bad.jsonl"
ends 'a date that is none' 3
complains 'a date that is none' "'2025-02-31' is no date"
sound "$tap_scratch/bad.db" 'a date that is none'
is 'a date that is none: not its document' "$(ask "$tap_scratch/bad.db" \
  "select count (*) > 0, sum (source like '%commission%') from documents")" '1|0'
sed -E 's/("item":"sha256:[0-9a-f]+#1)\.2"/\1.1"/' "$records" > "$tap_scratch/twice.jsonl"
run "$heed" load "$tap_scratch/twice.db" "$tap_scratch/twice.jsonl"
ends 'an identifier twice' 3
complains 'an identifier twice' 'items.item'
"$heed" extract "$samples/meetings" > "$tap_scratch/pages.jsonl"
run "$heed" load "$tap_scratch/pages.db" "$tap_scratch/pages.jsonl"
ends 'pages' 3
complains 'pages' 'heed normalise'

# A disk with room for some of it.
small=$tap_scratch/small
mkdir "$small"
if mount -t tmpfs -o size=1m tmpfs "$small" 2> /dev/null; then
  run "$heed" load "$small/heed.db" "$tap_scratch/many.jsonl"
  ends 'a full disk' 3
  complains 'a full disk' 'small/heed.db: .*full'
  cp "$small"/heed.db* "$tap_scratch"
  umount "$small"
  sound "$tap_scratch/heed.db" 'a full disk'
else
  skip 'a full disk' 'a small file system cannot be mounted here'
fi
finish
