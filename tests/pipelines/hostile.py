#!/usr/bin/env python3
"""Documents and taxonomies that mean harm, made anew for each test: hostile.py FOLDER.

Large enough to hurt a reader that is quadratic or recursive, and cheap to make."""

import pathlib
import sys
import zlib

folder = pathlib.Path(sys.argv[1])
pages = folder / 'documents'
schemes = folder / 'taxonomies'
pages.mkdir(parents=True)
schemes.mkdir()


def put(name, data, where=pages):
    (where / name).write_bytes(data if isinstance(data, bytes) else data.encode())


MINUTES = '<h1>Minutes of the Board</h1><p>1. Early help</p><p>RESOLVED that it be noted.</p>'

# HTML
put('tags.html', '<!doctype html><body>' + '<div>' * 1_000_000 + MINUTES)
put('lists.html', '<!doctype html><body>' + '<ul><li>' * 300_000 + MINUTES)
put('tables.html', '<!doctype html><body>' + '<table><tr><td>' * 100_000 + MINUTES)
put('closed.html', '<!doctype html><body>' + '</p></div></td>' * 500_000 + MINUTES)
put('unclosed.html', '<!doctype html><body>' + '<b><i>' * 300_000 + MINUTES + '<!--' * 100_000)
put('attributes.html', '<!doctype html><p ' + ' '.join(f'a{n}=1' for n in range(300_000)) + '>' + MINUTES)
put('line.html', '<!doctype html><body><p>' + 'early help ' * 4_600_000)
put('references.html', '<!doctype html><p>' + '&amp;&#x41;&nosuch;&#xD800;&#99999999;' * 100_000)
text = 'Minutes: the Chair’s décision on early help. RESOLVED that it be noted.'
for said, meant in [('utf-8', 'utf-16-le'), ('utf-16', 'utf-8'), ('utf-7', 'cp1252'), ('shift_jis', 'utf-8'),
                    ('no-such-charset', 'cp1252'), ('iso-2022-kr', 'utf-8'), ('x' * 10_000, 'utf-8')]:
    put(f'says_{said[:12]}_is_{meant}.html',
        f'<!doctype html><meta charset="{said}"><p>{text}</p>'.encode(meant, 'replace'))

# Text
put('line.txt', 'The board spoke of early help. ' * 1_700_000)
put('lines.txt', '\n' * 5_000_000 + '1. Early help\n')
put('numbers.txt', ''.join(f'{n}. Item\n' for n in range(100_000)))
put('resolved.txt', '1. Early help\n' + 'RESOLVED that ' * 200_000 + '\n')
put('brackets.txt', '1. ' + '(' * 500_000 + '\n' + '1(a)(ii)' * 200_000 + '\n')
put('spaces.txt', '1. Early' + ' ' * 3_000_000 + 'help\n')
put('marks.txt', 'e' + '́' * 2_000_000 + '\n')
put('zero.txt', b'Minutes\n' + b'\0' * 1_000_000)


# PDF
def pdf(*objects, trailer=''):
    out = b'%PDF-1.5\n'
    at = []
    for n, item in enumerate(objects, 1):
        at.append(len(out))
        item = item if isinstance(item, bytes) else item.encode()
        out += b'%d 0 obj\n' % n + item + b'\nendobj\n'
    table = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % place for place in at)
    return out + (f'trailer <</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n').encode()


def stream(data, extra=''):
    packed = zlib.compress(data, 9)
    return f'<</Length {len(packed)}/Filter/FlateDecode{extra}>>\nstream\n'.encode() + packed + b'\nendstream'


CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>'
FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{}>>>>'
ONE = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
LINE = b'BT /F 12 Tf 72 700 Td (1. Early help) Tj ET\n'

put('sound.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(LINE), FONT))
put('bomb.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(b' ' * (400 << 20)), FONT))
put('much_text.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(LINE * 200_000), FONT))
put('saves.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(b'q ' * 2_000_000 + LINE), FONT))
put('marks.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(b'/P <</MCID 0>> BDC ' * 100_000 + LINE), FONT))
put('circle.pdf', pdf(CATALOGUE, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2147483647>>'))
put('many_pages.pdf', pdf(CATALOGUE, '<</Type/Pages/Kids[' + '3 0 R ' * 50_000 + ']/Count 50000>>',
                          PAGE.format(''), stream(LINE), FONT))
put('deep.pdf', b'%PDF-1.5\n1 0 obj\n' + b'[' * 500_000)
put('deep_pages.pdf', pdf(CATALOGUE, *(f'<</Type/Pages/Kids[{n} 0 R]/Count 1>>' for n in range(3, 20_000))))
put('forms.pdf', pdf(CATALOGUE, ONE, PAGE.format('/XObject<</X 6 0 R>>'), stream(b'/X Do'), FONT,
                     *(stream(b'/X Do ' * 10, f'/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {n} 0 R>>>>')
                       for n in range(7, 16)),
                     stream(LINE, '/Type/XObject/Subtype/Form/BBox[0 0 9 9]')))
put('box.pdf', pdf(CATALOGUE, ONE, PAGE.format('').replace('595 842', '1e30 -1e30'), stream(LINE), FONT))
put('bookmarks.pdf', pdf('<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>', ONE, PAGE.format(''), stream(LINE), FONT,
                         '<</First 7 0 R/Last 7 0 R>>', '<</Title(x)/Next 7 0 R/First 6 0 R>>'))
whole = pdf(CATALOGUE, ONE, PAGE.format(''), stream(LINE), FONT)
for cut in (9, 100, len(whole) // 2, len(whole) - 8):
    put(f'cut_{cut}.pdf', whole[:cut])
for n in range(20):
    place = 9 + n * (len(whole) - 9) // 20
    put(f'flipped_{n}.pdf', whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1:])

# Taxonomies
RDF = ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
       ' xmlns:skos="http://www.w3.org/2004/02/skos/core#"{}>{}</rdf:RDF>')
laughs = '<!ENTITY a "ha">' + ''.join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip('abcdefghi', 'bcdefghij'))
put('laughs.rdf', f'<!DOCTYPE r [{laughs}]>' + RDF.format('', '<skos:Concept rdf:about="&j;"/>'), schemes)
put('entity.rdf', f'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    + RDF.format('', '<skos:Concept rdf:about="x"><skos:prefLabel>&e;</skos:prefLabel></skos:Concept>'), schemes)
put('outside.rdf', '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">' + RDF.format('', ''), schemes)
put('parameter.rdf', '<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>' + RDF.format('', ''), schemes)
put('include.rdf', RDF.format(' xmlns:xi="http://www.w3.org/2001/XInclude"',
                              '<xi:include href="file:///etc/passwd" parse="text"/>'), schemes)
put('deep.rdf', RDF.format('', '<a>' * 500_000), schemes)
put('long.rdf', RDF.format('', '<skos:Concept rdf:about="' + 'x' * 20_000_000 + '"/>'), schemes)
