#!/usr/bin/env bash
# Real documents with gold, where they are: ../shared beside the repository, or the folder
# that HEED_SHARED names. Every document goes through, and the figures stay above tests/floors.
. "$(dirname "$0")/heed.sh"
shared=${HEED_SHARED:-../shared}
if [ ! -d "$shared/data" ] || [ ! -f "$shared/score/score.py" ]; then
  skip 'real documents' "there is no $shared/data beside the repository"
  finish
fi
shared=$(cd "$shared" && pwd)

# No document of a kind that heed reads may break it: records or one failure each.
for folder in seeds minutes made; do
  run "$heed" run "$shared/data/$folder"
  ends "$folder: every document is read" 0
  check "$folder: the contract" tests/contract < "$out"
done

for what in segments tags recommendations; do
  if [ "$what" = recommendations ] && ! has_command recommendations; then continue; fi
  status=0
  python3 "$shared/score/score.py" "$heed" "$what" > "$tap_scratch/$what" \
    2> "$tap_scratch/err" || status=$?
  is "the score of $what: exit status" "$status" 0
  is "the score of $what: nothing went wrong on the way" "$(cat "$tap_scratch/err")" ''
  sed 's/^/# /' "$tap_scratch/$what"
  cat "$tap_scratch/$what" >> "$tap_scratch/score"
done

# figure SET MEASURE: an F1, or the share of those right, from the score's lines.
figure () {
  awk -v set="$1" -v measure="$2" '
    /^== / { now = $2; next }
    /^report paragraphs:/ { now = "paragraphs" }
    /^recommendations:/ { now = "recommendations" }
    now == set && index ($0, measure) == 1 && substr ($0, length (measure) + 1, 1) ~ /[ :]/ {
      if (match ($0, /F1 [0-9.]+/)) print substr ($0, RSTART + 3, RLENGTH - 3)
      else if ($3 == "of") print ($4 ? $2 / $4 : 1)
      exit
    }' "$tap_scratch/score"
}
while read -r set measure floor; do
  case "$set" in '' | '#'*) continue ;; esac
  measure=${measure//_/ }
  got=$(figure "$set" "$measure")
  check "$set: $measure ${got:-not found}, at least $floor" \
    awk -v got="${got:-0}" -v floor="$floor" 'BEGIN { exit !(got + 0 >= floor + 0) }'
done < tests/floors
finish
