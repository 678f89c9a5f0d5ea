#!/usr/bin/env bash
# Bad input, one kind a case: what the user sees, what stands in the records, how it ends;
# and that the documents beside it are not lost.
. "$(dirname "$0")/heed.sh"
good=$samples/meetings/messenger_2024-10-08.txt
"$heed" run "$good" > "$tap_scratch/good.jsonl"

# fails 'what' PATH REASON: the document fails so; the one after it comes out as ever.
fails () {
  run "$heed" run "$2" "$good"
  ends "$1" 1
  is "$1: the failure" "$(tests/fields failure source reason < "$out")" "$2"$'\t'"$3"
  is "$1: the next document" "$(tail -n +2 "$out")" "$(cat "$tap_scratch/good.jsonl")"
  complains "$1" "^heed run: .*$(basename "$2")"
  check "$1: the contract" tests/contract < "$out"
}

at=$tap_scratch/in
mkdir "$at"
fails 'a missing file' "$at/none.pdf" unreadable

: > "$at/nothing.txt"
fails 'an empty file' "$at/nothing.txt" empty

mkdir "$at/folder"
echo 'no document' > "$at/folder/notes.odt"
fails 'a folder without documents' "$at/folder" unreadable

head -c 20000 "$samples/meetings/cabinet_2024-06-12.pdf" > "$at/short.pdf"
run "$heed" run "$at/short.pdf" "$good"
check 'a PDF cut short: ends in records or a failure' test "$status" -le 1
check 'a PDF cut short: the contract' tests/contract < "$out"
is 'a PDF cut short: the next document' \
  "$(tests/fields document source < "$out" | tail -n 1)" "$good"

printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0' > "$at/picture.pdf"
fails 'a picture named .pdf' "$at/picture.pdf" unsupported
mkfifo "$at/pipe.pdf"
fails 'a named pipe' "$at/pipe.pdf" unreadable
if [ "$(id -u)" -eq 0 ]; then
  skip 'a file nobody may read' 'root may read everything'
else
  cp "$good" "$at/secret.txt"
  chmod 0 "$at/secret.txt"
  fails 'a file nobody may read' "$at/secret.txt" unreadable
fi

# A text that is no minutes is read all the same; it is a meeting of no known kind.
printf 'Take two eggs and a cup of flour.\n\nStir well and bake for an hour.\n' > "$at/cake.txt"
run "$heed" run "$at/cake.txt"
ends 'a text that is no minutes' 0
is 'a text that is no minutes: one meeting that is none' \
  "$(tests/fields meeting council body date chair < "$out")" $'-\t-\t-\t-'
is 'a text that is no minutes: the whole text is one item' \
  "$(tests/fields item number '#resolutions' '#tags' < "$out")" $'\t0\t0'
check 'a text that is no minutes: no words lost' \
  bash -c 'tests/fields item text < "$1" | grep -q "bake for an hour"' - "$out"
check 'a text that is no minutes: the contract' tests/contract < "$out"

printf 'Cabinet met on 3 May 2024.\xff\xfe\x80 The caf\xe9 was closed.\n' > "$at/bytes.txt"
run "$heed" run "$at/bytes.txt"
check 'bytes that are no UTF-8: records or a failure' test "$status" -le 1
check 'bytes that are no UTF-8: what comes out is UTF-8' iconv -f UTF-8 -t UTF-8 "$out"
check 'bytes that are no UTF-8: the contract' tests/contract < "$out"

# A file whose name is no UTF-8 is read; in the records its name is made valid.
odd=$at/$'caf\xe9.txt'
cp "$good" "$odd"
run "$heed" run "$odd"
ends 'a name that is no UTF-8' 0
check 'a name that is no UTF-8: the contract' tests/contract < "$out"

cp "$good" "$at/two words"$'\n'".txt"
run "$heed" run "$at/two words"$'\n'".txt"
ends 'a name with a line break' 0
is 'a name with a line break: lines are records' \
  "$(wc -l < "$out")" "$(wc -l < "$tap_scratch/good.jsonl")"

# What a name holds is not for the terminal to act upon.
odd=$at/$'empty\n\e]0;gotcha\a\u202e.txt'
: > "$odd"
run "$heed" run --log "$at/log" "$odd"
ends 'a name that commands the terminal' 1
complains 'a name that commands the terminal' \
  '/empty\\n\\u001b\]0;gotcha\\u0007\\u202e\.txt: it has no bytes$'
is 'a name that commands the terminal: one line of the log' \
  "$(cut -f 7 "$at/log")" "$at/empty\n\u001b]0;gotcha\u0007\u202e.txt"

run "$heed" run --files-from "$at"
ends 'a list that is a folder' 3
complains 'a list that is a folder' "^heed run: cannot read $at: "

mkdir "$at/circle"
cp "$good" "$at/circle/one.txt"
ln -s . "$at/circle/again"
run timeout 60 "$heed" run "$at/circle"
ends 'links in a circle' 0
check 'links in a circle: the contract' tests/contract < "$out"

# Records that are none: nothing can be relied upon, so the stage stops and names the line.
for stage in normalise classify; do
  printf 'Dear Sir or Madam\n' > "$at/letter.jsonl"
  run "$heed" "$stage" "$at/letter.jsonl"
  ends "$stage: no JSON" 3
  complains "$stage: no JSON" "letter.jsonl"
  "$heed" extract "$good" | sed 's/"type"/"type":"page","type"/' > "$at/twice.jsonl"
  run "$heed" "$stage" "$at/twice.jsonl"
  ends "$stage: a key twice" 3
  head -c -20 "$tap_scratch/good.jsonl" > "$at/torn.jsonl"
  run "$heed" "$stage" "$at/torn.jsonl"
  ends "$stage: a torn last line" 3
  run "$heed" "$stage" "$at/missing.jsonl"
  ends "$stage: no such file" 3
  input=/dev/null run "$heed" "$stage"
  ends "$stage: nothing on standard input" 0
  check "$stage: nothing comes of nothing" test ! -s "$out"
done

# A failure passes through the later stages as it is, but for what it was made with.
unmade () { sed 's/,"made_with":"[^"]*"//' "$1"; }
"$heed" extract "$at/none.pdf" > "$at/failure.jsonl" 2> /dev/null
run "$heed" normalise "$at/failure.jsonl"
is 'a failure goes on to the next stage' "$(unmade "$out")" "$(unmade "$at/failure.jsonl")"
ends 'a failure goes on to the next stage' 1
finish
