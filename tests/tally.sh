#!/usr/bin/env bash
# What tests/tally makes of meson's log.
set -uo pipefail
cd "$(dirname "$0")/.."
. tests/tap.sh
log=$tap_scratch/testlog.json

# tally 'what' 'status and last line wanted' LINE…
tally () {
  local what=$1 wanted=$2 said status=0
  shift 2
  printf '%s\n' "$@" > "$log"
  said=$(tests/tally "$log") || status=$?
  is "$what" "$status ${said##*$'\n'}" "$wanted"
}

one='{"name": "a", "result": "OK", "stdout": ""}'
tally 'a program without cases is one' '0 1 passed, 0 failed' "$one"
tally 'cases are counted' '0 2 passed, 0 failed' \
  '{"name": "a", "result": "OK", "stdout": "1..2\nok 1 /x/y\n# ok 9 no case\nok 2 - z\n"}'
tally 'a failed case' '1 2 passed, 1 failed' "$one" \
  '{"name": "b", "result": "FAIL", "stdout": "ok 1 x\nnot ok 2 y\n"}'
tally 'a program that dies after good cases' '1 1 passed, 1 failed' \
  '{"name": "b", "result": "FAIL", "stdout": "ok 1 x\n"}'
tally 'a program that takes too long' '1 0 passed, 1 failed' \
  '{"name": "b", "result": "TIMEOUT"}'
tally 'a skipped case' '0 1 passed, 0 failed, 1 skipped' \
  '{"name": "b", "result": "OK", "stdout": "ok 1 x\nok 2 y # SKIP no documents\n"}'
tally 'a skipped program' '0 1 passed, 0 failed, 1 skipped' "$one" \
  '{"name": "b", "result": "SKIP", "stdout": "clang-format is not installed\n"}'
: > "$log"
said=$(tests/tally "$log")
is 'no test at all is a failure' "$? ${said##*$'\n'}" '1 0 passed, 1 failed'
said=$(tests/tally "$tap_scratch/none")
is 'no log at all is a failure' "$? ${said##*$'\n'}" '1 0 passed, 1 failed'
finish
