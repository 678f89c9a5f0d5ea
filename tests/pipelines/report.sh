#!/usr/bin/env bash
# The report: what stands in its page, table and letter, and that nothing which documents say
# can be anything but text in them.
. "$(dirname "$0")/heed.sh"

set=$tap_scratch/set.jsonl
records=$tap_scratch/records.jsonl
page=$tap_scratch/report.html
"$heed" recommendations --published 2024-04-02 -o "$set" "$samples/inspection/ilacs_report_2024.pdf"
"$heed" run --recommendations "$set" --council Ottermere -o "$records" "$samples/meetings"

# has 'what' TEXT FILE: the text stands in the file as it is.
has () { check "$1" grep -qF -- "$2" "$3"; }
hasnt () { check "$1" bash -c '! grep -qF -- "$1" "$2"' - "$2" "$3"; }
# well_formed FILE: every element is closed, no identifier is used twice, every link inside the
# page leads somewhere, nothing is fetched, no handler or style stands in an attribute.
well_formed () { python3 tests/pipelines/page.py "$1"; }

run "$heed" report "$set" "$records" -o "$page"
ends 'a page' 0
check 'a page: it is well formed and needs nothing else' well_formed "$page"
check 'a page: small' test "$(stat -c %s "$page")" -lt 200000
has 'a page: the council' 'Ottermere' "$page"
has 'a page: what nobody looked at' 'Never discussed' "$page"
has 'a page: counted to the newest meeting, not to today' 'Counted up to 17 June 2025' "$page"
has 'a page: the place of the words' 'commission_2025-06-17.pdf#page=2' "$page"
is 'a page: a row for each recommendation' "$(grep -c '<tr data-s=' "$page")" 8
hasnt 'a page: no hole was left' '{{' "$page"
run "$heed" report "$set" "$records" -o "$tap_scratch/again.html"
check 'the same again: the same bytes' cmp "$page" "$tap_scratch/again.html"
mkdir "$tap_scratch/deep"
run "$heed" report "$set" "$records" -o "$tap_scratch/deep/report.html"
link=$(grep -oE 'href="[^"]*cabinet_2024-06-12.pdf#page=1"' "$tap_scratch/deep/report.html" | head -n 1)
link=${link#href=\"}
check 'a link leads from the page to the document' test -f "$tap_scratch/deep/${link%#page=1\"}"
run "$heed" report "$set" "$records" --documents https://council.example/m/
has 'a link to where the documents are' \
  'href="https://council.example/m/samples/ottermere/meetings/cabinet_2024-06-12.pdf#page=1"' "$out"
run "$heed" report "$set" "$records" --documents javascript:x/
ends 'documents that are none' 2
run "$heed" report --format pdf "$set"
ends 'a format that is none' 2
run "$heed" report /nonexistent
ends 'a file that is not there' 3
"$heed" extract "$samples/meetings/messenger_2024-10-08.txt" > "$tap_scratch/pages.jsonl"
run "$heed" report "$tap_scratch/pages.jsonl"
ends 'pages' 3
complains 'pages' 'heed normalise'

# Other inputs.
"$heed" load "$tap_scratch/heed.db" "$set" "$records"
run "$heed" report "$tap_scratch/heed.db" -o "$tap_scratch/database.html"
ends 'a database' 0
check 'a database: well formed' well_formed "$tap_scratch/database.html"
is 'a database: the same marks in the grid' "$(grep '<tr data-s=' "$tap_scratch/database.html" | grep -o 'td class="[^"]*"')" \
  "$(grep '<tr data-s=' "$page" | grep -o 'td class="[^"]*"')"
run "$heed" report "$records" -o "$tap_scratch/alone.html"
ends 'records without the inspection report' 0
check 'records without the inspection report: well formed' well_formed "$tap_scratch/alone.html"

sed 's/"date":"20[0-9-]*"/"date":null/g; s/"mode":"[a-z]*"/"mode":"listed"/g' "$records" > "$tap_scratch/undated.jsonl"
run "$heed" report "$tap_scratch/undated.jsonl" -o "$tap_scratch/undated.html"
has 'only listed, nobody knows when: a page says so' 'Only listed, in a text whose date is not known.' \
  "$tap_scratch/undated.html"
"$heed" run --council Ottermere -o "$tap_scratch/plain.jsonl" "$samples/meetings"
run "$heed" report "$tap_scratch/plain.jsonl" -o "$tap_scratch/plain.html"
ends 'no recommendations' 0
check 'no recommendations: well formed' well_formed "$tap_scratch/plain.html"
has 'no recommendations: concepts in their place' '>Private fostering<' "$tap_scratch/plain.html"
run "$heed" report "$set" -o "$tap_scratch/set.html"
ends 'no meetings' 0
check 'no meetings: well formed' well_formed "$tap_scratch/set.html"
run "$heed" report < /dev/null
ends 'nothing' 0
has 'nothing: says so' 'no meeting among these records' "$out"
"$heed" run --council Eastmarch -o "$tap_scratch/other.jsonl" "$samples/meetings/cabinet_2024-06-12.pdf"
sed -i 's/sha256:[0-9a-f]\{8\}/sha256:00000000/g' "$tap_scratch/other.jsonl"
run "$heed" report "$set" "$records" "$tap_scratch/other.jsonl" -o "$tap_scratch/two.html"
ends 'two councils' 0
check 'two councils: well formed' well_formed "$tap_scratch/two.html"
is 'two councils: a grid each' "$(grep -c '<table class="grid' "$tap_scratch/two.html")" 2
has 'two councils: a choice of them' 'id="f-council"' "$tap_scratch/two.html"

# Names in capitals, as the head of minutes has them.
sed 's/"council":"Ottermere"/"council":"STOKE-ON-OTTER AND MERE CO-OPERATIVE CITY COUNCIL"/g' \
  "$tap_scratch/plain.jsonl" > "$tap_scratch/loud.jsonl"
run "$heed" report "$tap_scratch/loud.jsonl"
has 'a council in capitals' '>Stoke-on-Otter and Mere Co-operative City Council' "$out"
has 'a body in capitals' '<span>Cabinet</span>' "$out"
is 'numbers and their nouns agree' "$(grep -cE '[^0-9]1 (pages|meetings|items|recommendations)\b' "$out")" 0

# A silence is only said where a meeting could have broken it.
earlier () {
  sed -E "s/2024-04-02/$1-01-05/g; s/sha256:.{4}/sha256:$1/g; s/\"(start|end)\":\"2024/\"\1\":\"2009/g" "$set"
}
{ earlier 2010; earlier 2011; } > "$tap_scratch/replaced.jsonl"
sed 's/ottermere/westmarch/g; s/Ottermere/Westmarch/g; s/sha256:\(....\)..../sha256:\1beef/g' "$set" \
  "$tap_scratch/replaced.jsonl" > "$tap_scratch/westmarch.jsonl"
run "$heed" report "$tap_scratch/replaced.jsonl" "$tap_scratch/westmarch.jsonl" "$set" "$records" \
  -o "$tap_scratch/silent.html"
ends 'no meeting to be silent in' 0
check 'no meeting to be silent in: well formed' well_formed "$tap_scratch/silent.html"
has 'a recommendation that was replaced before the first meeting' \
  'No meeting here is of the time in which it stood, 5 January 2010 to 5 January 2011.' "$tap_scratch/silent.html"
hasnt 'a recommendation that was replaced before the first meeting: no silence' \
  'since the report of 5 January 2010' "$tap_scratch/silent.html"
has 'recommendations of several reports: the lines of time begin with what stands' \
  '<span>2 Apr 2024</span>' "$tap_scratch/silent.html"
is 'recommendations of several reports: their rows are told apart' \
  "$(grep -oE '<tr class="theme">.*</tr>' "$tap_scratch/silent.html" | sed 's/<[^>]*>//g')" \
  'The report of 5 January 2010
The report of 5 January 2011
The report of 2 April 2024'
hasnt 'recommendations of one report: nothing to tell apart' '<tr class="theme">' "$page"
has 'a council without meetings' 'No meeting of this council is among the records.' "$tap_scratch/silent.html"
is 'a council without meetings: those that stand are shown' \
  "$(grep -c '<b>No meeting read</b>' "$tap_scratch/silent.html")" 8
is 'a council without meetings: is not counted to the meetings of another' \
  "$(grep -c 'Counted up to' "$tap_scratch/silent.html")" 1
run "$heed" report -f csv "$tap_scratch/westmarch.jsonl" "$set" "$records"
is 'a council without meetings: in a table' \
  "$(grep -c '^no mention,Westmarch,.*,no meeting,,' "$out")" 24
sed 's/"date":"20[0-9-]*"/"date":null/g' "$records" > "$tap_scratch/undated.jsonl"
run "$heed" report "$set" "$tap_scratch/undated.jsonl"
has 'discussed, nobody knows when' 'Discussed, but in a text whose date is not known.' "$out"
hasnt 'discussed, nobody knows when: is not too early' 'Too early to say' "$out"

# Minutes that do not say whose they are, and name the inspection.
cat > "$tap_scratch/board.txt" << 'END'
Improvement Board
Minutes of the meeting held on 10 July 2024

1. Apologies
Apologies were received from Councillor Quill.

2. Strategy meetings
The Board looked at the inspection report published on 2 April 2024. Members heard how quickly
strategy meetings are held when a child may be at risk of significant harm, and who chairs them.
END
"$heed" run --recommendations "$set" -o "$tap_scratch/board.jsonl" "$tap_scratch/board.txt"
run "$heed" report -f csv "$set" "$tap_scratch/board.jsonl"
is 'minutes of nobody that name the inspection: stand with the council it inspected' \
  "$(grep -c '^mention,Ottermere,ottermere/2024-04-02,1,.*,2024-07-10,Improvement Board,2,' "$out")" 1
run "$heed" report "$set" "$tap_scratch/board.jsonl"
has 'minutes of nobody that name the inspection: said to be so' 'it does not say whose meeting it is' "$out"

# What cannot be read is said.
mkdir "$tap_scratch/bad"
printf '%%PDF-1.7\nnothing' > "$tap_scratch/bad/agenda & minutes.pdf"
"$heed" run "$tap_scratch/bad" > "$tap_scratch/bad.jsonl" 2> /dev/null || true
run "$heed" report "$set" "$records" "$tap_scratch/bad.jsonl" -o "$tap_scratch/bad.html"
ends 'a document that failed' 0
has 'a document that failed: said at the top' '1 document could not be read' "$tap_scratch/bad.html"
has 'a document that failed: its name' 'agenda &amp; minutes.pdf</a>' "$tap_scratch/bad.html"

# Minutes written by an enemy, in every field that a page shows.
python3 - "$records" > "$tap_scratch/evil.jsonl" << 'END'
import json, sys
evil = '</script></style><script>alert(1)</script><img src=x onerror=alert(2)>"\' onfocus=alert(3) {{title}} {{&style}} &lt;b&gt;'
def poison(value, key=None):
    if isinstance(value, dict):
        return {k: poison(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poison(v, key) for v in value]
    if key in ("body", "title", "number", "label", "concept", "theme", "council", "exact_text",
               "reason", "chair", "agenda_number") and isinstance(value, str):
        return value + evil
    return value
for line in open(sys.argv[1]):
    record = poison(json.loads(line))
    for field in ("source",):
        record[field] = 'javascript:alert(4)//"><script>' + record[field].split("/")[-1]
    if record["type"] == "document":
        record["warnings"] = [evil]
    if record["type"] == "item" and record["text"]:
        # The words themselves: as many characters, so that the spans hold.
        def bend(text):
            return text.replace("children", "</script").replace("Children", '"><b a="').replace("that", "<!--")
        record["text"] = bend(record["text"])
        for part in ("resolutions", "votes", "actions", "references", "inspections"):
            for one in record[part]:
                one["exact"] = record["text"][one["start"]:one["end"]]
        for part in ("tags", "recommendations"):
            for tag in record[part]:
                for one in tag["evidence"]:
                    one["exact"] = record["text"][one["start"]:one["end"]]
    print(json.dumps(record))
END
"$heed" report "$set" "$records" > "$tap_scratch/tame.html"
run "$heed" report "$tap_scratch/evil.jsonl" -o "$tap_scratch/evil.html"
ends 'minutes with script in them' 0
check 'minutes with script in them: well formed' well_formed "$tap_scratch/evil.html"
is 'minutes with script in them: one script, ours' "$(grep -c '<script' "$tap_scratch/evil.html")" 1
hasnt 'minutes with script in them: no image' '<img' "$tap_scratch/evil.html"
hasnt 'a source that is a script is no address' 'href="javascript' "$tap_scratch/evil.html"
has 'a source that is a script is a file of that name' 'javascript%3Aalert%284%29' "$tap_scratch/evil.html"
has 'braces in minutes stay braces' '{{title}} {{&amp;style}}' "$tap_scratch/evil.html"
run "$heed" report -f markdown "$tap_scratch/evil.jsonl"
ends 'the same as a letter' 0
hasnt 'the same as a letter: no HTML in it' '<script' "$out"

# For spreadsheets.
run "$heed" report -f csv "$set" "$records" "$tap_scratch/bad.jsonl"
ends 'a table' 0
python3 - "$out" > "$tap_scratch/table" << 'END'
import csv, sys
raw = open(sys.argv[1], "rb").read()
print(raw[:3] == b"\xef\xbb\xbf", b"\n" not in raw.replace(b"\r\n", b""))
rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True))
print(len({len(row) for row in rows}), all(None not in row for row in rows))
print(sorted({row["row"] for row in rows}))
print({row["last discussed"] for row in rows if row["number"] == "4"})
END
is 'a table: byte order mark, line ends, as many cells in each row, its rows' \
  "$(cat "$tap_scratch/table")" "True True
1 True
['mention', 'not read']
{'never'}"
for sign in = + - @; do
  sed "s/\"title\":\"/&$sign/; s/\"source\":\"/&$sign/" "$records" > "$tap_scratch/formula.jsonl"
  run "$heed" report -f csv "$tap_scratch/formula.jsonl"
  ends "a table of titles that begin with $sign" 0
  is "a table of titles that begin with $sign: no cell does" \
    "$(python3 -c '
import csv, sys
print(sum(cell[:1] in tuple("=+-@\t\r") for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig")) for cell in row if cell))' \
      "$out")" 0
done

# Years in which far more was said than a page has room for: less of the words, never a row or a mark.
python3 - "$records" 120 > "$tap_scratch/dense.jsonl" << 'END'
import hashlib, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for i in range(int(sys.argv[2])):
    made = re.sub("sha256:([0-9a-f]{64})", lambda m: "sha256:" + hashlib.sha256(
        (m[1] + str(i)).encode()).hexdigest(), text)
    sys.stdout.write(re.sub('"date":"20..-..-(..)"', rf'"date":"2024-{i % 12 + 1:02}-\1"', made))
END
run "$heed" report "$set" "$tap_scratch/dense.jsonl" -o "$tap_scratch/dense.html"
ends 'a dense year' 0
size=$(stat -c %s "$tap_scratch/dense.html")
check "a dense year: $(grep -c '^{"type":"item"' "$tap_scratch/dense.jsonl") items in under a megabyte, $size" \
  test "$size" -lt 1000000
check 'a dense year: it is well formed, and its links lead somewhere' well_formed "$tap_scratch/dense.html"
has 'a dense year: says what it leaves out' 'What is only listed is counted, without its words.' \
  "$tap_scratch/dense.html"
is 'a dense year: a row for each recommendation' "$(grep -c '<tr data-s=' "$tap_scratch/dense.html")" 8
has 'a dense year: a mark of what is only listed' '>listed</a>' "$tap_scratch/dense.html"

# For e-mails.
run "$heed" report -f markdown "$set" "$records"
ends 'a letter' 0
has 'a letter: what nobody looked at' '**Never discussed**' "$out"
check 'a letter: no line of it is indented or empty twice' \
  bash -c '! grep -qE "^ " "$1" && ! uniq -d "$1" | grep -qx ""' - "$out"
finish
