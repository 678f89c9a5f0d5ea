#!/usr/bin/env bash
# The sources in this folder → the PDFs in samples/ottermere/, through LibreOffice, as a
# council's office would make them. Needs libreoffice-writer and fonts-liberation.
#
#   samples/sources/build.sh            all of them
#   samples/sources/build.sh FILE…      those sources, named from this folder:
#                                       meetings/cabinet_2024-06-12.fodt
#
# A PDF holds the time it was made, so it is never the same bytes twice: build only what
# changed, look at it, and then run tests/golden.sh --update.
set -euo pipefail
cd "$(dirname "$0")"

command -v soffice > /dev/null || {
  echo "build.sh: soffice is missing; on Debian: apt-get install libreoffice-writer fonts-liberation" >&2
  exit 1
}
[ $# -gt 0 ] || set -- */*.fodt

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for source in "$@"; do
  soffice "-env:UserInstallation=file://$profile" --headless --convert-to \
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' \
    --outdir "../ottermere/$(dirname "$source")" "$source"
done
