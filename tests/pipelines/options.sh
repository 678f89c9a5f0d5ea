#!/usr/bin/env bash
# The command line: help, version, usage errors, outputs that cannot be written.
. "$(dirname "$0")/heed.sh"

run "$heed" --help
ends 'heed --help' 0
for name in extract normalise classify run evaluate taxonomy; do
  check "heed --help names $name" has_command "$name"
done
run "$heed" --version
ends 'heed --version' 0
version=$(cat "$out")
check 'heed --version: name and number' grep -qxE 'heed [0-9]+\.[0-9]+\.[0-9]+' "$out"

for name in $(commands); do
  run "$heed" "$name" --help
  ends "heed $name --help" 0
  check "heed $name --help: usage on standard output" grep -q "^ *heed $name" "$out"
  check "heed $name --help: every line fits a terminal" \
    test "$(LC_ALL=C.UTF-8 wc -L < "$out")" -le 80
  check "heed $name --help: nothing on standard error" test ! -s "$err"
  run "$heed" "$name" --version
  ends "heed $name --version" 0
  is "heed $name --version: the program's" "$(cat "$out")" "$version"
  run "$heed" "$name" --no-such-option
  ends "heed $name --no-such-option" 2
  complains "heed $name --no-such-option" 'no-such-option'
  check "heed $name --no-such-option: nothing on standard output" test ! -s "$out"
done

run "$heed"
ends 'no command' 2
complains 'no command' 'heed --help'
run "$heed" extrakt
ends 'a slip of the finger' 2
complains 'a slip of the finger' "extract"
run "$heed" run
ends 'run without a path' 2
complains 'run without a path' '^heed run: '
run "$heed" run --ocr sometimes "$samples"
ends 'an option with a wrong value' 2

run "$heed" run --sandbox maybe "$samples"
ends 'a sandbox of no kind' 2
run "$heed" run --sandbox require "$samples/meetings/messenger_2024-10-08.txt"
if "$heed" --version --verbose | grep -q '^sandbox: Landlock [0-9]*, seccomp$'; then
  ends 'a sandbox that there is' 0
  for how in auto off; do
    check "--sandbox $how: the same bytes" cmp "$out" \
      <("$heed" run --sandbox $how "$samples/meetings/messenger_2024-10-08.txt")
  done
else
  ends 'a sandbox that there is not' 3
  complains 'a sandbox that there is not' 'no whole sandbox here'
fi
# An older kernel: it is told of, required for nothing, and done without by default.
older () { run python3 tests/pipelines/without_landlock.py "$heed" "$@"; }
older --version --verbose
if [ "$status" = 77 ]; then
  skip 'a kernel without Landlock' 'it cannot be pretended here'
else
  check 'a kernel without Landlock: said by --version --verbose' \
    grep -q '^sandbox: no Landlock in this kernel, ' "$out"
  for command in run extract recommendations; do
    older $command --sandbox require "$samples/meetings/messenger_2024-10-08.txt"
    ends "a kernel without Landlock, required by $command" 3
    complains "a kernel without Landlock, required by $command" \
      "^heed $command: no whole sandbox here: no Landlock in this kernel"
    check "a kernel without Landlock, required by $command: nothing is read" test ! -s "$out"
  done
  older run "$samples/meetings/messenger_2024-10-08.txt"
  ends 'a kernel without Landlock, by default' 0
  check 'a kernel without Landlock, by default: the same bytes' cmp "$out" \
    <("$heed" run "$samples/meetings/messenger_2024-10-08.txt")
fi

# After -- everything is a path.
cp "$samples/meetings/messenger_2024-10-08.txt" "$tap_scratch/-o"
run bash -c 'cd "$1" && exec "$2" run -- -o' - "$tap_scratch" "$heed"
ends 'a file that looks like an option' 0
is 'a file that looks like an option: its source' \
  "$(tests/fields document source < "$out")" '-o'

run "$heed" run -o "$tap_scratch/none/out.jsonl" "$samples"
ends 'an output in no folder' 3
complains 'an output in no folder' 'out.jsonl'
echo 'earlier' > "$tap_scratch/kept.jsonl"
run "$heed" normalise -o "$tap_scratch/kept.jsonl" "$samples/meetings/messenger_2024-10-08.txt"
ends 'a command that cannot go on' 3
is 'a command that cannot go on: leaves the earlier output' \
  "$(cat "$tap_scratch/kept.jsonl")" 'earlier'
is 'a command that cannot go on: leaves nothing beside it' \
  "$(find "$tap_scratch" -name 'kept.jsonl?*')" ''
if [ -w /dev/full ]; then
  for words in --help --version 'run --help' 'run --version' 'check /dev/null'; do
    # shellcheck disable=SC2086 # a command and its option are two words
    "$heed" $words > /dev/full 2> "$tap_scratch/err"
    is "a full disk, $words: exit status" "$?" 3
    err=$tap_scratch/err
    complains "a full disk, $words" '[Nn]o space left'
  done
  "$heed" run "$samples" > /dev/full 2> "$tap_scratch/err"
  is 'a full disk: exit status' "$?" 3
  err=$tap_scratch/err
  complains 'a full disk' '[Nn]o space left'
else
  skip 'a full disk' 'there is no /dev/full here'
fi

printf '<rdf:RDF' > "$tap_scratch/broken.rdf"
run "$heed" run --taxonomy "$tap_scratch/broken.rdf" "$samples"
ends 'a taxonomy that is no XML' 3
complains 'a taxonomy that is no XML' 'broken.rdf'
check 'a taxonomy that is no XML: no record' test ! -s "$out"
run "$heed" run --taxonomy "$tap_scratch/absent.rdf" "$samples"
ends 'a taxonomy that is not there' 3
complains 'a taxonomy that is not there' '^heed run: taxonomy: .*absent.rdf'

"$heed" run "$samples" > "$tap_scratch/weighed.jsonl"
run "$heed" run --model none "$samples"
ends 'no learned weights' 0
check 'no learned weights: they are in no reason' sh -c '! grep -q "learned: " "$1"' - "$out"
check 'no learned weights: tags by the taxonomy' grep -q '"concept":' "$out"
check 'no learned weights: other records than with them' \
  sh -c '! cmp -s "$1" "$2"' - "$out" "$tap_scratch/weighed.jsonl"
printf 'heed-model 1\nverdict text -2.4 0 0 3.2 0.5 0.5 0 0 1.2 1.9 0.5 0.8 -0.1 0 0\n' \
  > "$tap_scratch/model.txt"
run "$heed" run --model "$tap_scratch/model.txt" "$samples"
ends 'learned weights of ours' 0
printf 'heed-model 1\nword\n' > "$tap_scratch/model.txt"
run "$heed" run --model "$tap_scratch/model.txt" "$samples"
ends 'a file that is no weights' 3
complains 'a file that is no weights' 'model.txt: line 2'
check 'a file that is no weights: no record' test ! -s "$out"
printf 'heed-model 1\nverdict text 1 2\n' > "$tap_scratch/model.txt"
run "$heed" run --model "$tap_scratch/model.txt" "$samples"
ends 'a verdict of too few weights' 3
complains 'a verdict of too few weights' 'model.txt: line 2: a verdict has 15 weights'
check 'a verdict of too few weights: no record' test ! -s "$out"
run "$heed" run --model "$tap_scratch/absent.txt" "$samples"
ends 'weights that are not there' 3
complains 'weights that are not there' '^heed run: weights: .*absent.txt'

run "$heed" taxonomy list
ends 'taxonomy list' 0
check 'taxonomy list: names a concept' grep -q 'private-fostering' "$out"
run "$heed" taxonomy show private-fostering
ends 'taxonomy show' 0
check 'taxonomy show: its label' grep -q 'Private fostering' "$out"
run "$heed" taxonomy show no-such-concept
check 'taxonomy show of none' test "$status" -ne 0
complains 'taxonomy show of none' 'no-such-concept'
run "$heed" taxonomy export
ends 'taxonomy export' 0
cp "$out" "$tap_scratch/export.rdf"
run "$heed" taxonomy check "$tap_scratch/export.rdf"
ends 'taxonomy check of its own export' 0
for format in skos csv markdown; do
  run "$heed" taxonomy export --format "$format"
  ends "taxonomy export --format $format" 0
  check "taxonomy export --format $format: has a concept" grep -q private-fostering "$out"
done
is 'taxonomy export --format csv: a row for each concept' \
  "$("$heed" taxonomy export --format csv | python3 -c '
import csv, io, sys
print(len({row["concept"] for row in csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig"))}))')" \
  "$("$heed" taxonomy list | grep -c '^  ')"
run "$heed" taxonomy export --format word
ends 'taxonomy export in an unknown format' 2
complains 'taxonomy export in an unknown format' 'skos, csv or markdown'
run "$heed" taxonomy check "$tap_scratch/broken.rdf"
check 'taxonomy check of no XML' test "$status" -ne 0
"$heed" run "$samples" > "$tap_scratch/built-in.jsonl"
"$heed" run --taxonomy "$tap_scratch/export.rdf" "$samples" > "$tap_scratch/exported.jsonl"
check 'the exported taxonomy tags as the built-in one' \
  cmp "$tap_scratch/built-in.jsonl" "$tap_scratch/exported.jsonl"
finish
