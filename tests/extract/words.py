#!/usr/bin/env python3
"""No character of a real document is lost or doubled: heed's lines against pdftotext's text.

usage: words.py HEED [all]. Reads ../shared/data beside the repository, or below HEED_SHARED, without
"all" one report in forty; is skipped where that, or pdftotext, is not to be had. These differences
are right: pdftotext joins words that a line's end has parted ("well-" "being"), it prints a sign for
a character without a shape, and it prints a footnote's mark as a figure of the word before ("Board1",
where heed has "Board¹"). docs/reading.md has the figures.
"""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

SIGNS = re.compile('[\\s\u00ad\u2010\u2011\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\\x00-\\x1f\\x7f-]')
RAISED = '¹²³⁰⁴⁵⁶⁷⁸⁹'
# Characters without a shape, of 10,000.
SLACK = 10


def letters(text):
    text = ''.join(unicodedata.normalize('NFKC', c) if 'ﬀ' <= c <= 'ﬆ' or c in RAISED else c for c in text)
    text = ''.join('•' if '\ue000' <= c <= '\uf8ff' else c for c in text)
    return collections.Counter(SIGNS.sub('', text))


def heed_text(heed, path):
    out = subprocess.run([heed, 'extract', '--ocr=never', path], capture_output=True, check=True,
                         timeout=120).stdout.decode()
    records = [json.loads(line) for line in out.splitlines()]
    return '\n'.join(line['text'] for record in records if record['type'] == 'page'
                     for line in record['lines'])


def main():
    top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    data = os.path.join(os.environ.get('HEED_SHARED', os.path.join(top, '../shared')), 'data')
    if not os.path.isdir(data) or shutil.which('pdftotext') is None:
        return 77
    paths = []
    for folder, step in (('minutes', 1), ('made', 1), ('ilacs', 1 if 'all' in sys.argv else 40)):
        names = sorted(n for n in os.listdir(os.path.join(data, folder)) if n.endswith('.pdf'))
        paths += [os.path.join(data, folder, name) for name in names[::step]]
    wrong = 0
    for path in paths:
        ours = letters(heed_text(sys.argv[1], path))
        theirs = letters(subprocess.run(['pdftotext', '-enc', 'UTF-8', path, '-'],
                                        capture_output=True, timeout=120).stdout.decode())
        lost, doubled = theirs - ours, ours - theirs
        if (sum(lost.values()) + sum(doubled.values())) * 10000 > SLACK * sum(theirs.values()):
            wrong += 1
            print(f'{path}: lost {dict(lost)}, doubled {dict(doubled)}')
    print(f'{len(paths)} documents, {wrong} wrong')
    return 1 if wrong or not paths else 0


sys.exit(main())
