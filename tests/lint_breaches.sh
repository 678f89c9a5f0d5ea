#!/usr/bin/env bash
# Proves that tests/lint.sh sees what it is there for: small trees, each with one breach of
# the rules, and one with none.
set -uo pipefail
cd "$(dirname "$0")/.."
. tests/tap.sh
lint=$PWD/tests/lint.sh
style=$PWD/.clang-format

# A tree that is in order.
tree=$tap_scratch/tree
plant () {
  rm -rf "$tree"
  mkdir -p "$tree"/{extract,normalise,classify,pipelines,tests}
  cp "$style" "$tree/.clang-format"
  put extract/document.h '#pragma once' '#include <glib.h>'
  put extract/pdf.h '#pragma once' '#include "extract/document.h"'
  put extract/pdf.c '#include "extract/pdf.h"' '#include <poppler.h>' '#include <string.h>'
  put normalise/meeting.h '#pragma once' '#include "extract/document.h"'
  put normalise/item.c '#include "normalise/meeting.h"' '/* printf ("no call") */'
  put classify/tag.h '#pragma once' '#include "normalise/meeting.h"'
  put pipelines/run.c '#include "classify/tag.h"' '#include "extract/pdf.h"' '#include <jansson.h>'
  put tests/run '#!/usr/bin/env bash' 'echo good'
}
put () {
  local file=$tree/$1
  shift
  printf '%s\n' "$@" > "$file"
}

# breach RULE 'what' 'the line that lint.sh must print'
breach () {
  local said status=0
  said=$("$lint" "$1" "$tree") || status=$?
  is "$1: $2" "$status $said" "1 $3"
  plant
}

plant
for rule in arrows voice format shell words length; do
  if [ "$rule" = format ] && ! command -v clang-format > /dev/null; then
    skip "$rule: a tree in order" "clang-format is not installed"
    continue
  fi
  check "$rule: a tree in order" "$lint" "$rule" "$tree"
done

put normalise/item.c '#include "extract/pdf.h"'
breach arrows 'an engine of another stage' \
  'normalise/item.c:1: normalise/ may not include extract/pdf.h'
put extract/pdf.c '' '#include "normalise/meeting.h"'
breach arrows 'a later stage' \
  'extract/pdf.c:2: extract/ may not include normalise/meeting.h'
put classify/tag.c '#include "pipelines/run.h"'
breach arrows 'pipelines, from an engine' \
  'classify/tag.c:1: classify/ may not include pipelines/run.h'
put extract/pdf.c '#include "document.h"'
breach arrows 'no folder' 'extract/pdf.c:1: "document.h" does not name its folder'
put extract/pdf.h '#include <poppler.h>'
put extract/pdf.c '#include "extract/pdf.h"'
breach arrows 'a library in a header' \
  "extract/pdf.h:1: a header of ours includes poppler's <poppler.h>"
put extract/page.c '#  include <poppler/glib/poppler.h>'
breach arrows 'a library in two files of a folder' \
  'extract/pdf.c:2: poppler is included by extract/page.c already; one .c file per folder'
put classify/tag.c '#include <jansson.h>'
breach arrows 'JSON in an engine' \
  "classify/tag.c:1: only pipelines/ may include jansson's <jansson.h>"
put classify/tag.c '#include <curl/curl.h>'
breach arrows 'a library nobody has heard of' \
  'classify/tag.c:1: <curl/curl.h> belongs to no library known to tests/lint.sh'

put normalise/item.c '/* says' ' */ void f (void) { char c = 0; g_printerr ("%c", c); }'
breach voice 'an engine that prints' 'normalise/item.c:2: an engine calls g_printerr ()'
put classify/tag.c 'void f (void) {' '  if (1) exit (1);' '}'
breach voice 'an engine that exits' 'classify/tag.c:2: an engine calls exit ()'
put extract/pdf.c 'int f (void) { return open ("a", 0); }'
breach voice 'an engine that opens a file' 'extract/pdf.c:1: an engine calls open ()'

if command -v clang-format > /dev/null; then
  put classify/tag.c 'int' 'f(void) { return 1; }'
  breach format 'a form of its own' 'classify/tag.c: clang-format -i would change it'
else
  skip 'format: a form of its own' "clang-format is not installed"
fi

put tests/run '#!/bin/sh' 'if true; then'
said=$("$lint" shell "$tree")
check 'shell: a script cut short' test "$?" = 1
is 'shell: names the script' "${said%%:*}" 'tests/run'
plant

mark="T""ODO"
put classify/tag.c "/* $mark: later */"
breach words 'unfinished work' "classify/tag.c:1: does not belong here:/* $mark: later */"
place="/ho""me/me"
put tests/run "cd $place"
breach words 'one person'\''s machine' "tests/run:1: does not belong here:cd $place"

seq 601 | sed 's|.*|/* & */|' > "$tree/classify/tag.c"
breach length 'a long file' 'classify/tag.c: 601 lines, more than 600'

"$lint" colour "$tree" > /dev/null 2>&1
is 'a rule that is none' "$?" 2
finish
