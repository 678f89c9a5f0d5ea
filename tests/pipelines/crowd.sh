#!/usr/bin/env bash
# Ten thousand files of which a third are broken; what may not be read, what vanishes: each ends
# in a line that a person understands, and costs nobody else anything.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
chmod 755 "$at"
python3 - "$at/crowd" << 'END'
import os, sys
for i in range(10000):
    folder = f"{sys.argv[1]}/{i // 1000}"
    os.makedirs(folder, exist_ok=True)
    broken = [
        (".pdf", b"%%!PS-Adobe-3.0\n%d" % i),
        (".pdf", b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog %d" % i),
        (".txt", b""),
        (".html", b"\x89PNG\r\n\x1a\n%d" % i),
    ]
    good = (".txt", b"1. Early help\nCase %d was heard.\n" % i)
    ending, text = broken[i // 3 % 4] if i % 3 == 0 else good
    with open(f"{folder}/{i:05}{ending}", "wb") as file:
        file.write(text)
END
run "$heed" run --verbose -o "$at/crowd.jsonl" "$at/crowd"
ends 'ten thousand files' 1
is 'ten thousand files: each is accounted for, in its place' \
  "$(grep -oE '^\{"type":"(document|failure)".*' "$at/crowd.jsonl" | grep -oE '[0-9]{5}\.(pdf|txt|html)' | LC_ALL=C sort -cu && echo sorted)" sorted
is 'ten thousand files: those that are broken fail' \
  "$("$PWD/tests/fields" failure reason < "$at/crowd.jsonl" | LC_ALL=C sort | uniq -c | tr -s ' ' | paste -sd,)" \
  ' 834 corrupt, 833 empty, 1667 unsupported'
is 'ten thousand files: a line for each that fails, and a summary' "$(wc -l < "$err")" 3335
is 'ten thousand files: every line names its file, or counts' \
  "$(grep -vcE "^heed run: ($at/crowd/[0-9]/[0-9]{5}\.[a-z]+: [[:print:]]+|10000 documents, .*; 3334 failed: .*)\$" "$err")" 0
# As said, and nothing is left to do.
run "$heed" run --verbose --resume -o "$at/crowd.jsonl" "$at/crowd"
check 'ten thousand files: all were done before' grep -q '10000 documents (10000 done before)' "$err"

# What may not be read. Root may read everything, so somebody else tries.
mkdir "$at/locked" "$at/locked/folder"
echo 'One' > "$at/locked/a.txt"
echo 'Two' > "$at/locked/b.txt"
echo 'Three' > "$at/locked/folder/c.txt"
chmod 000 "$at/locked/a.txt" "$at/locked/folder"
as_nobody=()
if [ "$(id -u)" = 0 ]; then as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
if ! "${as_nobody[@]}" "$heed" --version > /dev/null 2>&1; then
  skip 'what may not be read' 'nobody else can run heed from this folder'
else
  run "${as_nobody[@]}" "$heed" run "$at/locked"
  ends 'what may not be read' 1
  check 'what may not be read: the file' grep -qx "heed run: $at/locked/a.txt: Permission denied" "$err"
  check 'what may not be read: the folder' grep -q "^heed run: $at/locked/folder: .*Permission denied" "$err"
  is 'what may not be read: the rest is done' "$("$PWD/tests/fields" document source < "$out")" "$at/locked/b.txt"
  run "${as_nobody[@]}" "$heed" run -o "$at/locked/out.jsonl" "$at/locked/b.txt"
  ends 'where nothing may be written' 3
  complains 'where nothing may be written' 'cannot write .*: Permission denied'
fi
chmod 700 "$at/locked/folder"

# The folder of the output vanishes on the way.
tests/pipelines/pack.py 300 > "$at/large.pdf"
mkdir "$at/there"
"$heed" run -j1 -o "$at/there/out.jsonl" "$at/locked/b.txt" "$at/large.pdf" 2> "$at/err" &
victim=$!
for _ in $(seq 500); do [ -e "$at/there/out.jsonl.part" ] && break; sleep 0.02; done
mv "$at/there" "$at/taken"
wait "$victim"
is 'the output folder vanishes: exit status' "$?" 3
err=$at/err
complains 'the output folder vanishes' "^heed run: cannot write $at/there/out.jsonl: No such file or directory"
check 'the output folder vanishes: what was done is kept' test -s "$at/taken/out.jsonl.part"

# A document that is gone when its turn comes, links that lead nowhere or in circles.
mkdir "$at/links"
ln -s "$at/links" "$at/links/circle"
ln -s ../links "$at/links/other"
ln -s nowhere.txt "$at/links/gone.txt"
echo 'One' > "$at/links/a.txt"
run "$heed" run "$at/links" "$at/absent.pdf"
ends 'links that lead nowhere' 1
check 'links that lead nowhere: said' grep -qx "heed run: $at/links/gone.txt: No such file or directory" "$err"
check 'a name of nothing: said' grep -qx "heed run: $at/absent.pdf: No such file or directory" "$err"
is 'circles: each document once' "$("$PWD/tests/fields" document source < "$out")" "$at/links/a.txt"
finish
