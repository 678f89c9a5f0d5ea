#!/usr/bin/env bash
# The documentation keeps up: every field of every golden stands in docs/records.md, every
# command of the program in README.md, and every file that README.md or CONTRIBUTING.md names
# is there.
. "$(dirname "$0")/pipelines/heed.sh"

fields=$(cat tests/golden/*.jsonl | python3 -c '
import json, sys
def names(value):
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)
found = set()
for line in sys.stdin:
    found.update(names(json.loads(line)))
print("\n".join(sorted(found)))')
check 'there are goldens to hold it against' test -n "$fields"
for field in $fields; do
  check "docs/records.md has $field" grep -qF "\`$field\`" docs/records.md
done

for name in $(commands); do
  check "README.md has heed $name" grep -qE "heed $name\b" README.md
done

# Every line of the README's example stands in what its command prints.
"$heed" run "$samples/meetings" | python3 -m json.tool --json-lines --no-ensure-ascii \
  > "$tap_scratch/example"
while read -r line; do
  check "README.md's example: $line" grep -qF -- "$line" "$tap_scratch/example"
done < <(sed -n '/^```json/,/^```$/p' README.md | grep -v '^```' | grep -vF '…' | sed 's/^ *//')

for page in README.md CONTRIBUTING.md SECURITY.md samples/README.md; do
  # Names in `code`, as far as they are paths of this tree without a placeholder in capitals.
  for path in $(grep -o '`[^`]*`' "$page" | tr -d '`' | tr ' ' '\n' \
    | grep -E '^(\.ci|extract|normalise|classify|pipelines|samples|tests|docs)/[A-Za-z0-9_./-]*$' \
    | grep -vE '[A-Z]{3}|^samples/out' | LC_ALL=C sort -u); do
    at=$path
    [ "$page" = samples/README.md ] && [ ! -e "$at" ] && at=samples/$path
    check "$page: $path is there" test -e "$at"
  done
done
finish
