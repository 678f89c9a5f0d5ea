# Completion of heed's command line for fish. It asks the program's own --help, so that it
# knows every option that there is.

function __heed_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and echo $words[2]
end

# "--ocr=" and what it is for, a line each.
function __heed_options
    set -l command (__heed_command); or return
    heed $command --help 2>/dev/null |
        string replace -rf '^ +(?:-., )?(--[a-z-]+=?)[^ ]* +(.*)$' '$1\t$2'
end

# The values of the option being typed: "--ocr=WHEN  …: auto, never or always".
function __heed_values
    set -l command (__heed_command); or return
    set -l option (commandline -ct | string match -r '^--[a-z-]+='); or return
    heed $command --help 2>/dev/null | string match -r -- "$option"'.*: [a-z, ]* or [a-z]*$' |
        string replace -r '.*: ' '' | string split ', ' | string split ' or ' | string replace -r '^' -- $option
end

complete -c heed -n 'not __heed_command' -f -a '(heed --help |
    string replace -rf "^  ([a-z]{2,}) +(.*)\$" "\$1\t\$2")'
complete -c heed -n __heed_command -a '(__heed_options)'
complete -c heed -n __heed_command -a '(__heed_values)'
complete -c heed -n 'test "$(__heed_command)" = taxonomy' -a 'list show check export'
complete -c heed -n 'string match -q "* taxonomy show *" (commandline -cp)' -f -a '(heed taxonomy list |
    string replace -rf "^  ([a-z0-9-]+) +(.*)\$" "\$1\t\$2")'
