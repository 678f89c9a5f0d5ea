#!/usr/bin/env bash
# Two builds of the same sources by different people: in other folders, at other times, under
# another locale, time zone, umask and number of jobs. What they install is the same, byte for
# byte and mode for mode: the programs, the library, the manual, the schemas, all.
. "$(dirname "$0")/pipelines/heed.sh"

if ! command -v meson > /dev/null; then
  skip 'two builds' 'meson is not installed'
  finish
fi

# A cache of compilations would give the second build the objects of the first.
export CCACHE_DISABLE=1
unset CC CFLAGS LDFLAGS SOURCE_DATE_EPOCH HEED LD_PRELOAD ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS

# sources FOLDER: a copy of the tree, with what is written but not yet committed.
sources () {
  mkdir -p "$1"
  if [ -e .git ]; then git ls-files -z --cached --others --exclude-standard; else
    find . -type f -not -path './build*' -print0; fi \
    | xargs -0 -I {} sh -c 'test ! -e "$1" || printf "%s\0" "$1"' - {} \
    | tar -c --null -T - | tar -x -m -C "$1"
}

# What is installed, so that tests are not built.
installed () {
  meson introspect --targets "$1" | python3 -c '
import json, os, sys
for target in json.load(sys.stdin):
    if target["installed"]:
        print(*(os.path.relpath(name, sys.argv[1]) for name in target["filename"]))' "$1"
}

# build SOURCES BUILD ROOT JOBS: installs into ROOT.
build () {
  meson setup --prefix /usr "$2" "$1" && ninja -C "$2" -j "$4" $(installed "$2") \
    && meson install -C "$2" --no-rebuild --destdir "$3"
}

one=$tap_scratch/one
two=$tap_scratch/two/in/a/folder/with-a-longer-name
sources "$one"
sources "$two"
find "$two" -exec touch -d 2001-02-03 {} +

(umask 022; export LC_ALL=C TZ=UTC0 HOME=/nonexistent USER=anna
 build "$one" "$one/build" "$tap_scratch/root-1" 1) > "$tap_scratch/log-1" 2>&1 &
# Half a year on, where there is a program that can pretend it: other days in other files.
clock=()
if command -v faketime > /dev/null; then clock=(faketime -f +200d); fi
status=0
(umask 077; export LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati HOME=/tmp USER=bertram
 export -f build installed
 exec "${clock[@]}" bash -c 'build "$@"' - "$two" "$tap_scratch/elsewhere" "$tap_scratch/root-2" 3) \
 > "$tap_scratch/log-2" 2>&1 || status=$?
is 'the second build' "$status" 0
status=0
wait $! || status=$?
is 'the first build' "$status" 0
if [ "$tap_bad" != 0 ]; then tail -n 15 "$tap_scratch"/log-* | tap_note; fi

# listing ROOT: mode, kind, checksum and name of everything.
listing () {
  (cd "$1" && LC_ALL=C && export LC_ALL && find . -printf '%m %y %l %p\n' | sort -k 4 \
     && find . -type f -print0 | sort -z | xargs -0 sha256sum)
}
check 'the program is among what is compared' test -s "$tap_scratch/root-1/usr/bin/heed"
check 'so is a schema' test -s "$tap_scratch/root-1/usr/share/heed/item.schema.json"
is 'both builds install the same' "$(listing "$tap_scratch/root-1")" "$(listing "$tap_scratch/root-2")"
check 'neither holds its folder' test -z "$(grep -rlF "$tap_scratch" "$tap_scratch/root-1" "$tap_scratch/root-2")"
finish
