#!/usr/bin/env bash
# What `meson install` puts in place, and that it works there: the program, its manual and
# completions, and the library, against which a program is built and run.
. "$(dirname "$0")/pipelines/heed.sh"

build=${BUILD:-$PWD/build}
root=$tap_scratch/root
run meson install -C "$build" --no-rebuild --destdir "$root"
ends 'meson install with DESTDIR' 0
prefix=$root$(meson introspect "$build" --buildoptions | python3 -c '
import json, sys
print({o["name"]: o["value"] for o in json.load(sys.stdin)}["prefix"])')
is 'nothing stands outside the prefix' "$(find "$root" -type f -not -path "$prefix/*")" ''

for path in bin/heed include/heed.h share/heed/taxonomy.rdf share/man/man1/heed.1 \
  share/bash-completion/completions/heed share/zsh/site-functions/_heed \
  share/fish/vendor_completions.d/heed.fish lib/systemd/system/heed-watch.service; do
  check "$path is there" test -s "$prefix/$path"
done
for name in $(commands); do
  check "heed-$name(1) is there" test -s "$prefix/share/man/man1/heed-$name.1"
done

# Away from the tree, with its build folder out of sight.
cp "$samples/meetings/improvement_panel_2024-11-20.pdf" "$tap_scratch/minutes.pdf"
run bash -c "cd '$tap_scratch' && '$prefix/bin/heed' run minutes.pdf"
ends 'the installed program' 0
cp "$out" "$tap_scratch/records.jsonl"
is 'the installed program: what it prints' "$(cat "$tap_scratch/records.jsonl")" \
  "$(cd "$tap_scratch" && "$heed" run minutes.pdf)"
check 'the service runs the installed program' \
  grep -qE "^ExecStart=${prefix#"$root"}/bin/heed run .*--watch" \
  "$prefix/lib/systemd/system/heed-watch.service"

# The library, found as pkg-config finds it.
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name heed.pc)")
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR=$root
read -ra flags <<< "$(pkg-config --cflags --libs heed) ${SANITIZE:-}"
run cc -std=c99 -Wall -Wextra -Werror docs/examples/tags.c -o "$tap_scratch/tags" "${flags[@]}"
ends 'the example builds against the installed library' 0
library=$(dirname "$(find "$prefix" -name libheed.so)")
export LD_LIBRARY_PATH=$library
run "$tap_scratch/tags" "$tap_scratch/minutes.pdf"
ends 'the example runs' 0
is 'the example: the tags of the program' "$(grep '^  ' "$out" | sed 's/^  \(.*\) ([0-9.]*), page.*/\1/')" \
  "$(jq -r 'select(.type == "item") | .tags[].label' "$tap_scratch/records.jsonl")"
is 'the example: the words of the program' "$(grep '^  ' "$out" | sed 's/^.*, page \([0-9]*\): /\1 /')" \
  "$(jq -r 'select(.type == "item") | .tags[].evidence[0] | "\(.page) \(.exact)"' "$tap_scratch/records.jsonl")"
run "$tap_scratch/tags" "$tap_scratch/absent.pdf"
ends 'the example without its document' 1
check 'the example without its document: says why' grep -q 'No such file' "$err"
run "$tap_scratch/tags" docs/examples/tags.c
ends 'the example with what is no minutes' 0
is 'the library shows its own functions alone' \
  "$(nm -D --defined-only "$library/libheed.so.0" | sed 's/.* //; s/@.*//' \
    | grep -vE '^(heed_|HEED_0$|__asan|_fini|_init)')" ''
finish
