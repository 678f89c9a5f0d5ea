#!/usr/bin/env bash
# One shard, as a task of an array job. Documents that fail are in its records; a shard fails
# where heed could not go on.
#
#   shard.sh HEED-RUN-ARGUMENT…
set -uo pipefail
k=$SLURM_ARRAY_TASK_ID
shard=$HEED_FOLDER/shard-$k

"$HEED" run --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" --shard "$k/$HEED_SHARDS" --resume \
  --log "$shard.log" -o "$shard.jsonl" "$@"
status=$?
case $status in
  0 | 1) touch "$shard.done" ;;
  *) exit "$status" ;;
esac
