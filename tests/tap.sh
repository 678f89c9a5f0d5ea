# What the shell tests share: the Test Anything Protocol, as meson and tests/tally read it.
#
#   . tests/tap.sh
#   check 'what should hold' COMMAND…      one case: passes if COMMAND does
#   is 'what should hold' GOT WANTED       one case: the two are the same text
#   skip 'what' 'why'                      one case that cannot be tried here
#   finish                                 the plan; ends the script
#
# tap_scratch is a folder of this test's own, gone when it ends.

tap_cases=0
tap_bad=0
tap_scratch=$(mktemp -d)
trap 'rm -rf "$tap_scratch"' EXIT

tap_result () {
  tap_cases=$((tap_cases + 1))
  if [ "$1" = 0 ]; then
    echo "ok $tap_cases - $2"
  else
    echo "not ok $tap_cases - $2"
    tap_bad=$((tap_bad + 1))
  fi
}

# As a remark, so that nothing a command says can be taken for a result.
tap_note () { sed 's/^/# /' | head -n 40; }

check () {
  local what=$1 status=0
  shift
  "$@" > "$tap_scratch/tap.out" 2>&1 || status=$?
  tap_result $((status != 0)) "$what"
  if [ "$status" != 0 ]; then
    echo "status $status of: $*" | tap_note
    tap_note < "$tap_scratch/tap.out"
  fi
}

is () {
  if [ "$2" = "$3" ]; then
    tap_result 0 "$1"
  else
    tap_result 1 "$1"
    diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | tap_note
  fi
}

skip () {
  tap_cases=$((tap_cases + 1))
  echo "ok $tap_cases - $1 # SKIP $2"
}

finish () {
  echo "1..$tap_cases"
  [ "$tap_bad" = 0 ]
  exit
}
