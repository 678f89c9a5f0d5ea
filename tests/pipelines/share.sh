#!/usr/bin/env bash
# A large pack that several workers share: the same records, and the same limits, as one has.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
pack=$at/pack.pdf
tests/pipelines/pack.py 130 > "$pack"
tests/pipelines/pack.py 130 lost > "$at/lost.pdf"
tests/pipelines/pack.py 600 > "$at/long.pdf"
printf 'Cabinet\n1. Early help\nRESOLVED that it be noted.\n' > "$at/small.txt"

for name in pack lost; do
  "$heed" run -j1 "$at/$name.pdf" > "$at/alone.jsonl"
  for jobs in 2 5; do
    check "$name.pdf: $jobs workers give the same bytes" \
      cmp <("$heed" run -j$jobs "$at/$name.pdf") "$at/alone.jsonl"
  done
done
check 'with others around it: the same bytes' \
  cmp <("$heed" run -j3 "$at/small.txt" "$pack") <("$heed" run -j1 "$at/small.txt" "$pack")
check 'from standard input: the same bytes' \
  cmp <("$heed" extract -j3 - < "$pack") <("$heed" extract -j1 - < "$pack")
is 'an item goes over from one range to the next' \
  "$("$heed" run -j4 "$pack" | "$PWD/tests/fields" item page_start page_end | sed -n 9p)" "$(printf '25\t27')"

# Really by several: each has the file open at the same time.
workers () { cat /proc/$parent/task/$parent/children 2> /dev/null; }
holds () { ls -l "/proc/$1/fd" 2> /dev/null | grep -q 'long.pdf'; }
begin () {
  "$heed" run --quiet "$@" > "$at/shared.jsonl" 2> "$at/shared.err" &
  parent=$!
}
# The small one first: a worker is born with what its parent has open at that moment.
begin -j2 --seconds 100 "$at/small.txt" "$at/long.pdf"
most=0
victim=
for _ in $(seq 1000); do
  holding=()
  for worker in $(workers); do
    if holds "$worker"; then holding+=("$worker"); fi
  done
  if [ ${#holding[@]} -gt "$most" ]; then most=${#holding[@]}; fi
  if [ "$most" -ge 2 ]; then victim=${holding[1]} && break; fi
  sleep 0.01
done
is 'two workers share it' "$most" 2

# The one that crashes costs the pack its one failure, and nobody else theirs.
kill -SEGV "${victim:-$parent}"
wait "$parent"
is 'a range crashes: exit status' "$?" 1
is 'a range crashes: one failure' \
  "$("$PWD/tests/fields" failure source reason < "$at/shared.jsonl")" "$(printf '%s\tcrash' "$at/long.pdf")"
is 'a range crashes: the other document is done' \
  "$("$PWD/tests/fields" document source < "$at/shared.jsonl")" "$at/small.txt"

# Time is the pack's, however many work at it, and no machine does this one in a second.
tests/pipelines/pack.py 6000 > "$at/endless.pdf"
for jobs in 1 2; do
  run "$heed" run -j$jobs --seconds 1 "$at/endless.pdf"
  ends "too slow, $jobs at it" 1
  is "too slow, $jobs at it: one failure" "$("$PWD/tests/fields" failure reason < "$out")" timeout
done
finish
