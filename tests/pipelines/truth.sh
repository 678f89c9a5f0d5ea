#!/usr/bin/env bash
# What heed says of each sample against what a person reads in it, tests/truth/. Unlike the
# goldens, this was written by reading; it says what ought to come out, and what does not yet.
. "$(dirname "$0")/heed.sh"

# Whether the line is one of those with this mark; "*" in the file stands for anything.
marked () {
  local line
  while read -r line; do
    # shellcheck disable=SC2053
    [[ $2 = $line ]] && return 0
  done < <(sed -n "s/^$1 //p" "$3")
  return 1
}

for document in "$samples"/meetings/* "$samples"/inspection/*; do
  name=$(basename "$document")
  name=${name%.*}
  truth=tests/truth/$name
  check "$name: somebody has read it" test -s "$truth"
  wrong=0
  case "$document" in
    */meetings/*) command=(run) ;;
    *) command=(recommendations --published 2024-04-02) ;;
  esac
  "$heed" "${command[@]}" --quiet "$document" | tests/outline | sed 's/^ *//' > "$tap_scratch/said"
  while IFS= read -r line; do
    said=1
    grep -qxF -- "${line:2}" "$tap_scratch/said" || said=0
    case "$line$said" in
      '  '*) check "$name: ${line:2}" test "$said" = 1 ;;
      '? '*1) tap_result 0 "$name: ${line:2}" ;;
      '? '*0 | '! '*1)
        echo "# known to be wrong in $name: $line"
        wrong=$((wrong + 1)) ;;
    esac
  done < "$truth"
  if [ "$wrong" != 0 ]; then skip "$name: $wrong lines" "known to be wrong, see $truth"; fi
  while IFS= read -r line; do
    if ! grep -qxF -- "  $line" "$truth" && ! grep -qxF -- "? $line" "$truth" \
      && ! marked '~' "$line" "$truth" && ! marked '!' "$line" "$truth"; then
      check "$name: says more than there is: $line" false
    fi
  done < "$tap_scratch/said"
done
finish
