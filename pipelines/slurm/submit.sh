#!/usr/bin/env bash
# Reads an archive on a Slurm cluster: an array job of shards, those that fail done again,
# and all of it loaded into one database.
#
#   pipelines/slurm/submit.sh [OPTION…] -o FOLDER -- HEED-RUN-ARGUMENT…
#
#   -o FOLDER     results, one file a shard, and what was said; on a drive that all nodes see
#   -n SHARDS     how many shares to cut the documents into (100)
#   -t TRIES      how often a shard is tried (3)
#   -d DATABASE   what to load the results into: FILE.sqlite or postgresql://HOST/NAME
#
# What Slurm itself is to know (partition, time, memory, account) is said by its own
# variables: SBATCH_PARTITION=long SBATCH_TIMELIMIT=4:00:00 pipelines/slurm/submit.sh …
# A shard uses as many cores as its task is given; one, unless SLURM_CPUS says otherwise.
# The heed to use is HEED, or the first in PATH.
#
#   HEED=/opt/heed/bin/heed SLURM_CPUS=8 pipelines/slurm/submit.sh -n 400 \
#     -o /data/out -d postgresql://db/minutes -- --recommendations /data/asked.jsonl /data/packs
#
# A document's shard hangs on its bytes alone, so every shard finds its own without anyone
# handing them out. A shard that Slurm stops, moves or loses goes on where it was. Run anew
# on the same folder, only what is new or has changed is done.
set -euo pipefail

usage () {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '/^set/d' >&2
  exit 2
}

shards=100
tries=3
folder=
database=
while getopts n:t:o:d: option; do
  case $option in
    n) shards=$OPTARG ;;
    t) tries=$OPTARG ;;
    o) folder=$OPTARG ;;
    d) database=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
if [ -z "$folder" ] || [ $# -eq 0 ]; then usage; fi
if ! [[ $shards =~ ^[1-9][0-9]*$ && $tries =~ ^[1-9][0-9]*$ ]]; then usage; fi

here=$(cd "$(dirname "$0")" && pwd)
HEED=${HEED:-$(command -v heed)} || { echo "no heed in PATH; say HEED=…" >&2; exit 3; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
rm -f "$folder"/shard-*.done "$folder/finished"
export HEED HEED_HERE=$here HEED_FOLDER=$folder HEED_SHARDS=$shards HEED_DATABASE=$database

bash "$here/array.sh" "1-$shards" "$tries" "$@"
