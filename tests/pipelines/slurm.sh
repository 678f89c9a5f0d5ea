#!/usr/bin/env bash
# An archive read on a Slurm cluster of one machine: the daemons themselves, a task killed and
# one cancelled in the middle; together the shards are what one run gives.
. "$(dirname "$0")/heed.sh"
. "$(dirname "$0")/cluster.sh"

what='an archive on a Slurm cluster'
for tool in slurmctld slurmd munged sbatch; do
  if ! PATH=$PATH:/usr/sbin command -v "$tool" > /dev/null; then
    skip "$what" "$tool is not installed"
    finish
  fi
done
if [ "$(id -u)" != 0 ]; then
  skip "$what" 'the daemons of Slurm are started as root'
  finish
fi
PATH=$PATH:/usr/sbin

# Where the results go: a PostgreSQL server, if there is one.
database=$tap_scratch/all.sqlite
in_database () { sqlite3 "$database" "$1"; }
if cluster_start; then
  psql -qX -d postgres -c 'create database archive' > /dev/null
  database=$(address archive)
  in_database () { ask archive "$1"; }
else
  skip 'loading into PostgreSQL' 'its server is not installed, or does not start: SQLite it is'
  cluster_stop () { :; }
fi

# Everything of this cluster's own: key, socket, ports, state.
at=$tap_scratch
host=$(hostname -s)
port=$((20000 + RANDOM % 10000))
daemons=()
stop () {
  scancel -u root 2> /dev/null
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do kill "${daemons[i]}" 2> /dev/null; done
  for daemon in "${daemons[@]}"; do
    for _ in $(seq 30); do
      kill -0 "$daemon" 2> /dev/null || break
      sleep 0.1
    done
    kill -9 "$daemon" 2> /dev/null
  done
  cluster_stop
  rm -rf "$tap_scratch"
}
trap stop EXIT
chmod 755 "$at"
mkdir -m 755 "$at/munge" "$at/state" "$at/spool"
head -c 1024 /dev/urandom > "$at/munge/key"
chmod 400 "$at/munge/key"
cat > "$at/slurm.conf" << END
ClusterName=heed
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$at/munge/socket
StateSaveLocation=$at/state
SlurmdSpoolDir=$at/spool
SlurmctldPidFile=$at/slurmctld.pid
SlurmdPidFile=$at/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1
MpiDefault=none
ReturnToService=2
KillWait=2
MinJobAge=30
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=60 State=UP
END
printf 'CgroupAutomount=no\n' > "$at/cgroup.conf"
export SLURM_CONF=$at/slurm.conf

munged --foreground --force --key-file="$at/munge/key" --socket="$at/munge/socket" \
  --pid-file="$at/munge/pid" --log-file="$at/munge/log" --seed-file="$at/munge/seed" \
  > "$at/munge/said" 2>&1 &
daemons+=($!)
for _ in $(seq 50); do [ -S "$at/munge/socket" ] && break; sleep 0.1; done
slurmctld -D -i > "$at/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D > "$at/slurmd.log" 2>&1 &
daemons+=($!)
up=0
for _ in $(seq 150); do
  if sinfo --noheader --format %T 2> /dev/null | grep -qE '^(idle|mixed|allocated)'; then up=1 && break; fi
  sleep 0.2
done
if [ "$up" = 0 ]; then
  tail -n 5 "$at"/slurm*.log "$at/munge/said" | tap_note
  skip "$what" 'Slurm does not start on this machine'
  finish
fi

# Thirty minutes of a board; a pack among them takes a while.
packs=$at/packs
mkdir "$packs"
for n in $(seq -w 1 30); do
  printf 'Wold Valley Council\nMinutes of the meeting held on 4 March 2024\n\n1. Early help\nCase %s.\nRESOLVED that it be noted.\n' \
    "$n" > "$packs/$n.txt"
done
printf '%%!PS-Adobe-3.0\n' > "$packs/broken.pdf"
tests/pipelines/pack.py 300 > "$packs/large.pdf"
"$heed" run --quiet "$packs" 2> /dev/null | LC_ALL=C sort > "$at/whole"

# wait_for SECONDS COMMAND…
wait_for () {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}
runs () { pgrep -f "run --quiet --jobs 1 --shard $1/4 .*$at/out" > "$at/pids"; }
has_part () { [ -s "$at/out/shard-$1.jsonl.part" ] || [ -e "$at/out/shard-$1.done" ]; }

# The shard of the large pack is the one whose process is killed.
for k in 1 2 3 4; do
  "$heed" run --quiet --shard "$k/4" --files-from <(find "$packs" -name large.pdf) | grep -q . && victim=$k
done
HEED=$heed pipelines/slurm/submit.sh -n 4 -o "$at/out" -d "$database" -- "$packs" > "$at/submitted"
array=$(head -n 1 "$at/submitted")
other=$((victim % 4 + 1))
scancel "${array}_$other"
killed=0
if wait_for 60 runs "$victim"; then
  kill -9 $(head -n 1 "$at/pids") && killed=1
fi
is 'a task is killed in the middle' "$killed" 1
check 'the cluster comes to an end' wait_for 120 test -e "$at/out/finished"
is 'all shards are done in the end' "$(cat "$at/out/finished")" 'done'
check 'those that were killed and cancelled were done again' \
  grep -q "once more: shards .*" "$at/out/slurm-finish.out"
for k in "$victim" "$other"; do
  check "shard $k was among them" \
    bash -c 'sed -n "s/once more: shards //p" "$1" | tr , "\n" | grep -qx "$2"' - "$at/out/slurm-finish.out" "$k"
done
check 'the shards together are what one run gives' \
  cmp <(cat "$at"/out/shard-*.jsonl | LC_ALL=C sort) "$at/whole"
is 'all of it is in one database' \
  "$(in_database 'select (select count(*) from documents), (select count(*) from failures)')" '31|1'
if [ "$tap_bad" != 0 ]; then
  tail -n 8 "$at"/out/slurm-*.out "$at"/slurm*.log | tap_note
fi

# A shard that can never be done is given up in the end, and named.
rm -rf "$at/out"
HEED=$heed pipelines/slurm/submit.sh -n 2 -t 2 -o "$at/out" -- --taxonomy "$at/none.rdf" "$packs" > "$at/submitted"
check 'what cannot be done comes to an end too' wait_for 60 test -e "$at/out/finished"
is 'what cannot be done is said' "$(tail -n 1 "$at/out/slurm-finish.out" | cut -d';' -f1)" \
  'not done, and not tried again: shards 1,2'
finish
