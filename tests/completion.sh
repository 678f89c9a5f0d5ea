#!/usr/bin/env bash
# Completion in bash, zsh and fish: each shell is run and asked what it would offer.
. "$(dirname "$0")/pipelines/heed.sh"

completions=$PWD/pipelines/completion
mkdir "$tap_scratch/bin" "$tap_scratch/here"
ln -s "$heed" "$tap_scratch/bin/heed"
PATH=$tap_scratch/bin:$PATH
touch "$tap_scratch/here/minutes.pdf"

# What each shell offers for a line, one a line, sorted.
in_bash () {
  bash --norc -c '
    . "$1/heed.bash"
    cd "$2" || exit
    line=$3
    COMP_LINE=$line COMP_POINT=${#line}
    read -ra COMP_WORDS <<< "${line//=/ = }"
    case $line in *" " | *=) COMP_WORDS+=("") ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _heed
    printf "%s\n" "${COMPREPLY[@]}"' - "$completions" "$tap_scratch/here" "$1" 2> /dev/null
}
in_fish () {
  (cd "$tap_scratch/here" && HOME=$tap_scratch fish --no-config -c '
    source $argv[1]/heed.fish
    complete -C $argv[2]' "$completions" "$1") | cut -f 1
}
# zsh completes on a terminal only: it gets one, and what is added to the choices is kept.
in_zsh () {
  (cd "$tap_scratch/here" && rm -f offered \
    && timeout 20 zsh -f "$tap_scratch/ask.zsh" "$completions" "$1" offered && sort -u offered)
}
cat > "$tap_scratch/ask.zsh" <<'ZSH'
zmodload zsh/zpty
zpty asked zsh -f -i
zpty -w asked "PS1= PS2= RPS1=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w asked 'compadd () { local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> '$3'; builtin compadd "$@" }'
# The key after the completing one says that it is over.
zpty -w asked "over () { print OVER }; zle -N over; bindkey '^I' complete-word '^G' over; print READY"
while zpty -r asked line && [[ $line != READY* ]]; do :; done
zpty -n -w asked "$2"$'\t\x07'
while zpty -r asked line && [[ $line != *OVER* ]]; do :; done
zpty -d asked
ZSH

# offers SHELL 'line' WORD…: each word is among what is offered.
offers () {
  local shell=$1 line=$2 offered
  shift 2
  offered=$("in_$shell" "$line")
  for word in "$@"; do
    check "$shell: '$line' offers $word" grep -qxF -- "$word" <<< "$offered"
  done
}

for shell in bash zsh fish; do
  if ! command -v "$shell" > /dev/null; then
    skip "completion in $shell" "$shell is not installed"
    continue
  fi
  equals==
  [ "$shell" = zsh ] && equals='' # it adds the sign itself
  # shellcheck disable=SC2046 # one word a command
  offers "$shell" 'heed ' $(commands)
  offers "$shell" 'heed recomm' recommendations
  for name in $(commands); do
    # shellcheck disable=SC2046 # one word an option
    offers "$shell" "heed $name --" $(options "$name" | sed "s/=/$equals/")
  done
  offers "$shell" 'heed taxonomy ' list show check export
  offers "$shell" 'heed taxonomy show private-f' private-fostering
  offers "$shell" 'heed check m' minutes.pdf
done
for shell in bash zsh fish; do
  command -v "$shell" > /dev/null || continue
  prefix=
  [ "$shell" = fish ] && prefix=--ocr= # it offers the whole word
  offers "$shell" 'heed run --ocr=' "${prefix}auto" "${prefix}never" "${prefix}always"
done
offers bash 'heed run --ocr=al' always
offers bash 'heed run --log=m' minutes.pdf
finish
