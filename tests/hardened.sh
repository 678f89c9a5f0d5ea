#!/usr/bin/env bash
# The program as it was linked: position-independent, nothing writable that need not be,
# guarded stacks, checked copies.
. "$(dirname "$0")/pipelines/heed.sh"

if ! command -v readelf > /dev/null; then
  skip 'hardening' 'readelf is not installed'
  finish
fi
says () { readelf -W "$1" "$heed" | grep -qE "$2"; }

check 'position-independent' says -h 'Type: +DYN'
check 'marked as such' says -d 'FLAGS_1.* PIE'
check 'relocations are read-only' says -l 'GNU_RELRO'
check 'all bound at the start' says -d 'BIND_NOW| NOW'
check 'no stack to run code from' says -l 'GNU_STACK.* RW '
check 'nothing both to write and to run' test -z "$(readelf -Wl "$heed" | grep -E 'LOAD.* RWE ')"
check 'no text relocations' test -z "$(readelf -Wd "$heed" | grep TEXTREL)"
check 'no path of its own to look for libraries' \
  test -z "$(readelf -Wd "$heed" | grep -E 'RPATH|RUNPATH')"
check 'guarded stacks' says --dyn-syms '__stack_chk_fail'
if [ -n "${FORTIFIED:-}" ]; then
  check 'checked copies' says --dyn-syms '__(mem|str|sn|f|v)[a-z]*_chk'
else
  skip 'checked copies' 'not under sanitizers, nor without optimisation'
fi
finish
