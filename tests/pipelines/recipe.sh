# The recipes of docs/recipes.md, run as they stand there.
#
#   recipes TOOL…     one case for each block that is marked as one of these tools'

# Makes the files that all recipes begin with.
recipes_begin () {
  kitchen=$tap_scratch/kitchen
  mkdir -p "$kitchen"
  "$heed" recommendations --quiet --published 2024-04-02 -o "$kitchen/set.jsonl" \
    "$samples/inspection/ilacs_report_2024.pdf"
  "$heed" run --quiet --recommendations "$kitchen/set.jsonl" -o "$kitchen/records.jsonl" \
    "$samples/meetings"
  "$heed" load "$kitchen/heed.db" "$kitchen/set.jsonl" "$kitchen/records.jsonl"
}

recipes () {
  local tool number n
  recipes_begin
  for tool; do
    n=$(grep -c "^\`\`\`sh $tool\$" docs/recipes.md)
    check "there are recipes for $tool" test "$n" -gt 0
    for number in $(seq "$n"); do
      awk -v mark="\`\`\`sh $tool" -v number="$number" '
        /^```$/ { inside = 0 }
        inside { print }
        $0 == mark && ++seen == number { inside = 1 }' docs/recipes.md > "$tap_scratch/recipe"
      if ! command -v "$tool" > /dev/null; then
        skip "recipe $number for $tool" "$tool is not installed"
        continue
      fi
      status=0
      (cd "$kitchen" && PATH=$(dirname "$heed"):$PATH bash -euo pipefail "$tap_scratch/recipe") \
        > "$tap_scratch/dish" 2> "$tap_scratch/err" < /dev/null || status=$?
      check "recipe $number for $tool: runs, without complaint" \
        test "$status" = 0 -a ! -s "$tap_scratch/err"
      check "recipe $number for $tool: gives something" test -s "$tap_scratch/dish"
      tap_note < "$tap_scratch/err"
    done
  done
}
