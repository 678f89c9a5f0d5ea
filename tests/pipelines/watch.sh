#!/usr/bin/env bash
# heed run --watch: documents as they arrive in a folder, once each, whole; told to stop, killed,
# and left without its folder.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
in=$at/in
records=$at/out.jsonl
: > "$records"
said=$at/said
mkdir "$in"
watcher=

minutes () {
  printf 'Wold Valley Council\nCabinet\nMinutes of the meeting held on 4 March 2024\n\n'
  printf '1. Early help\nCase %s was spoken of.\nRESOLVED that the report be noted.\n' "$1"
}
begin () {
  "$heed" run --verbose --watch "$in" -o "$records" "$@" 2>> "$said" &
  watcher=$!
}
# The names of the documents that the output has, in its order.
names () { "$PWD/tests/fields" document source < "$records" 2> /dev/null | sed 's,.*/,,' | paste -sd' '; }
# settle COMMAND…: waits until it succeeds, for as long as a busy machine may need.
settle () {
  for _ in $(seq 300); do
    if "$@"; then return 0; fi
    sleep 0.1
  done
  return 1
}
has () { [ "$(names)" = "$1" ]; }
ended () { ! kill -0 "$watcher" 2> /dev/null; }
trap 'kill -9 $watcher 2> /dev/null; rm -rf "$tap_scratch"' EXIT

# What is there is done first, in its order.
minutes 2 > "$in/b.txt"
minutes 1 > "$in/a.txt"
mkdir "$in/below"
minutes 3 > "$in/below/c.txt"
echo 'no document' > "$in/notes.doc"
begin
settle has 'a.txt b.txt c.txt'
is 'what is there: done, in its order' "$(names)" 'a.txt b.txt c.txt'

# What arrives: written in one go, moved in, in a new folder below.
minutes 4 > "$in/d.txt"
settle has 'a.txt b.txt c.txt d.txt'
minutes 5 > "$at/e.txt"
mv "$at/e.txt" "$in/below/e.txt"
settle has 'a.txt b.txt c.txt d.txt e.txt'
mkdir -p "$in/new/deep"
minutes 6 > "$in/new/deep/f.txt"
settle has 'a.txt b.txt c.txt d.txt e.txt f.txt'
is 'what arrives: done as it comes' "$(names)" 'a.txt b.txt c.txt d.txt e.txt f.txt'

# A file is left alone while somebody writes to it, however long they pause.
exec 7> "$in/g.txt"
minutes 7 | head -n 3 >&7
sleep 4
is 'being written: waited for' "$(names)" 'a.txt b.txt c.txt d.txt e.txt f.txt'
minutes 7 | tail -n +4 >&7
exec 7>&-
settle has 'a.txt b.txt c.txt d.txt e.txt f.txt g.txt'
is 'written: done once' "$(names)" 'a.txt b.txt c.txt d.txt e.txt f.txt g.txt'
check 'written: read whole' grep -q 'Case 7' "$records"

# A broken one is a failure, and the watch goes on.
printf '%%!PS-Adobe-3.0\n' > "$in/h.pdf"
settle grep -q '^{"type":"failure"' "$records"
is 'broken: its failure' "$("$PWD/tests/fields" failure source < "$records")" "$in/h.pdf"
run timeout 20 "$heed" run --watch "$in" -o "$records"
ends 'a second watch on the same output' 3
complains 'a second watch on the same output' 'another run is writing'

# Told to stop, as systemd does: every process of it.
kill -TERM "$watcher" $(cat "/proc/$watcher/task/$watcher/children")
wait "$watcher"
is 'told to stop: exit status' "$?" 143
check 'told to stop: says so' grep -q 'stopped by signal 15' "$said"
check 'told to stop: says how to go on' grep -q 'the same command goes on' "$said"
is 'told to stop: nothing else stays' "$(cd "$at" && echo out.jsonl*)" out.jsonl
check 'what came is what a run of the folder gives' \
  cmp <(LC_ALL=C sort "$records") <("$heed" run --quiet "$in" 2> /dev/null | LC_ALL=C sort)

# Gone on with: what is there is not done again, what came meanwhile is. A new name for the
# same bytes needs no new work, changed bytes do.
lines=$(wc -l < "$records")
minutes 8 > "$in/i.txt"
mv "$in/new/deep/f.txt" "$in/new/deep/j.txt"
begin --log "$at/log"
settle grep -q '"source":"[^"]*j.txt"' "$records"
settle grep -q 'Case 8' "$records"
is 'gone on with: only what is new' \
  "$(tail -n "+$((lines + 1))" "$records" | "$PWD/tests/fields" document source | sed 's,.*/,,' | paste -sd' ')" \
  'i.txt j.txt'
sleep 1
is 'gone on with: only new bytes are worked at' "$(sed 's,.*/,,' "$at/log" | paste -sd' ')" i.txt

# Killed while it writes: a torn end is cut off, and done again.
kill -9 "$watcher"
wait "$watcher" 2> /dev/null
size=$(stat -c %s "$records")
minutes 9 > "$in/k.txt"
printf '{"type":"document","schema":1,"docum' >> "$records"
begin
settle grep -q 'Case 9' "$records"
is 'killed: a torn end is repaired' "$(tail -c "+$((size + 1))" "$records" | grep -vc '^{"type":"\(document\|meeting\|item\)"')" 0
check 'killed: the output is whole' "$heed" check "$records"
minutes changed > "$in/k.txt"
settle grep -q 'Case changed' "$records"
check 'changed: done anew' grep -q 'Case changed' "$records"

# Its folder vanishes.
mv "$in" "$at/elsewhere"
settle ended
wait "$watcher"
is 'the folder vanishes: exit status' "$?" 3
check 'the folder vanishes: says so' grep -q "cannot watch $in: No such file" "$said"
run timeout 20 "$heed" run --watch "$in" -o "$records"
ends 'no folder to watch' 3
complains 'no folder to watch' 'cannot watch .*: No such file'
run timeout 20 "$heed" run --watch "$records" -o "$at/x.jsonl"
ends 'a file to watch' 3
complains 'a file to watch' 'it is no folder'
mkdir "$in"
run timeout 20 "$heed" run --watch "$in" "$in" -o "$at/x.jsonl"
ends 'a watch and a path' 2
echo 'Dear diary' > "$at/diary"
run timeout 20 "$heed" run --watch "$in" -o "$at/diary"
ends 'an output that holds something else' 3
complains 'an output that holds something else' 'nothing is added to it'
is 'an output that holds something else: left alone' "$(cat "$at/diary")" 'Dear diary'

# The example of a service is one that systemd takes.
service=pipelines/systemd/heed-watch.service
if command -v systemd-analyze > /dev/null; then
  sed "s,/usr/bin/heed,$heed," "$service" > "$at/heed-watch.service"
  check 'systemd takes the service' bash -c \
    'systemd-analyze verify --man=no "$1" 2>&1 | tee "$1.said" && ! grep -q "heed-watch" "$1.said"' \
    - "$at/heed-watch.service"
else
  skip 'systemd takes the service' 'systemd-analyze is not installed'
fi
finish
