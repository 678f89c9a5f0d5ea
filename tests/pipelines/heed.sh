# What the end-to-end tests share. They run the program as a user would, from the root of
# the repository, so that `source` in the records is the same everywhere.

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/tap.sh
heed=${HEED:-$PWD/build/pipelines/heed}
case "$heed" in /*) ;; *) heed=$PWD/$heed ;; esac
samples=samples/ottermere

# The commands that the program has, one a line.
commands () { "$heed" --help | sed -n '/^Commands:/,/^$/s/^  *\([a-z]*\) .*/\1/p'; }
# Those of a command, with "=" where they take a value.
options () { "$heed" "$1" --help | sed -nE 's/^ +(-., )?(--[a-z-]+=?).*/\2/p'; }
has_command () { commands | grep -qx "$1"; }

# run COMMAND…: what it says and how it ends, for the cases below.
run () {
  status=0
  "$@" > "$tap_scratch/out" 2> "$tap_scratch/err" < "${input:-/dev/null}" || status=$?
  out=$tap_scratch/out
  err=$tap_scratch/err
}

# ends 'what' STATUS: as expected, and neither by a signal nor with a sanitizer's report.
ends () {
  is "$1: exit status" "$status" "$2"
  if [ "$status" != "$2" ]; then tap_note < "$err"; fi
}

# complains 'what' PATTERN: standard error is short, of whole lines for people, and matches.
complains () {
  local lines
  lines=$(wc -l < "$err")
  if grep -qE "$2" "$err" && [ "$lines" -ge 1 ] && [ "$lines" -le 3 ]; then
    tap_result 0 "$1: says why"
  else
    tap_result 1 "$1: says why"
    echo "wanted at most three lines, one like $2" | tap_note
    tap_note < "$err"
  fi
}
