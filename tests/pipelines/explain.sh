#!/usr/bin/env bash
# heed explain: why an item has its tags, and why it has not others.
. "$(dirname "$0")/heed.sh"

"$heed" run -q -o "$tap_scratch/records.jsonl" "$samples/meetings/improvement_panel_2024-11-20.pdf"
explain () { run env COLUMNS=90 "$heed" explain "$tap_scratch/records.jsonl" "$@"; }
says () { check "$1" grep -qF -- "$2" "$out"; }

explain --item 5
ends 'an item with tags' 0
says 'its title' '5 Helping children to understand their story'
says 'its tag, with score and mode' 'Life-story work (life-story-work): '
says 'by which label' 'by the label life-story'
says 'the sum begins somewhere' 'to begin with'
check 'its evidence is marked in the text' grep -qE '«.*life-story|life-story .*»\[1' "$out"
check 'it fits' test "$(LC_ALL=C.UTF-8 wc -L < "$out")" -le 90
check 'no colour where no terminal is' grep -qvP '\x1b' "$out"
is 'as many tags as the records have' "$(grep -cE '^  \[[0-9]+\] ' "$out")" \
  "$(tests/fields item number tags < "$tap_scratch/records.jsonl" | grep '^5' \
    | grep -o '"concept"' | wc -l)"

explain --item 5 --concept life-story-work --verbose
ends 'one concept' 0
is 'one concept: no other' "$(grep -cE '^  (\[|No tag)' "$out")" 1

explain --item 5 --concept private-fostering
ends 'a concept that is not there' 0
says 'a concept that is not there: how far off' 'No tag: Private fostering'
says 'a concept that is not there: what was missing' 'labels and rules stands in the item'
explain --item '#1.5' --concept life-story-work
ends 'an item by its identifier' 0
explain --item 99
ends 'an item that is not there' 2
complains 'an item that is not there' "no item '99' in the records; there are 1, 2"
"$heed" run -q -o "$tap_scratch/all.jsonl" "$samples/meetings"
run "$heed" explain "$tap_scratch/all.jsonl" --item 99
is 'an item that is in no meeting: each number is named once' \
  "$(sed 's/.*there are //; s/, /\n/g' "$err" | sort | uniq -d)" ''
explain --item 5 --concept no-such-concept
ends 'a concept that the taxonomy lacks' 2
complains 'a concept that the taxonomy lacks' 'no-such-concept'
explain
ends 'no item named' 2
run "$heed" explain --item 5 README.md
ends 'no records' 3
complains 'no records' 'README.md'

# A formal item, in which nothing is tagged, is said to be one.
cat > "$tap_scratch/formal.txt" << 'END'
OTTERMERE COUNCIL
Minutes of a meeting of the Cabinet held on 3 June 2024

1. Apologies for absence

Apologies were received from the social worker who supports life-story work.

2. The library roof

The roof \x1b[31mleaks.
END
sed -i 's/\\x1b/\x1b/' "$tap_scratch/formal.txt"
"$heed" run -q -o "$tap_scratch/formal.jsonl" "$tap_scratch/formal.txt"
run "$heed" explain --item 1 "$tap_scratch/formal.jsonl" --concept life-story-work
ends 'a formal item' 0
says 'a formal item: that it is one' 'the item is formal, or about something else'
run "$heed" explain --item 2 "$tap_scratch/formal.jsonl"
check 'what a document holds cannot command the terminal' bash -c "! grep -qP '\\x1b' '$out'"

# What an m:not takes away is named with what it takes away.
cat > "$tap_scratch/veto.txt" << 'END'
OTTERMERE COUNCIL
CHILDREN AND FAMILIES SCRUTINY COMMITTEE
Minutes of the meeting held on 3 June 2024

1. Apologies

There were none.

2. Social work with children

The quality of social work practice was better than at the nurse practice next door.
END
"$heed" run -q -o "$tap_scratch/veto.jsonl" "$tap_scratch/veto.txt"
run "$heed" explain --item 2 "$tap_scratch/veto.jsonl" --concept practice-quality-general
says 'a veto: what it took away' 'taken away'

# On a terminal evidence is coloured, unless NO_COLOR says no.
if command -v script > /dev/null; then
  on_terminal () { script -qec "$1 '$heed' explain '$tap_scratch/records.jsonl' --item 5" /dev/null; }
  check 'colour on a terminal' grep -qP '\x1b\[1;4m' <(on_terminal 'TERM=xterm')
  check 'NO_COLOR' bash -c '! grep -qP "\x1b\[" "$1"' - <(on_terminal 'NO_COLOR=1 TERM=xterm')
else
  skip 'colour on a terminal' 'script is not installed'
fi
finish
