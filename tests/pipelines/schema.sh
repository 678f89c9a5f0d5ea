#!/usr/bin/env bash
# The JSON Schema of each type of record, against which every golden and what every command
# prints holds; and the data dictionary, which is what the build would write.
. "$(dirname "$0")/heed.sh"
built=$(dirname "$heed")

is 'docs/dictionary.md is what the build writes: build/pipelines/describe dictionary' \
  "$("$built/describe" dictionary)" "$(cat docs/dictionary.md)"
run "$built/describe" schema letter
ends 'a type that is none' 2

# The package's library is there for Debian's own Python alone.
for python in python3 /usr/bin/python3 ''; do
  [ -n "$python" ] && "$python" -c 'import jsonschema' 2> /dev/null && break
done
[ -n "$python" ] || { skip 'the schemas' 'python3-jsonschema is not installed'; finish; }

cat > "$tap_scratch/validate.py" << 'END'
"""Records of standard input against FOLDER/TYPE.schema.json; a line for each that fails."""
import json, sys
from jsonschema import Draft202012Validator
validators = {}
seen = set()
for line in sys.stdin:
    record = json.loads(line)
    name = record["type"]
    if name not in validators:
        with open(f"{sys.argv[1]}/{name}.schema.json", encoding="utf-8") as file:
            schema = json.load(file)
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    seen.add(name)
    for error in validators[name].iter_errors(record):
        print(name, "/".join(map(str, error.absolute_path)), error.validator)
print("seen:", *sorted(seen))
END
valid () { "$python" "$tap_scratch/validate.py" "$built"; }

for kind in pages items tags recommendations; do
  is "every golden of $kind is valid" \
    "$(cat tests/golden/*."$kind".jsonl | valid | cut -d : -f 1)" seen
done
set=$tap_scratch/set.jsonl
"$heed" recommendations --quiet --published 2024-04-02 -o "$set" \
  "$samples/inspection/ilacs_report_2024.pdf"
printf 'no pdf' > "$tap_scratch/broken.pdf"
"$heed" run --quiet --recommendations "$set" "$samples/meetings" "$tap_scratch/broken.pdf" \
  > "$tap_scratch/records" || true
is 'what heed run and heed recommendations print' \
  "$(cat "$set" "$tap_scratch/records" | valid)" \
  "seen: document $(grep -q '^{"type":"failure"' "$tap_scratch/records" && echo 'failure ')inspection item meeting recommendation"
is 'what heed track prints' \
  "$("$heed" track "$set" "$tap_scratch/records" | valid)" 'seen: history'

# broken SED WHERE: what a schema is to refuse, it refuses.
broken () {
  is "refused: $1" "$(sed "$1" tests/golden/commission_2025-06-17.tags.jsonl | valid \
    | grep -v ^seen | sort -u | head -n 1)" "$2"
}
broken 's/"kind":"minutes"/"kind":"letter"/' 'meeting kind enum'
broken 's/"date":"2025-06-17","time"/"date":"17 June 2025","time"/' 'meeting date pattern'
broken 's/"truncated":false/"truncated":0/' 'item truncated type'
broken 's/"number":/"nummer":/' 'item  required'
finish
