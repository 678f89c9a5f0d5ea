#!/usr/bin/env bash
# Documents and taxonomies that mean harm: each ends as records or one clear failure, within
# the bounds, and what stands beside it is untouched.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
seconds=${HEED_SECONDS:-10} # .ci/run says 3
python3 tests/pipelines/hostile.py "$at/made"
cp "$samples/meetings/issue_4417.html" "$at/made/documents/honest_1.html"
cp "$samples/meetings/messenger_2024-10-08.txt" "$at/made/documents/zz_honest_2.txt"

# try 'what' FOLDER OPTION…
try () {
  local what=$1 folder=$2
  shift 2
  run timeout 280 "$heed" run -j2 -o "$at/out.jsonl" "$@" "$folder"
  ends "$what" 1
  is "$what: each is accounted for" \
    "$(grep -cE '^\{"type":"(document|failure)"' "$at/out.jsonl")" \
    "$(find "$folder" -type f \( -name '*.pdf' -o -name '*.html' -o -name '*.txt' \) | wc -l)"
  is "$what: one line for each failure" "$(wc -l < "$err")" \
    "$(grep -c '^{"type":"failure"' "$at/out.jsonl")"
  check "$what: short lines" test "$(wc -L < "$err")" -lt 500
  check "$what: sound records" "$heed" check "$at/out.jsonl"
  is "$what: none does what the sandbox forbids" "$(grep -c 'sandbox forbids' "$err")" 0
}

try 'documents that mean harm' "$at/made/documents" --seconds "$seconds"
for name in sound.pdf flipped_19.pdf; do
  check "$name is read" grep -q "^{\"type\":\"document\".*/$name\"" "$at/out.jsonl"
done
for honest in honest_1.html zz_honest_2.txt; do
  of () { grep "\"source\":\"[^\"]*$honest\"" "$1"; }
  check "$honest beside them: the same records" cmp <(of "$at/out.jsonl") \
    <("$heed" run --seconds "$seconds" "$at/made/documents/$honest")
done

for scheme in "$at"/made/taxonomies/*; do
  name=$(basename "$scheme")
  run timeout 60 "$heed" taxonomy check "$scheme"
  check "$name is refused" test "$status" = 1 -o "$status" = 3
  run timeout 60 "$heed" classify --taxonomy "$scheme" /dev/null
  ends "$name: nothing is tagged with it" 3
  check "$name: short" test "$(wc -c < "$err")" -lt 2000
  check "$name: says nothing of other files" test "$(grep -c root: "$out" "$err" | grep -vc ':0')" = 0
done
check 'documents that shrink and grow while they are read' \
  python3 tests/pipelines/restless.py "$heed" "$at/restless" 5

# Records: nested ten million deep, and a line of a gigabyte.
for start in '{"type":"document","schema":1,"x":' '{"type":"history","schema":1,"steps":' ''; do
  for command in normalise check; do
    { printf %s "$start"; head -c 10M /dev/zero | tr '\0' '['; } > "$at/nest.jsonl"
    run timeout 60 "$heed" "$command" "$at/nest.jsonl"
    ends "$command of a nest that begins '${start:0:17}'" 3
    complains "$command of a nest that begins '${start:0:17}'" 'nest.jsonl:1: '
  done
done
run timeout 120 bash -c 'head -c 1G /dev/zero | tr "\0" " " | "$1" classify' - "$heed"
ends 'a line of a gigabyte' 3
complains 'a line of a gigabyte' ':1: line of over 268435456 bytes'
finish
