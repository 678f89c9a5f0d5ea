#!/usr/bin/env bash
# Holds the source tree against the rules of the house.
#
#   tests/lint.sh RULE [TREE]       TREE: this repository, if not said
#
#   arrows   who may include what: a folder is a stage, and knows of another stage only its
#            record; each third-party library is included by one .c file per folder and by
#            no header; only pipelines/ knows JSON and databases
#   voice    engines neither print, nor exit, nor open files, nor start processes
#   format   clang-format has nothing to change (skipped where it is not installed)
#   shell    bash can parse every shell script
#   words    no marks of unfinished work, no paths of one person's machine
#   length   no C file that holds more than one noun: at most 600 lines
#
# One line for each breach; exit status 0 none, 1 some, 77 skipped, 2 usage.
set -uo pipefail

usage () {
  echo "usage: tests/lint.sh arrows|voice|format|shell|words|length [TREE]" >&2
  exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || usage
rule=$1
cd "${2:-$(dirname "$0")/..}" || exit 2

stages='extract normalise classify pipelines'
breaches=$(mktemp)
trap 'rm -f "$breaches"' EXIT

breach () { printf '%s\n' "$1" >> "$breaches"; }

# Our own C, generated files excepted: those are in build folders.
sources () {
  find $stages tests samples -type f \( -name '*.c' -o -name '*.h' \) 2> /dev/null | LC_ALL=C sort
}

# FILE:LINE:HEADER for each include; a header in angle brackets keeps its "<".
includes () {
  sources | xargs -r awk '
    match ($0, /^[ \t]*#[ \t]*include[ \t]*["<][^">]*/) {
      header = substr ($0, RSTART, RLENGTH)
      sub (/^[ \t]*#[ \t]*include[ \t]*"?/, "", header)
      print FILENAME ":" FNR ":" header
    }'
}

# What a stage may see of another: its record.
may_include () {
  case "$1:$2" in
    normalise:extract/document.h) return 0 ;;
    classify:extract/document.h | classify:normalise/meeting.h) return 0 ;;
    classify:normalise/inspection.h) return 0 ;;
    pipelines:*) return 0 ;;
    *) return 1 ;;
  esac
}

# The library that a header in angle brackets belongs to: "c" for the C library and the
# kernel's, "glib" for GLib and GIO, which all of heed uses, nothing for one not known.
library () {
  case "$1" in
    glib.h | glib/* | glib-object.h | glib-unix.h | gio/*) echo glib ;;
    poppler.h | poppler/* | poppler-*.h) echo poppler ;;
    libxml/*) echo libxml2 ;;
    pcre2.h) echo pcre2 ;;
    libstemmer.h) echo libstemmer ;;
    jansson.h) echo jansson ;;
    nettle/*) echo nettle ;;
    sqlite3.h) echo sqlite ;;
    libpq-fe.h) echo libpq ;;
    tesseract/*) echo tesseract ;;
    leptonica/* | allheaders.h) echo leptonica ;;
    lcms2.h) echo lcms2 ;;
    seccomp.h) echo seccomp ;;
    linear.h) echo liblinear ;;
    arpa/* | netinet/* | assert.h | complex.h | ctype.h | dirent.h | dlfcn.h | elf.h | errno.h | fcntl.h) echo c ;;
    fenv.h | float.h | inttypes.h | iso646.h | langinfo.h | limits.h | link.h) echo c ;;
    linux/* | locale.h | malloc.h | math.h | poll.h | pthread.h | pwd.h | sched.h) echo c ;;
    setjmp.h | signal.h | spawn.h | stdalign.h | stdarg.h | stdatomic.h | stdbool.h) echo c ;;
    stddef.h | stdint.h | stdio.h | stdlib.h | string.h | strings.h | sys/*) echo c ;;
    termios.h | time.h | uchar.h | unistd.h | wchar.h | wctype.h) echo c ;;
  esac
}

arrows () {
  local file line header folder target lib other key
  declare -A owner
  while IFS=: read -r file line header; do
    folder=${file%%/*}
    if [ "${header#<}" = "$header" ]; then
      target=${header%%/*}
      # Written when heed is built, into the build folder.
      case "$header" in *-resources.h | *-baked.h) continue ;; esac
      if [ "$target" = "$header" ]; then
        breach "$file:$line: \"$header\" does not name its folder"
      elif [ "$folder" != tests ] && [ "$target" != "$folder" ] \
             && ! may_include "$folder" "$header"; then
        breach "$file:$line: $folder/ may not include $header"
      fi
      continue
    fi
    header=${header#<}
    lib=$(library "$header")
    case "$lib" in
      '') breach "$file:$line: <$header> belongs to no library known to tests/lint.sh" ;;
      c | glib) ;;
      *)
        case "$file" in
          *.h) breach "$file:$line: a header of ours includes $lib's <$header>" ;;
        esac
        case "$lib:$folder" in
          jansson:extract | jansson:normalise | jansson:classify \
            | sqlite:extract | sqlite:normalise | sqlite:classify \
            | libpq:extract | libpq:normalise | libpq:classify)
            breach "$file:$line: only pipelines/ may include $lib's <$header>" ;;
        esac
        key=$folder:$lib
        other=${owner[$key]:=$file}
        if [ "$folder" != tests ] && [ "$other" != "$file" ]; then
          breach "$file:$line: $lib is included by $other already; one .c file per folder"
        fi ;;
    esac
  done < <(includes)
}

# Comments and strings are blanked first, so that only calls are left.
voice () {
  local file
  while read -r file; do
    case "$file" in
      extract/* | normalise/* | classify/*) ;;
      *) continue ;;
    esac
    # A program of its own in an engine's folder, as a generator is, has a main.
    grep -q '^main (' "$file" && continue
    awk -v file="$file" '
      BEGIN {
        calls = "(printf|fprintf|vfprintf|puts|fputs|putchar|putc|fputc|fwrite|perror|g_print"\
          "|g_printerr|g_message|g_warning|g_info|exit|_exit|system|popen|fork|vfork"\
          "|exec[lv][a-z]*|posix_spawn[p]?|g_spawn_[a-z_]*|g_subprocess_[a-z_]*|fopen|open"\
          "|openat|creat|g_file_get_contents|g_file_set_contents|setlocale)"
      }
      {
        text = ""
        for (i = 1; i <= length ($0); i++)
          {
            c = substr ($0, i, 1); two = substr ($0, i, 2)
            if (comment) { if (two == "*/") { comment = 0; i++ } }
            else if (quote != "")
              {
                if (c == "\\") i++
                else if (c == quote) quote = ""
              }
            else if (two == "/*") { comment = 1; i++ }
            else if (two == "//") break
            else if (c == "\"" || c == "\x27") { quote = c; text = text " " }
            else text = text c
          }
        quote = ""
        if (match (text, "(^|[^A-Za-z0-9_.>])" calls " *\\("))
          {
            call = substr (text, RSTART, RLENGTH)
            gsub (/[^A-Za-z0-9_]/, "", call)
            print file ":" FNR ": an engine calls " call " ()"
          }
      }' "$file" >> "$breaches"
  done < <(sources)
}

format () {
  command -v clang-format > /dev/null || {
    echo "clang-format is not installed"
    exit 77
  }
  sources | xargs -r clang-format --style=file --dry-run -Werror 2>&1 \
    | sed -n 's/^\([^:]*\):[0-9].*code should be clang-formatted.*/\1: clang-format -i would change it/p' \
    | LC_ALL=C sort -u >> "$breaches"
}

scripts () {
  find . \( -name .git -o -name 'build*' -type d -o -path ./samples/out \) -prune \
    -o -type f -print | while read -r file; do
    read -r first < "$file" 2> /dev/null || true
    case "$first" in
      '#!'*bash* | '#!'*/sh*) echo "${file#./}" ;;
    esac
  done 2> /dev/null | LC_ALL=C sort
}

shell () {
  local file said
  while read -r file; do
    said=$(bash -n "$file" 2>&1) || breach "$file: ${said%%$'\n'*}"
  done < <(scripts)
}

# Written apart, so that this file does not name what it looks for.
words () {
  local marks="T""ODO|F""IXME|X""XX|H""ACK|not ""implemented"
  local places="/wo""rk/|/ho""me/[a-z]|iss""ue #?[0-9]"
  grep -rnIE "\b($marks)\b|($places)" --exclude-dir=.git --exclude=.git --exclude-dir='build*' \
    --exclude-dir=out --exclude=LICENSE . 2> /dev/null \
    | sed 's|^\./||; s/^\([^:]*:[0-9]*\):\(.*\)$/\1: does not belong here:\2/' >> "$breaches"
}

length () {
  local file lines
  while read -r file; do
    lines=$(wc -l < "$file")
    if [ "$lines" -gt 600 ]; then breach "$file: $lines lines, more than 600"; fi
  done < <(sources)
}

case "$rule" in
  arrows | voice | format | shell | words | length) "$rule" ;;
  *) usage ;;
esac

cat "$breaches"
[ ! -s "$breaches" ]
