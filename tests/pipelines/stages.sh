#!/usr/bin/env bash
# The stages chained by hand and `heed run` print the same bytes, whichever way they are fed.
. "$(dirname "$0")/heed.sh"

"$heed" run "$samples" > "$tap_scratch/run.jsonl"
is 'run over a folder' "$?" 0
check 'the records keep the contract' tests/contract < "$tap_scratch/run.jsonl"

"$heed" extract "$samples" > "$tap_scratch/pages.jsonl"
is 'extract over a folder' "$?" 0
check 'the pages keep the contract' tests/contract < "$tap_scratch/pages.jsonl"
"$heed" normalise "$tap_scratch/pages.jsonl" > "$tap_scratch/items.jsonl"
is 'normalise a file' "$?" 0
check 'the items keep the contract' tests/contract < "$tap_scratch/items.jsonl"
"$heed" classify - < "$tap_scratch/items.jsonl" > "$tap_scratch/tags.jsonl"
is 'classify standard input' "$?" 0
check 'one stage after another: the same bytes' \
  cmp "$tap_scratch/tags.jsonl" "$tap_scratch/run.jsonl"

"$heed" extract "$samples" | "$heed" normalise | "$heed" classify > "$tap_scratch/pipe.jsonl"
is 'a pipe ends well' "${PIPESTATUS[*]}" '0 0 0'
check 'a pipe: the same bytes' cmp "$tap_scratch/pipe.jsonl" "$tap_scratch/run.jsonl"

"$heed" run "$samples" > "$tap_scratch/again.jsonl"
check 'a second run: the same bytes' cmp "$tap_scratch/again.jsonl" "$tap_scratch/run.jsonl"
(
  export LC_ALL=C TZ=Pacific/Auckland HOME=/nonexistent
  "$heed" run "$samples" > "$tap_scratch/elsewhere.jsonl"
)
check 'another locale and time zone: the same bytes' \
  cmp "$tap_scratch/elsewhere.jsonl" "$tap_scratch/run.jsonl"

while read -r document; do "$heed" run "$document"; done \
  < <(find "$samples" -type f | LC_ALL=C sort) > "$tap_scratch/each.jsonl"
check 'document by document: the same bytes' \
  cmp "$tap_scratch/each.jsonl" "$tap_scratch/run.jsonl"

is 'a folder: every document in byte order of its path' \
  "$(tests/fields document source < "$tap_scratch/run.jsonl")" \
  "$(find "$samples" -type f | LC_ALL=C sort)"

"$heed" run -o "$tap_scratch/out.jsonl" "$samples" > "$tap_scratch/nothing"
is '-o: exit status' "$?" 0
check '-o: the same bytes' cmp "$tap_scratch/out.jsonl" "$tap_scratch/run.jsonl"
check '-o: standard output stays empty' test ! -s "$tap_scratch/nothing"
for stage in extract normalise classify; do
  case $stage in
    extract) from=$samples wanted=pages ;;
    normalise) from=$tap_scratch/pages.jsonl wanted=items ;;
    classify) from=$tap_scratch/items.jsonl wanted=tags ;;
  esac
  "$heed" "$stage" --output "$tap_scratch/stage.jsonl" "$from"
  is "$stage --output: exit status" "$?" 0
  check "$stage --output: the same bytes" \
    cmp "$tap_scratch/stage.jsonl" "$tap_scratch/$wanted.jsonl"
done

# The name of a document on standard input is "-"; its bytes are the same document.
document=$samples/meetings/messenger_2024-10-08.txt
is 'a document on standard input' \
  "$("$heed" run - < "$document" | tests/fields document source document)" \
  "$(printf -- '-\t'; "$heed" run "$document" | tests/fields document document)"
check 'a stage without a file reads standard input' cmp \
  <("$heed" extract < "$document" | "$heed" normalise | "$heed" classify) \
  <("$heed" run - < "$document")

# Downstream commands close a pipe early: no message of our own, no endless wait.
"$heed" run "$samples" 2> "$tap_scratch/err" | head -n 1 > /dev/null
check 'a reader that goes away' test "${PIPESTATUS[0]}" -ne 139
finish
