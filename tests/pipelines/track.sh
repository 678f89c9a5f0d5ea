#!/usr/bin/env bash
# From the inspectors' report to what the council's meetings did about it.
. "$(dirname "$0")/heed.sh"

report=$samples/inspection/ilacs_report_2024.pdf
set=$tap_scratch/set.jsonl
records=$tap_scratch/records.jsonl

run "$heed" recommendations --published 2024-04-02 "$report" -o "$set"
ends 'a report' 0
is 'eight recommendations' "$(grep -c '^{"type":"recommendation"' "$set")" 8
run "$heed" recommendations "$report"
is 'a date that is not printed is null' \
  "$(tests/fields inspection published < "$out")" -
run "$heed" recommendations "$samples/meetings/cabinet_2024-06-12.pdf"
ends 'minutes in place of a report' 1
complains 'minutes in place of a report' 'no Ofsted report'
is 'they have a failure record' "$(tests/fields failure reason < "$out")" unsupported
run "$heed" recommendations --published yesterday "$report"
ends 'no date' 2
run "$heed" recommendations --urn 80000 "$report" "$report"
ends 'one number for two reports' 2

run "$heed" run --recommendations "$set" "$samples/meetings" -o "$records"
ends 'a year of meetings held against it' 0
"$heed" extract "$samples/meetings" | "$heed" normalise \
  | "$heed" classify --recommendations "$set" > "$tap_scratch/piped.jsonl"
check 'stage by stage: the same bytes' cmp "$records" "$tap_scratch/piped.jsonl"
run "$heed" run --recommendations "$records" "$samples/meetings"
ends 'a set that is none' 3
complains 'a set that is none' 'no set of recommendations'
run "$heed" run --recommendations /nonexistent "$samples/meetings"
ends 'a set that is not there' 3

run "$heed" track "$set" "$records"
ends 'histories' 0
is 'one for each recommendation' "$(grep -c '^{"type":"history"' "$out")" 8
is 'all are listed, and one is never discussed: the fourth' \
  "$(python3 -c '
import json, sys
for line in sys.stdin:
    one = json.loads(line)
    assert one["listed"] == 1, one
    assert all(step["date"] > "2024-04-02" for step in one["steps"]), one
    if one["never_discussed"]:
        print(one["number"], one["days_since"] == sum(gap["days"] for gap in one["gaps"]))
' < "$out")" '4 True'
cp "$out" "$tap_scratch/histories"
"$heed" load "$tap_scratch/heed.db" "$records" "$set"
run "$heed" track "$tap_scratch/heed.db"
ends 'from the database' 0
check 'from the database: the same bytes' cmp "$out" "$tap_scratch/histories"
run "$heed" track "$records" "$set"
check 'the order of the files does not matter' cmp "$out" "$tap_scratch/histories"
run "$heed" track "$tap_scratch/heed.db" "$set" "$records"
check 'what comes twice counts once' cmp "$out" "$tap_scratch/histories"
sqlite3 "$tap_scratch/heed.db" 'update items set text = substr (text, 1, 3)'
run "$heed" track "$tap_scratch/heed.db"
ends 'a database that somebody changed' 3
complains 'a database that somebody changed' 'heed.db: a row of resolutions'
sqlite3 "$tap_scratch/stamps.db" 'create table stamps (country)'
run "$heed" track "$tap_scratch/stamps.db"
ends "somebody else's database" 3
complains "somebody else's database" 'none that heed made'
# Silence in a time of which there are no minutes says nothing.
meetings () { "$heed" track "$@" | python3 -c '
import json, sys
for one in map(json.loads, sys.stdin):
    print(one["council"], one["since"], one["meetings"])' | sort -u; }
is "the council's meetings since the report" \
  "$(meetings "$set" "$records")" 'Ottermere 2024-04-02 5'
{ cat "$set"
  sed -E 's/2024-04-02/2010-01-05/g; s/sha256:..../sha256:2010/g; s/"(start|end)":"2024/"\1":"2009/g' "$set"
  sed -E 's/ottermere/westmarch/g; s/Ottermere/Westmarch/g; s/sha256:..../sha256:beef/g' "$set"
} > "$tap_scratch/more.jsonl"
is 'meetings before, of the time of another inspection, of another council' \
  "$(meetings "$tap_scratch/more.jsonl" "$records")" 'Ottermere 2010-01-05 1
Ottermere 2024-04-02 5
Westmarch 2024-04-02 0'
run "$heed" track --table "$tap_scratch/more.jsonl" "$records"
is 'a table: no silence without a meeting' "$(grep -c ' no meeting *$' "$out")" 8
"$heed" track "$tap_scratch/more.jsonl" "$records" > "$tap_scratch/more.histories"
check 'the contract' "$heed" check --quiet "$tap_scratch/more.histories"
input=$records run "$heed" track
ends 'without the report' 0
cp "$out" "$tap_scratch/histories"
"$heed" load "$tap_scratch/items.db" "$records"
run "$heed" track "$tap_scratch/items.db"
check 'without the report, from the database: the same bytes' cmp "$out" "$tap_scratch/histories"
run "$heed" track --on 2026-01-01 "$set" "$records"
is 'days up to one that is named' "$(tests/fields history as_of < "$out" | sort -u)" 2026-01-01
run "$heed" track --on soon "$set"
ends 'no day' 2
run "$heed" track "$report"
ends 'no records' 3
for width in 40 72 100; do
  COLUMNS=$width run "$heed" track --table "$set" "$records"
  ends "a table $width wide" 0
  is "a table $width wide: none of its lines is wider" \
    "$(python3 -c '
import sys
print(max(len(line.rstrip("\n")) for line in sys.stdin) <= max(int(sys.argv[1]), 46))' \
      "$width" < "$out")" True
done
finish
