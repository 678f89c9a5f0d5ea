#!/usr/bin/env bash
# The manual keeps up with the program: a page for every command, every option in it and no
# other, pages that mandoc has nothing against.
. "$(dirname "$0")/pipelines/heed.sh"

manual=${MANUAL:-$PWD/build/docs/man}
if ! command -v mandoc > /dev/null; then
  skip 'the manual' 'mandoc is not installed'
  finish
fi

# The page as text, without overprinting.
rendered () { mandoc -T utf8 -O width=80 "$1" | col -bx; }
# Long options that a page explains: those at the head of a paragraph of OPTIONS.
explained () {
  rendered "$1" | sed -n '/^OPTIONS/,/^[A-Z]/p' | grep -E '^     -' \
    | grep -oE -- '--[a-z-]+=?' | LC_ALL=C sort -u
}

for name in $(commands); do
  page=$manual/heed-$name.1
  check "heed-$name(1) is there" test -s "$page"
  is "heed-$name(1): the options of heed $name --help" "$(explained "$page")" \
    "$(options "$name" | LC_ALL=C sort -u)"
  check "heed(1) names heed-$name(1)" grep -qx ".It Xr heed-$name 1" "$manual/heed.1"
done

# The examples of heed(1), one after the other, as somebody would try them: what they need
# comes from the samples. Those that need a server or an editor are left out.
mkdir "$tap_scratch/desk" "$tap_scratch/bin"
ln -s "$heed" "$tap_scratch/bin/heed"
cp -r "$samples/meetings" "$tap_scratch/desk/minutes"
cp -r "$samples/meetings" "$tap_scratch/desk/archive"
cp "$samples"/inspection/*.pdf "$tap_scratch/desk/inspection-report.pdf"
for tool in jq sqlite3; do
  command -v "$tool" > /dev/null || skip "examples with $tool" "$tool is not installed"
done
# One example a record, ended by NUL.
examples () {
  sed -n '/^\.Bd/,/^\.Ed/p' "$manual/heed.1" | sed 's/^\.Bd.*//; s/^\.Ed/\x00/; s/\\-/-/g'
}
while IFS= read -r -d '' example; do
  case $example in
    *jq*) command -v jq > /dev/null || continue ;;
    *sqlite3*) command -v sqlite3 > /dev/null || continue ;;
  esac
  example=$(grep -vE 'postgresql:|EDITOR' <<< "$example")
  run bash -euc "cd '$tap_scratch/desk'; PATH='$tap_scratch/bin':\$PATH; $example"
  ends "heed(1): ${example//$'\n'/ }" 0
  is "heed(1): ${example//$'\n'/ }: without complaint" "$(cat "$err")" ''
done < <(examples)

for page in "$manual"/*.[15]; do
  name=$(basename "$page")
  # Examples come first with us, which mandoc finds unusual.
  is "$name: nothing to complain of" "$(mandoc -T lint -W warning "$page" 2>&1 \
    | grep -v 'sections out of conventional order')" ''
  check "$name: fits a terminal" test "$(rendered "$page" | LC_ALL=C.UTF-8 wc -L)" -le 80
  for other in $(sed -nE 's/^\.(It )?Xr (heed[a-z-]*) ([0-9]).*/\2.\3/p' "$page" | LC_ALL=C sort -u); do
    check "$name: $other is there" test -s "$manual/$other"
  done
done
finish
