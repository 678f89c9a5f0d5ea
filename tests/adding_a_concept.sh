#!/usr/bin/env bash
# docs/adding-a-concept.md, followed to the letter; and what heed taxonomy check says of
# phrases.
. "$(dirname "$0")/pipelines/heed.sh"

page=$PWD/docs/adding-a-concept.md
mkdir "$tap_scratch/bin" "$tap_scratch/desk"
ln -s "$heed" "$tap_scratch/bin/heed"
# The blocks of one language, each ended by NUL.
blocks () { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$page" | sed "/^\`\`\`$1\$/d" | sed 's/^```$/\x00/'; }
blocks text | tr -d '\0' > "$tap_scratch/desk/minutes.txt"
blocks xml | tr -d '\0' > "$tap_scratch/desk/concept.xml"
while IFS= read -r -d '' block; do
  run bash -euc "cd '$tap_scratch/desk'; PATH='$tap_scratch/bin':\$PATH; $block"
  ends "the page: ${block//$'\n'/; }" 0
  is "the page: ${block//$'\n'/; }: without complaint" "$(cat "$err")" ''
done < <(blocks sh)
check 'the page ends with the tag' grep -qF '[1] Holiday activities and food (holiday-clubs)' "$out"
is 'the item had no such tag before' \
  "$(grep -c holiday-clubs "$tap_scratch/desk/before.jsonl")" 0

# A taxonomy with each thing that is remarked on.
cat > "$tap_scratch/remarks.rdf" << 'END'
<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:skos="http://www.w3.org/2004/02/skos/core#"
         xml:base="https://council.example/concepts/">
<skos:ConceptScheme rdf:about="https://council.example/concepts"/>
<skos:Concept rdf:about="bread">
  <skos:prefLabel xml:lang="en">Bread</skos:prefLabel>
  <skos:altLabel xml:lang="en">loaf</skos:altLabel>
  <skos:altLabel xml:lang="en">the breads</skos:altLabel>
  <skos:altLabel xml:lang="en">brown loaves of bread</skos:altLabel>
</skos:Concept>
<skos:Concept rdf:about="rolls">
  <skos:prefLabel xml:lang="en">Rolls</skos:prefLabel>
  <skos:hiddenLabel xml:lang="en">Loaf</skos:hiddenLabel>
</skos:Concept>
</rdf:RDF>
END
run "$heed" taxonomy check -v "$tap_scratch/remarks.rdf"
ends 'remarks' 0
check 'a phrase that is there twice' grep -qxF '  bread: “the breads” is there twice' "$out"
check 'a phrase of two concepts' grep -qxF '  rolls: “Loaf” is also found for bread' "$out"
check 'a phrase in the shadow of a shorter one' \
  grep -qxF '  bread: “brown loaves of bread” finds nothing that “Bread” does not' "$out"
run "$heed" taxonomy check "$tap_scratch/remarks.rdf"
check 'counted where they are not asked for' \
  grep -q '^phrases: 1 there twice, 1 shared by concepts, 1 shadowed' "$out"

# Another vocabulary, with plain labels only, tags; a phrase in every third item is wide.
{
  printf 'Ottermere Council\nMinutes of the Bakery Committee held on 3 June 2024\n\n'
  for n in $(seq 1 24); do
    printf '%s. Matter %s\n\n' "$n" "$n"
    [ $((n % 3)) != 0 ] || printf 'Members asked for a loaf.\n\n'
    [ $((n % 3)) = 0 ] || printf 'Members asked for nothing.\n\n'
  done
} > "$tap_scratch/bakery.txt"
run "$heed" run --taxonomy "$tap_scratch/remarks.rdf" -o "$tap_scratch/bakery.jsonl" \
  "$tap_scratch/bakery.txt"
ends 'a vocabulary with plain labels' 0
is 'a vocabulary with plain labels: its tags' \
  "$(jq -r 'select(.type == "item") | .tags[] | select(.concept == "bread") | .label' \
    "$tap_scratch/bakery.jsonl" | sort | uniq -c | tr -s ' ')" ' 8 Bread'
run "$heed" taxonomy check "$tap_scratch/remarks.rdf" "$tap_scratch/bakery.jsonl"
ends 'the width of phrases' 0
check 'the width of phrases: a wide one' grep -qxF 'wide: bread: “loaf” stands in 8 of 24 items' "$out"
finish
