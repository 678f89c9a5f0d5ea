#!/usr/bin/env bash
# Reads an archive on several machines with GNU Parallel over ssh: shards, those that fail
# done again elsewhere, and all of it loaded into one database.
#
#   pipelines/parallel/run.sh [OPTION…] -o FOLDER -- HEED-RUN-ARGUMENT…
#
#   -o FOLDER     results, one file a shard; on a drive that all machines see
#   -n SHARDS     how many shares to cut the documents into (100)
#   -t TRIES      how often a shard is tried (3), each time on another machine if there is one
#   -d DATABASE   what to load the results into: FILE.sqlite or postgresql://HOST/NAME
#   -H HOSTS      machines, as GNU Parallel takes them: "8/one,8/two" does eight shards at a
#                 time on each (": ", this machine, if not said)
#
#   pipelines/parallel/run.sh -n 400 -H 8/one,8/two -o /data/out \
#     -d postgresql://db/minutes -- /data/packs
#
# A shard uses one core. The heed to use is HEED, at the same place on all machines, or the
# first in PATH here. What each shard cost and how it ended is in FOLDER/parallel.log. Run
# anew on the same folder, only what is new or has changed is done.
set -euo pipefail

usage () {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '/^set/d' >&2
  exit 2
}

shards=100
tries=3
folder=
database=
hosts=:
while getopts n:t:o:d:H: option; do
  case $option in
    n) shards=$OPTARG ;;
    t) tries=$OPTARG ;;
    o) folder=$OPTARG ;;
    d) database=$OPTARG ;;
    H) hosts=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
if [ -z "$folder" ] || [ $# -eq 0 ]; then usage; fi
if ! [[ $shards =~ ^[1-9][0-9]*$ && $tries =~ ^[1-9][0-9]*$ ]]; then usage; fi

heed=${HEED:-$(command -v heed)} || { echo "no heed in PATH; say HEED=…" >&2; exit 3; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
arguments=$(printf ' %q' "$@")

# Documents that fail are in the records; a shard fails where heed could not go on. A
# command that loses its ssh is ended there too, and what it had done is gone on with.
# shellcheck disable=SC1083
if ! seq "$shards" | parallel --will-cite --retries "$tries" --sshlogin "$hosts" --workdir "$PWD" \
  --joblog "$folder/parallel.log" \
  "$(printf %q "$heed") run --quiet --jobs 1 --shard {}/$shards --resume" \
  "--log $(printf %q "$folder")/shard-{}.log -o $(printf %q "$folder")/shard-{}.jsonl" \
  "$arguments || [ \$? -eq 1 ]"; then
  echo "not done, and not tried again: the shards without 0 in $folder/parallel.log, column Exitval" >&2
  exit 1
fi

if [ -n "$database" ]; then
  for ((k = 1; k <= shards; k++)); do
    "$heed" load "$database" "$folder/shard-$k.jsonl"
  done
fi
echo "$shards shards done${database:+, loaded into $database}"
