#!/usr/bin/env bash
# When all tasks of an array have ended: submits those shards again that are not done, or,
# where none is missing, loads all into the database.
#
#   finish.sh TRIES-LEFT HEED-RUN-ARGUMENT…
set -euo pipefail
tries=$1
shift

missing=()
for ((k = 1; k <= HEED_SHARDS; k++)); do
  if [ ! -e "$HEED_FOLDER/shard-$k.done" ]; then missing+=("$k"); fi
done

if [ ${#missing[@]} -gt 0 ]; then
  list=$(IFS=, && echo "${missing[*]}")
  if [ "$tries" -le 1 ]; then
    echo "not done, and not tried again: shards $list; what they said: $HEED_FOLDER/slurm-K.out"
    echo failed > "$HEED_FOLDER/finished"
    exit 1
  fi
  echo "once more: shards $list"
  exec bash "$HEED_HERE/array.sh" "$list" "$((tries - 1))" "$@"
fi

if [ -n "$HEED_DATABASE" ]; then
  for ((k = 1; k <= HEED_SHARDS; k++)); do
    "$HEED" load "$HEED_DATABASE" "$HEED_FOLDER/shard-$k.jsonl"
  done
fi
echo "$HEED_SHARDS shards done${HEED_DATABASE:+, loaded into $HEED_DATABASE}"
echo done > "$HEED_FOLDER/finished"
