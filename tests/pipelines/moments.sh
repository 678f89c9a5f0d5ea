#!/usr/bin/env bash
# SIGTERM and SIGKILL at random moments of a run: HEED_MOMENTS of them, 200 if not said
# (.ci/run says 10). The same moments every time: their seed is fixed.
. "$(dirname "$0")/heed.sh"

moments=${HEED_MOMENTS:-200}
check "stopped at $moments random moments: each input once, none torn" \
  python3 tests/pipelines/moments.py "$heed" "$samples/meetings" "$tap_scratch" "$moments"
tap_note < "$tap_scratch/tap.out"
finish
