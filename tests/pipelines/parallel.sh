#!/usr/bin/env bash
# An archive read with GNU Parallel over ssh: an ssh server of this test's own, a shard's
# process killed in the middle; together the shards are what one run gives.
. "$(dirname "$0")/heed.sh"

what='an archive read by GNU Parallel'
if ! parallel --version 2> /dev/null | grep -q 'GNU parallel'; then
  skip "$what" 'GNU Parallel is not installed'
  finish
fi

at=$tap_scratch
sshd=
trap 'kill $sshd 2> /dev/null; rm -rf "$tap_scratch"' EXIT
# Nothing of the user's own is read or written.
export PARALLEL_HOME=$at/parallel
mkdir "$PARALLEL_HOME"

# A server on a high port, with keys that live as long as the test.
hosts=2/:
port=$((30000 + RANDOM % 10000))
if command -v ssh-keygen > /dev/null && [ -x /usr/sbin/sshd ]; then
  ssh-keygen -q -t ed25519 -N '' -f "$at/host"
  ssh-keygen -q -t ed25519 -N '' -f "$at/user"
  cp "$at/user.pub" "$at/authorized"
  cat > "$at/sshd_config" << END
Port $port
ListenAddress 127.0.0.1
HostKey $at/host
AuthorizedKeysFile $at/authorized
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
PidFile none
END
  if [ "$(id -u)" = 0 ]; then mkdir -p /run/sshd; fi
  /usr/sbin/sshd -D -e -f "$at/sshd_config" 2> "$at/sshd.log" &
  sshd=$!
  cat > "$at/ssh" << END
#!/bin/sh
exec ssh -F none -i $at/user -p $port -o StrictHostKeyChecking=no -o LogLevel=ERROR \\
  -o UserKnownHostsFile=$at/known "\$@"
END
  chmod +x "$at/ssh"
  for _ in $(seq 50); do
    if "$at/ssh" 127.0.0.1 true 2> /dev/null; then hosts=2/127.0.0.1 && break; fi
    sleep 0.1
  done
  export PARALLEL_SSH=$at/ssh
fi
if [ "$hosts" = 2/: ]; then
  skip 'over ssh' 'no ssh server can be started here: without it, on this machine'
fi

packs=$at/with\ space
mkdir "$packs"
for n in $(seq -w 1 30); do
  printf 'Wold Valley Council\nMinutes of the meeting held on 4 March 2024\n\n1. Early help\nCase %s.\nRESOLVED that it be noted.\n' \
    "$n" > "$packs/$n.txt"
done
printf '%%!PS-Adobe-3.0\n' > "$packs/broken.pdf"
tests/pipelines/pack.py 300 > "$packs/large.pdf"
"$heed" run --quiet "$packs" 2> /dev/null | LC_ALL=C sort > "$at/whole"
for k in 1 2 3 4; do
  "$heed" run --quiet --shard "$k/4" --files-from <(find "$packs" -name large.pdf) | grep -q . && victim=$k
done

HEED=$heed pipelines/parallel/run.sh -n 4 -H "$hosts" -o "$at/results" -d "$at/results.sqlite" -- "$packs" \
  > "$at/said" 2>&1 &
parallel=$!
killed=0
for _ in $(seq 600); do
  # The process of that shard itself, not the shells above it.
  for process in $(pgrep -f "^[^ ]*heed run --quiet --jobs 1 --shard $victim/4 .*$at/results"); do
    if [ "$killed" = 0 ] && kill -9 "$process" 2> /dev/null; then killed=1; fi
  done
  [ "$killed" = 1 ] && break
  sleep 0.05
done
wait "$parallel"
is 'exit status' "$?" 0
is 'a shard is killed in the middle' "$killed" 1
is 'it was done again' "$(awk -v k="--shard $victim/4" 'index ($0, k) && $7 == 0' "$at/results/parallel.log" | wc -l)" 1
check 'the shards together are what one run gives' \
  cmp <(cat "$at"/results/shard-*.jsonl | LC_ALL=C sort) "$at/whole"
is 'all of it is in one database' \
  "$(sqlite3 "$at/results.sqlite" 'select (select count(*) from documents), (select count(*) from failures)')" '31|1'
if [ "$tap_bad" != 0 ]; then cat "$at/said" "$at/results/parallel.log" | tap_note; fi

run env HEED="$heed" pipelines/parallel/run.sh -n 2 -t 2 -H "$hosts" -o "$at/none" -- --taxonomy "$at/none.rdf" "$packs"
ends 'what cannot be done' 1
check 'what cannot be done is said' grep -q 'not done, and not tried again' "$err"
run pipelines/parallel/run.sh
ends 'no folder for the results' 2
finish
