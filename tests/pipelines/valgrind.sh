#!/usr/bin/env bash
# Valgrind has nothing to say of heed at work on samples of each kind, nor of its workers.
. "$(dirname "$0")/heed.sh"

if ! command -v valgrind > /dev/null; then
  skip 'valgrind' 'valgrind is not installed'
  finish
elif "$heed" --version --verbose | grep -q sanitizer; then
  skip 'valgrind' 'the sanitizers look for the same'
  finish
fi
# Of libraries it says much; of heed it must say nothing. What a worker says is lost with
# it, so that each writes a file of its own, which it cannot do in the cage.
for name in messenger_2024-10-08.txt issue_4417.html; do
  run valgrind -q --trace-children=no --error-exitcode=0 --num-callers=30 \
    --log-file="$tap_scratch/log.%p" --suppressions=tests/pipelines/valgrind.supp \
    "$heed" run -j1 --sandbox off --seconds 0 --memory 0 "$samples/meetings/$name"
  ends "$name" 0
  check "$name: records" test -s "$out"
done
check 'parents and workers were looked at' test "$(ls "$tap_scratch"/log.* | wc -l)" -ge 4
is 'nothing is wrong' "$(cat "$tap_scratch"/log.*)" ''
finish
