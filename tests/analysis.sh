#!/usr/bin/env bash
# What programs find that read the sources rather than run them.
#
#   tests/analysis.sh cppcheck         all of our C
#   tests/analysis.sh tidy BUILD       the four stages, with what .clang-tidy asks for
#   tests/analysis.sh deep BUILD       the same and clang's analyser, for a person with time
#
# One line for each finding; exit status 0 none, 1 some, 77 skipped, 2 usage.
set -uo pipefail
what=${1:-}
build=${2:-build}
case "$build" in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/.." || exit 2

need () {
  command -v "$1" > /dev/null && return
  echo "$1 is not installed"
  exit 77
}

# Left out: memleak, for it does not see that an array that a struct is appended to keeps its
# strings; every test looks for leaks under the address sanitizer.
cppcheck_all () {
  need cppcheck
  cppcheck -q --std=c11 --language=c --library=gtk --library=posix \
    --library=tests/cppcheck.cfg --enable=warning,performance,portability --inline-suppr \
    --suppress=missingInclude --suppress=memleak --error-exitcode=1 -j 2 -I . \
    --template='{file}:{line}: {message} [{id}]' extract normalise classify pipelines tests 2>&1
}

# The compiler is gcc, whose warnings these are not (-w), nor errors where it makes them such.
tidy () {
  local found
  need clang-tidy
  [ -f "$build/compile_commands.json" ] || { echo "no $build/compile_commands.json"; exit 2; }
  found=$(find extract normalise classify pipelines -name '*.c' -not -path 'classify/train/*' -print0 \
    | xargs -0 -P 2 -n 8 clang-tidy -p "$build" --quiet "$@" \
        --extra-arg=-w 2> /dev/null \
    | grep -E '(warning|error): ' | sed "s|^\(\.\./\)*||; s|^$PWD/||; s|^$build/\.\./||" | sort -u)
  printf '%s' "${found:+$found
}"
  [ -z "$found" ]
}

case "$what" in
  cppcheck) cppcheck_all ;;
  tidy) tidy ;;
  deep) tidy --checks=clang-analyzer-* ;;
  *) echo "usage: tests/analysis.sh cppcheck|tidy|deep [BUILD]" >&2; exit 2 ;;
esac
