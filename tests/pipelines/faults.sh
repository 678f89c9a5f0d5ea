#!/usr/bin/env bash
# A machine that fails: full disks, interrupted and half done writes, no memory, processes
# killed at any call. After each, the same command with --resume gives the same bytes as if
# nothing had happened, and until then FILE is not there.
. "$(dirname "$0")/heed.sh"

at=$tap_scratch
if [ ! -e "${FAULTY:-}" ]; then
  skip 'a machine that fails' 'what is preloaded for it cannot be under sanitizers'
  finish
fi

mkdir "$at/packs"
cp "$samples/meetings"/{scrutiny*.pdf,*.html,*.txt} "$at/packs"
printf '%%!PS-Adobe-3.0\n' > "$at/packs/broken.pdf"
for n in 1 2 3; do
  printf '1. Early help\nRESOLVED that report %s on early help be noted.\n' $n > "$at/packs/$n.txt"
done

quietly () { "$heed" run --quiet -j1 "$@" 2> /dev/null; }
quietly "$at/packs" > "$at/whole.jsonl"
is 'without a fault' "$?" 1
inputs=$(ls "$at/packs" | wc -l)

# struck FAULT: a run with it, its status in $status.
struck () {
  status=0
  LD_PRELOAD=$FAULTY HEED_FAULT=$1 timeout 120 "$heed" run --quiet -j1 -o "$at/new.jsonl" \
    "$at/packs" > /dev/null 2> "$at/err" || status=$?
}
recovers () {
  quietly --resume -o "$at/new.jsonl" "$at/packs"
  cmp "$at/new.jsonl" "$at/whole.jsonl"
}

# What the parent can go on after: nobody notices.
for fault in write:1:short write:2:short write:2:EINTR read:2:EINTR read:5:short pwrite:1:EINTR; do
  rm -f "$at"/new.jsonl*
  struck "parent:$fault"
  is "$fault: exit status" "$status" 1
  check "$fault: the same bytes" cmp "$at/new.jsonl" "$at/whole.jsonl"
done

# What it cannot: it says so, leaves no half file, and can be gone on with. The first document
# is written at once, the last at the end: there are two writes however quick the machine.
for fault in write:1:ENOSPC write:2:EIO write:2:ENOSPC fsync:1:EIO fsync:3:ENOSPC rename:1:EIO; do
  rm -f "$at"/new.jsonl*
  struck "parent:$fault"
  is "$fault: exit status" "$status" 3
  check "$fault: no half file" test ! -e "$at/new.jsonl"
  check "$fault: says why" grep -qE '^heed run: (cannot|.*: (No space|Input))' "$at/err"
  check "$fault: gone on with, the same bytes" recovers
done
for fault in write:1:KILL write:2:KILL fsync:1:KILL rename:1:KILL recvmsg:1:KILL; do
  rm -f "$at"/new.jsonl*
  struck "parent:$fault"
  if [ "$status" = 137 ]; then
    check "parent killed at $fault: no half file" test ! -e "$at/new.jsonl"
  fi
  check "parent killed at $fault: gone on with, the same bytes" recovers
done

# In a worker: the document it has fails, the others are done; nobody is left out.
reasons () { grep -o '"type":"failure".*"reason":"[a-z-]*"' "$1" | grep -o '[a-z-]*"$' | sort | uniq -c; }
accounted () { grep -cE '^\{"type":"(document|failure)"' "$at/new.jsonl"; }
for fault in recvmsg:1:KILL read:1:KILL malloc:300:KILL malloc:10000:KILL write:1:KILL \
  pwrite:1:KILL send:1:KILL pwrite:1:EIO; do
  rm -f "$at"/new.jsonl*
  struck "worker:$fault"
  is "worker:$fault: exit status" "$status" 1
  is "worker:$fault: every document once" "$(accounted)" "$inputs"
  check "worker:$fault: sound records" "$heed" check "$at/new.jsonl"
done
is 'a worker killed: its document fails as crash' \
  "$(grep -v broken.pdf "$at/new.jsonl" | grep -o '"reason":"[a-z]*"' | sort -u)" '"reason":"crash"'
for fault in pwrite:1:short pwrite:1:EINTR read:1:EINTR read:1:short recvmsg:1:EINTR; do
  rm -f "$at"/new.jsonl*
  struck "worker:$fault"
  check "worker:$fault: the same bytes" cmp "$at/new.jsonl" "$at/whole.jsonl"
done

# No memory, at calls all over the stages: memory, or nothing amiss; never less in silence.
bad=0
starved=0
for call in 1 10 40 100 300 700 1500 3000 5000 8000 12000 20000 40000 80000; do
  rm -f "$at"/new.jsonl*
  struck "worker:malloc:$call:ENOMEM"
  wrong=$(grep '"type":"failure"' "$at/new.jsonl" | grep -v 'broken.pdf' | grep -v '"reason":"memory"')
  # Records that are there at all are those of a machine with memory.
  short=$(grep -v '"type":"failure"' "$at/new.jsonl" | grep -vxFf "$at/whole.jsonl" | head -n 1)
  if [ "$(accounted)" != "$inputs" ] || [ -n "$wrong$short" ]; then
    bad=$((bad + 1))
    { echo "call $call"; echo "$wrong"; echo "$short" | cut -c 1-300; } | tap_note
  fi
  starved=$((starved + $(grep -c '"reason":"memory"' "$at/new.jsonl")))
done
is 'no memory: memory, or the same records' "$bad" 0
check 'no memory: some documents failed of it' test "$starved" -gt 0
finish
