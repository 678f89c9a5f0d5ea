# Completion of heed's command line for bash. It asks the program's own --help, so that it
# knows every option that there is.

# The values an option takes, from its help: "--ocr=WHEN  …: auto, never or always".
_heed_values () {
  "$1" "$2" --help 2> /dev/null | LC_ALL=C sed -n "s/^.*$3=[A-Z].*: \([a-z, ]* or [a-z]*\)\$/\1/p" \
    | sed 's/,/ /g; s/ or / /'
}

_heed () {
  local heed=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} before= command= help i
  COMPREPLY=()

  # "--ocr=au" comes as three words.
  i=$COMP_CWORD
  [ "$word" = = ] && word='' i=$((i + 1))
  [ "${COMP_WORDS[i - 1]}" = = ] && i=$((i - 1)) && before=${COMP_WORDS[i - 1]}
  [ -z "$before" ] && before=${COMP_WORDS[COMP_CWORD - 1]}
  [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}

  if [ -z "$command" ]; then
    mapfile -t COMPREPLY < <(compgen -W "--help --version $("$heed" --help 2> /dev/null \
      | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')" -- "$word")
    return
  fi
  help=$("$heed" "$command" --help 2> /dev/null) || return
  case $before in
    --*)
      if [[ $help == *"$before="* ]]; then
        if [[ $help == *"$before=FILE"* ]]; then
          mapfile -t COMPREPLY < <(compgen -f -- "$word")
        else
          mapfile -t COMPREPLY < <(compgen -W "$(_heed_values "$heed" "$command" "$before")" -- "$word")
        fi
        return
      fi ;;
  esac
  case $word in
    -*)
      mapfile -t COMPREPLY < <(compgen -W "$(sed -nE 's/^ +(-., )?(--[a-z-]+=?).*/\2/p' <<< "$help")" -- "$word")
      [[ ${#COMPREPLY[@]} = 1 && ${COMPREPLY[0]} = *= ]] && compopt -o nospace
      return ;;
  esac
  if [ "$command" = taxonomy ]; then
    if [ "$COMP_CWORD" = 2 ]; then
      mapfile -t COMPREPLY < <(compgen -W 'list show check export' -- "$word")
      return
    elif [ "${COMP_WORDS[2]}" = show ]; then
      mapfile -t COMPREPLY < <(compgen -W "$("$heed" taxonomy list | sed -n 's/^  \([a-z0-9-]*\) .*/\1/p')" -- "$word")
      return
    fi
  fi
  compopt -o filenames 2> /dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -F _heed heed
