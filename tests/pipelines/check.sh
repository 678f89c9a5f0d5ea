#!/usr/bin/env bash
# heed check: what keeps the contract is sound, and each way of breaking it is told.
. "$(dirname "$0")/heed.sh"

whole=$tap_scratch/whole.jsonl
broken=$tap_scratch/broken.jsonl
"$heed" run --quiet "$samples" > "$whole"

run "$heed" check "$whole"
ends 'the samples are sound' 0
is 'it says once of how many documents' "$(cat "$out")" \
  "$whole: sound: 7 documents, 0 failures"
run "$heed" check -o "$tap_scratch/said.txt" "$whole" "$whole"
ends 'to a file' 0
is 'to a file: a line for each' "$(sort -u "$tap_scratch/said.txt" | wc -l),$(wc -l < "$tap_scratch/said.txt")" 1,2
is 'to a file: nothing on standard output' "$(cat "$out")" ''
run "$heed" check --quiet "$whole"
is 'quiet: says nothing' "$(cat "$out" "$err")" ''
input=$whole run "$heed" check
ends 'standard input' 0
run "$heed" check "$tap_scratch/missing.jsonl"
ends 'no such file' 3
is 'no such file: is said once' "$(grep -c 'missing.jsonl' "$err")" 1

# breaks 'what' STATUS PATTERN SED: the samples with that edit are told apart.
breaks () {
  sed -E "$4" "$whole" > "$broken"
  check "$1: the edit takes" test "$(cmp "$whole" "$broken" 2>&1)"
  run "$heed" check "$broken"
  ends "$1" "$2"
  check "$1: says so" grep -q "$3" "$err"
}
breaks 'a record is missing' 3 'records should follow' '3d'
breaks 'the end is torn' 3 'broken.jsonl:' '$s/.{20}$//'
breaks 'a wrong count' 3 'records should follow' '1s/"records":[0-9]+/"records":99/'
breaks 'a word that is not there' 3 'not the words' '0,/"exact":"[^"]+"/s//"exact":"zzz"/'
breaks 'a date that is none' 1 "is no date" '/"type":"(meeting|item)"/s/"date":"2024-01-23"/"date":"2024-02-31"/'
breaks 'items in another order' 1 'should be' \
  '/"type":"item"/{s/("item":"sha256:[0-9a-f]+#1)\.1"/\1.7"/}'
breaks 'a page too many' 1 'page 99 of' '/"type":"item"/s/"page":1,/"page":99,/'
breaks 'a score out of range' 1 'score 7' '0,/("theme":"[a-z-]+","score":)[0-9.]+/s//\17.5/'
finish
