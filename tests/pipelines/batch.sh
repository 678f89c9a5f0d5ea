#!/usr/bin/env bash
# Many documents: parallel, isolated, resumable, shared out; killed, starved and interrupted.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
packs=$at/packs
mkdir "$packs"

# Sixty minutes of a board, every third of them something that cannot be read.
for n in $(seq -w 1 60); do
  case $((10#$n % 3)) in
    0) printf '%%!PS-Adobe-3.0\n%s\n' "$n" > "$packs/$n.pdf" ;;
    *) cat > "$packs/$n.txt" << END
Wold Valley Council
Children's Board
Minutes of the meeting held on $((10#$n % 28 + 1)) March 2024

1. Apologies
Apologies were received from Councillor Quill.

2. Early help
Families wait too long for early help. Case $n was spoken of.
RESOLVED that the report on early help be noted.
END
      ;;
  esac
done
# One that takes a while and much memory.
slow=$at/slow.txt
yes 'The board talked about early help, neglect and the missing of meetings all afternoon.' \
  | head -n 600000 > "$slow"

quietly () { "$heed" run --quiet "$@" 2> /dev/null; }
fresh () { rm -f "$at"/new.jsonl*; }

quietly -j1 "$packs" > "$at/whole.jsonl"
is 'a third are broken: exit status' "$?" 1
is 'every document is accounted for' \
  "$(grep -cE '^\{"type":"(document|failure)"' "$at/whole.jsonl")" 60
is 'the broken ones are failures' "$(grep -c '^{"type":"failure"' "$at/whole.jsonl")" 20
for jobs in 2 7; do
  check "$jobs workers: the same bytes" cmp <(quietly -j$jobs "$packs") "$at/whole.jsonl"
done

for n in 1 2 3; do quietly --shard "$n/3" "$packs"; done > "$at/shards.jsonl"
check 'three shares are the whole' \
  cmp <(LC_ALL=C sort "$at/shards.jsonl") <(LC_ALL=C sort "$at/whole.jsonl")
for wrong in 0/3 4/3 1 x/3 1/3x; do
  run "$heed" run --shard "$wrong" "$packs"
  ends "--shard $wrong" 2
done

# Killed, with all its workers, at any moment.
left=0
for moment in 0.01 0.02 0.05 0.08 0.12 0.2 0.3; do
  setsid "$heed" run --quiet -j2 --resume -o "$at/new.jsonl" "$packs" 2> /dev/null &
  victim=$!
  sleep "$moment"
  kill -9 "$victim" 2> /dev/null
  wait "$victim" 2> /dev/null
  if [ -e "$at/new.jsonl" ]; then cmp -s "$at/new.jsonl" "$at/whole.jsonl" || left=1; fi
done
is 'FILE only appears whole' "$left" 0
quietly --resume -o "$at/new.jsonl" "$packs"
check 'killed seven times, then gone on with: the same bytes' \
  cmp "$at/new.jsonl" "$at/whole.jsonl"
is 'no part and no lock stays' "$(cd "$at" && echo new.jsonl*)" new.jsonl

# Torn at every kind of place.
for size in 1 100 5000 -1; do
  fresh
  head -c "$size" "$at/whole.jsonl" > "$at/new.jsonl.part"
  quietly --resume -o "$at/new.jsonl" "$packs"
  check "gone on with from a file torn at byte $size" cmp "$at/new.jsonl" "$at/whole.jsonl"
done

# What is unchanged is not done again; what is changed is; a new name is no change.
quietly --resume -o "$at/new.jsonl" --log "$at/log" "$packs"
is 'nothing new: the failures of before still count' "$?" 1
is 'nothing new: nothing done' "$(wc -l < "$at/log")" 0
sed -i 's/too long/far too long/' "$packs/01.txt"
mv "$packs/02.txt" "$packs/99.txt"
quietly "$packs" > "$at/whole.jsonl"
quietly --resume -o "$at/new.jsonl" --log "$at/log" "$packs"
check 'changed and renamed: the same bytes as anew' cmp "$at/new.jsonl" "$at/whole.jsonl"
is 'only the changed one was done' "$(cut -f 7 "$at/log")" "$packs/01.txt"
is 'the log says what came of it' "$(cut -f 1,3,4 "$at/log")" "$(printf 'done\t1 pages\t2 items')"
: > "$at/log"
"$heed" taxonomy export | sed 's/Neglect</Neglect of children</' > "$at/other.rdf"
quietly --resume -o "$at/new.jsonl" --log "$at/log" --taxonomy "$at/other.rdf" "$packs"
is 'another taxonomy: all that can be read is done again' "$(grep -c '^done' "$at/log")" 40

# Inspection reports as well.
report=$samples/inspection/ilacs_report_2024.pdf
"$heed" recommendations -v -o "$at/set.jsonl" "$report" 2> "$at/err"
check 'a report: its recommendations are counted' \
  grep -qE ': 1 document, [0-9]+ pages, 8 recommendations in .* 0 failed$' "$at/err"
cp "$at/set.jsonl" "$at/set.before"
cp "$report" "$at/renamed.pdf"
: > "$at/log"
"$heed" recommendations --resume -o "$at/set.jsonl" --log "$at/log" "$report" "$at/renamed.pdf"
is 'a report that is there already is not done again, under whatever name' "$(wc -l < "$at/log")" 0
"$heed" recommendations "$report" "$at/renamed.pdf" > "$at/set.both"
check 'a report that is there already: the same bytes as anew' cmp "$at/set.jsonl" "$at/set.both"

# One run at a time.
fresh
# (This shell would have what it runs in the background ignore SIGINT.)
env --default-signal=INT "$heed" run --quiet -o "$at/new.jsonl" "$slow" 2> /dev/null &
first=$!
while [ ! -e "$at/new.jsonl.part" ]; do sleep 0.02; done
run "$heed" run -o "$at/new.jsonl" "$packs"
ends 'a second run on the same output' 3
complains 'a second run on the same output' 'another run is writing'

# Interrupted: says so, and can be gone on with.
kill -INT "$first"
wait "$first"
is 'interrupted: exit status' "$?" 130

# nohup(1): what was to be ignored before heed began stays so.
fresh
nohup "$heed" run --quiet --seconds 3 -o "$at/new.jsonl" "$slow" > "$at/nohup" 2>&1 &
first=$!
while [ ! -e "$at/new.jsonl.part" ]; do sleep 0.02; done
kill -HUP "$first"
wait "$first"
check 'hung up on, under nohup: goes on' test "$?" -le 1
is 'hung up on, under nohup: to the end' "$(echo "$at"/new.jsonl*)" "$at/new.jsonl"

# A document whose name stands where that of the output belongs is not lost.
cp "$packs/04.txt" "$at/mine.txt"
for more in "" --resume; do
  # shellcheck disable=SC2086 # none or one word
  run "$heed" run $more -o "$at/mine.txt" "$packs/04.txt"
  ends "an output that is a document $more" 3
  complains "an output that is a document $more" 'something else than records: it is not written over'
  check "an output that is a document $more: stays" cmp "$at/mine.txt" "$packs/04.txt"
  is "an output that is a document $more: nothing beside it" "$(echo "$at"/mine.txt*)" "$at/mine.txt"
done

# One document's worker dies, overruns its time, its memory: that document fails, alone.
"$heed" run -j2 "$packs/04.txt" "$slow" > "$at/crash.jsonl" 2> "$at/crash.err" &
parent=$!
# As soon as it has the document, however busy the machine is.
hit=0
for _ in $(seq 300); do
  for worker in $(cat /proc/$parent/task/$parent/children 2> /dev/null); do
    if ls -l "/proc/$worker/fd" 2> /dev/null | grep -q slow; then
      kill -SEGV "$worker" && hit=1
    fi
  done
  [ "$hit" = 1 ] && break
  sleep 0.02
done
wait "$parent"
is 'a worker crashes: exit status' "$?" 1
is 'a worker crashes: its document fails' \
  "$(grep -o '"reason":"[a-z]*"' "$at/crash.jsonl")" '"reason":"crash"'
check 'a worker crashes: the other document is done' grep -q '^{"type":"item"' "$at/crash.jsonl"
run "$heed" run --seconds 1 "$slow" "$packs/04.txt"
ends 'too slow' 1
complains 'too slow' 'not done within 1 seconds'
is 'too slow: the reason' "$(grep -o '"reason":"[a-z]*"' "$out")" '"reason":"timeout"'
if "$heed" --version --verbose | grep -q 'address sanitizer'; then
  skip 'too large for its memory' 'the address sanitizer needs more than any bound'
else
  run "$heed" run --memory 200 "$slow" "$packs/04.txt"
  ends 'too large for its memory' 1
  is 'too large for its memory: the reason' \
    "$(grep -o '"reason":"[a-z]*"' "$out")" '"reason":"memory"'
fi

# Nowhere to write to.
run bash -c '"$1" run "$2" > /dev/full' - "$heed" "$packs/04.txt"
ends 'a full disk behind standard output' 3
complains 'a full disk behind standard output' 'cannot write standard output: No space left'
run "$heed" run -o "$at/no/such/folder/x.jsonl" "$packs/04.txt"
ends 'no folder to write into' 3
mkdir "$at/small"
if mount -t tmpfs -o size=64k tmpfs "$at/small" 2> /dev/null; then
  run "$heed" run --quiet -o "$at/small/new.jsonl" "$packs"
  ends 'a full disk' 3
  check 'a full disk: no half file' test ! -e "$at/small/new.jsonl"
  mount -o remount,size=8m "$at/small"
  quietly --resume -o "$at/small/new.jsonl" "$packs"
  check 'room again: gone on with, the same bytes' \
    cmp "$at/small/new.jsonl" "$at/whole.jsonl"
  umount "$at/small"
else
  skip 'a full disk' 'no file system can be mounted here'
fi

# Names that are hard to live with.
odd=$at/odd
mkdir "$odd"
printf 'One\n' > "$odd/with space.txt"
printf 'Two\n' > "$odd/with
newline.txt"
printf 'Three\n' > "$odd/$(printf 'latin\351.txt')"
printf 'Four\n' > "$odd/-dash.txt"
ln -s "$odd" "$odd/circle"
run "$heed" run "$odd"
ends 'odd names' 0
is 'odd names: each is there once' "$(grep -c '^{"type":"document"' "$out")" 4
check 'odd names: the records are UTF-8' iconv -f UTF-8 -t UTF-8 "$out"
check 'a list of names ended by NUL' cmp "$out" \
  <(find "$odd" -type f -print0 | LC_ALL=C sort -z | "$heed" run --files-from - -0)
printf '%s\n' "$packs/04.txt" "$packs/05.txt" > "$at/list"
check 'a list of names, one a line' \
  cmp <("$heed" run --files-from "$at/list") <("$heed" run "$packs/04.txt" "$packs/05.txt")

# A reader that has seen enough.
"$heed" run "$packs" 2> /dev/null | head -n 1 > /dev/null
is 'a closed pipe ends it as a signal does' "${PIPESTATUS[0]}" 141

# Progress: only where it is asked for, or on a terminal.
run "$heed" run --progress "$packs/04.txt"
check 'progress: a summary at the end' grep -q '1 document, 1 page, 2 items' "$err"
run "$heed" run "$packs/04.txt"
check 'no terminal: nothing but records' test ! -s "$err"

# A bare chroot has neither /proc nor /dev.
bare () {
  unshare -m bash -c 'mount -t tmpfs none /proc && mount -t tmpfs none /dev && exec "$@"' - "$@"
}
if bare true 2> /dev/null && ! "$heed" --version --verbose | grep -q sanitizer; then
  "$heed" run -q "$packs/04.txt" "$packs/05.txt" > "$tap_scratch/furnished"
  run bare "$heed" run -q "$packs/04.txt" "$packs/05.txt"
  ends 'without /proc and /dev' 0
  check 'without /proc and /dev: the same records' cmp "$out" "$tap_scratch/furnished"
else
  skip 'without /proc and /dev' 'nothing can be mounted here, or a sanitizer needs them'
fi

finish
