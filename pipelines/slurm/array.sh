#!/usr/bin/env bash
# Submits shards as an array job, and the job that looks at what became of them behind it.
#
#   array.sh SHARDS TRIES-LEFT HEED-RUN-ARGUMENT…       SHARDS: 1-100, or 7,31
#
# Prints the numbers of both. Called by submit.sh and finish.sh; HEED, HEED_HERE, HEED_FOLDER, HEED_SHARDS, HEED_DATABASE
# say the rest.
set -euo pipefail
shards=$1
tries=$2
shift 2

array=$(sbatch --parsable --export=ALL --requeue --open-mode=append --job-name=heed \
  --cpus-per-task="${SLURM_CPUS:-1}" --array="$shards" \
  --output="$HEED_FOLDER/slurm-%a.out" "$HEED_HERE/shard.sh" "$@")
echo "${array%%;*}"
sbatch --parsable --export=ALL --requeue --open-mode=append --job-name=heed-finish \
  --dependency="afterany:${array%%;*}" --output="$HEED_FOLDER/slurm-finish.out" \
  "$HEED_HERE/finish.sh" "$tries" "$@"
