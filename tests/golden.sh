#!/usr/bin/env bash
# Holds what heed makes of every sample, stage by stage, against tests/golden/.
#
#   tests/golden.sh             compare; a golden that is missing, or that belongs to no
#                               sample, is a failure
#   tests/golden.sh --update    write them anew: build first, then read `git diff`
#
# One suffix a stage: .pages.jsonl (extract), .items.jsonl (normalise), .tags.jsonl
# (classify); .recommendations.jsonl for an inspection report. HEED names the program.
. "$(dirname "$0")/pipelines/heed.sh"
golden=tests/golden
update=0
case "${1:-}" in
  '') ;;
  --update) update=1 ;;
  *) echo "usage: tests/golden.sh [--update]" >&2; exit 2 ;;
esac
[ -x "$heed" ] || { echo "tests/golden.sh: $heed is not built yet" >&2; exit 1; }

made=$tap_scratch/golden
mkdir "$made"
stages () {
  local name=$made/$2
  "$heed" extract "$1" > "$name.pages.jsonl" \
    && "$heed" normalise "$name.pages.jsonl" > "$name.items.jsonl" \
    && "$heed" classify "$name.items.jsonl" > "$name.tags.jsonl"
}
report () {
  "$heed" recommendations "$1" > "$made/$2.recommendations.jsonl"
}

while read -r document; do
  name=$(basename "$document")
  name=${name%.*}
  check "$name: goes through every stage" stages "$document" "$name"
  if [[ $document = */inspection/* ]] && has_command recommendations; then
    check "$name: read as a report" report "$document" "$name"
  fi
done < <(find "$samples" -type f | LC_ALL=C sort)

if [ "$update" = 1 ]; then
  [ "$tap_bad" = 0 ] || { echo "tests/golden.sh: nothing written" >&2; exit 1; }
  mkdir -p "$golden"
  rm -f "$golden"/*.jsonl
  cp "$made"/*.jsonl "$golden"/
  git --no-pager diff --stat -- "$golden" 2> /dev/null
  exit 0
fi

# The first lines that differ, cut: records are long.
compare () {
  [ -e "$golden/$1" ] || { echo "$golden/$1 is missing"; return 1; }
  [ -e "$made/$1" ] || { echo "no sample makes $golden/$1"; return 1; }
  cmp -s "$golden/$1" "$made/$1" && return 0
  echo "after a change that is meant: tests/golden.sh --update, then read git diff"
  diff <(sed 's/,"/,\n"/g' "$golden/$1") <(sed 's/,"/,\n"/g' "$made/$1") | cut -c1-200 | head -n 20
  return 1
}
while read -r name; do
  check "$name" compare "$name"
done < <({ ls "$made"; ls "$golden" 2> /dev/null; } | grep '\.jsonl$' | LC_ALL=C sort -u)
finish
