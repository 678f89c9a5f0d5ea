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

put('spans.html', '<!doctype html><table>' + '<tr><td colspan=1000000 rowspan=1000000>1<td colspan=-1 rowspan=99999999999>x' * 2_000
    + '</table>' + MINUTES)
put('wide.html', '<!doctype html><table><tr>' + '<td>Early help' * 200_000 + '</table>' + MINUTES)
put('nul.html', b'<!doctype html>\0<bo\0dy><p>\0' * 100_000 + MINUTES.encode())
put('half.html', b'\xff\xfe' + '<!doctype html><p>help'.encode('utf-16-le') + b'\x00\xd8' * 1_000_000 + b'<')
put('half.txt', b'\xfe\xff' + '1. Early help\n'.encode('utf-16-be') + b'\xdb\xff' * 1_000_000 + b'\0')

# Text
put('line.txt', 'The board spoke of early help. ' * 1_700_000)
put('lines.txt', '\n' * 5_000_000 + '1. Early help\n')
put('numbers.txt', ''.join(f'{n}. Item\n' for n in range(100_000)))
put('resolved.txt', '1. Early help\n' + 'RESOLVED that ' * 200_000 + '\n')
put('brackets.txt', '1. ' + '(' * 500_000 + '\n' + '1(a)(ii)' * 200_000 + '\n')
put('spaces.txt', '1. Early' + ' ' * 3_000_000 + 'help\n')
# What the readers of names, votes, dates and lists look for, without end.
HEAD = 'Wold Valley Council\nMinutes of the Board held on 3 March 2024\n\n'
for name, head, again in [
        ('names', 'Present: Councillors ', 'Ann Weaver (Chair), '), ('names_apart', 'Present:\n', 'Cllr Ann Weaver\n'),
        ('names_empty', 'Present: Weaver, Ann', ';'), ('names_none', '1. Apologies\nApologies were received from: Weaver, Ann', ';'),
        ('apologies', '1. Apologies\nApologies were received from ', 'Ann Weaver (substitute: Bo Moss) and '),
        ('votes', '1. Vote\n', 'For 12, against 3, abstentions 1. CARRIED. '), ('dates', '1. Dates\n', '3 March 2024, 03/04/05 and '),
        ('references', '1. Further\n', 'Further to Minute 10 (17 May 2023), '),
        ('inspections', '1. Ofsted\n', 'The ILACS inspection of May 2023 judged leaders Good, care leavers Inadequate. '),
        ('actions', '1. Actions\n', 'ACTION: Ann Weaver to report on early help by May. '),
        ('resolved_list', '1. Early help\nRESOLVED that:\n', '(a) early help be noted; and\n'),
        ('quotes', '1. Petition\n', '“early \u2018help" said \u2019'), ('dashes', '1. Early help\n', '- – — '),
        ('cells', '1. Early help\n', 'Action | Who | When |\n'), ('terms', '1. Early help\n', 'children in care, early help, key workers; ')]:
    put(f'{name}.txt', HEAD + head + again * (2_000_000 // len(again)) + '\n')
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


# A table of objects that is a stream: 10 million of them in a few kilobytes.
def table_stream(size, widths, data, extra=''):
    head = b'%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
    body = stream(data, f'/Type/XRef/Size {size}/W[{widths}]/Root 1 0 R{extra}')
    return head + b'3 0 obj\n' + body + b'\nendobj\nstartxref\n%d\n%%%%EOF\n' % len(head)


put('table_stream.pdf', table_stream(10_000_000, '1 4 2', b'\1\0\0\0\x09\0\0' * 10_000_000))
put('table_less.pdf', table_stream(-5, '-1 2147483647 2', b'\1\0\0\0\x09\0\0' * 9, '/Index[-3 2147483647]'))
put('table_circle.pdf', table_stream(9, '1 4 2', b'\1\0\0\0\x09\0\0' * 9, '/Prev 9'))
put('less.pdf', pdf(CATALOGUE, '<</Type/Pages/Kids[3 0 R]/Count -7>>', PAGE.format(''),
                    b'<</Length -1/DecodeParms<</Predictor 15/Columns -9/Colors 2147483647>>/Filter/FlateDecode>>\nstream\nx\nendstream', FONT))
put('tree.pdf', pdf(CATALOGUE, '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 9>>', '<</Type/Pages/Parent 2 0 R/Kids[4 0 R]/Count 5>>',
                    '<</Type/Pages/Parent 3 0 R/Kids[3 0 R 2 0 R]/Count 4>>'))
put('one_page.pdf', pdf(CATALOGUE, '<</Type/Pages/Kids[' + '6 0 R ' * 100 + ']/Count 100000>>', PAGE.format(''), stream(LINE), FONT,
                        '<</Type/Pages/Parent 2 0 R/Kids[' + '3 0 R ' * 1000 + ']/Count 1000>>'))
FORM = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>/Font<</F 5 0 R>>>>'
put('form_self.pdf', pdf(CATALOGUE, ONE, PAGE.format('/XObject<</X 6 0 R>>'), stream(b'/X Do ' + LINE), FONT,
                         stream(b'/X Do ' * 100 + LINE, FORM.format(7)), stream(b'/X Do ' * 100 + LINE, FORM.format(6))))
put('glyphs.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(b'BT /F 12 Tf 72 700 Td (' + b'a' * 50_000 + b') Tj ET'),
                      '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]'
                      '/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/Resources<</Font<</F 5 0 R>>>>>>',
                      stream(b'BT /F 1 Tf (aaaaaaaaaa) Tj ET')))
ranges = ''.join(f'<{n:04x}> <{n:04x}> <{"0041" * 100}>\n' for n in range(65_536))
put('ranges.pdf', pdf(CATALOGUE, ONE, PAGE.format(''), stream(b'BT /F 12 Tf 72 700 Td <' + b'00410042' * 50_000 + b'> Tj ET'),
                      '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
                      '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
                      '/DW 1000>>',
                      stream(f'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n65536 beginbfrange\n{ranges}endbfrange'
                             '\n1 beginbfrange <0000> <ffffffff> <0000> endbfrange endcmap'.encode())))
put('bomb_in_bomb.pdf', pdf(CATALOGUE, ONE, PAGE.format(''),
                            stream(zlib.compress(zlib.compress(b' ' * (200 << 20), 9), 9)).replace(
                                b'/Filter/FlateDecode', b'/Filter[/FlateDecode/FlateDecode/FlateDecode]'), FONT))
PICTURE = '/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent {}/Width {}/Height {}'
put('picture.pdf', pdf(CATALOGUE, ONE, PAGE.format('/XObject<</X 6 0 R>>').replace('595 842', '200000 200000'),
                       stream(b'200000 0 0 200000 0 0 cm /X Do'), FONT, stream(b'\x55' * 5000, PICTURE.format(1, 200, 200))))
put('picture_less.pdf', pdf(CATALOGUE, ONE, PAGE.format('/XObject<</X 6 0 R>>'), stream(b'595 0 0 842 0 0 cm /X Do'), FONT,
                            stream(b'\x55' * (60 << 20), PICTURE.format(8, 2147483647, -2))))
put('picture_large.pdf', pdf(CATALOGUE, ONE, PAGE.format('/XObject<</X 6 0 R>>'), stream(b'595 0 0 842 0 0 cm /X Do'), FONT,
                             stream(b'\x55' * (120 << 20), PICTURE.format(1, 31_000, 31_000))))
put('labels.pdf', pdf('<</Type/Catalog/Pages 2 0 R/PageLabels 6 0 R>>', ONE, PAGE.format(''), stream(LINE), FONT,
                      '<</Kids[7 0 R 6 0 R]>>', '<</Kids[6 0 R]/Nums[0<</S/R/St 2147483647/P(' + 'x' * 100_000 + ')>>]/Limits[0 -1]>>'))
# Forms: a field of one endless word, one of endless short ones, a page full of fields, fields within themselves.
FIELDS = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{}]/DA(/F 10 Tf)>>>>'
FIELD = '<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/V({})/Rect[50 50 500 {}]/DA(/F 10 Tf){}>>'
for name, typed in [('word', 'x' * 5_000_000), ('words', 'x ' * 2_500_000), ('lines', 'x\\n' * 1_000_000)]:
    put(f'field_{name}.pdf', pdf(FIELDS.format('6 0 R'), ONE, PAGE.format('').replace('/Contents', '/Annots[6 0 R]/Contents'),
                                 stream(LINE), FONT, FIELD.format(typed, 700, '')))
put('fields.pdf', pdf(FIELDS.format('6 0 R'), ONE, PAGE.format('').replace('/Contents', f'/Annots[{"6 0 R " * 9_999}]/Contents'),
                      stream(LINE), FONT, FIELD.format('early help', 70, '')))
put('field_self.pdf', pdf(FIELDS.format('6 0 R 7 0 R'), ONE, PAGE.format('').replace('/Contents', '/Annots[6 0 R 7 0 R]/Contents'),
                          stream(LINE), FONT, FIELD.format('early', 70, '/Parent 7 0 R/Kids[7 0 R 6 0 R]'),
                          FIELD.format('help', 90, '/Parent 6 0 R/Kids[6 0 R 7 0 R]')))
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
