#!/usr/bin/env python3
"""A PDF of many pages, as a council's pack for a meeting may be, on standard output.

usage: tests/pipelines/pack.py PAGES [lost|slow]

lost: every seventh page is not there; slow: the first page takes minutes to draw.
"""

import sys

n = int(sys.argv[1])
how = sys.argv[2] if len(sys.argv) > 2 else ""


def words(page):
    if page == 1:
        yield 16, "Wold Valley Council"
        yield 14, "Children's Board"
        yield 11, "Minutes of the meeting held on 4 March 2024"
    # An item begins on every third page, so that some go over from one range to the next.
    if page % 3 == 1:
        yield 12, f"{page // 3 + 1}. Early help, part {page // 3 + 1}"
    for line in range(30):
        yield 11, f"The board heard on page {page} line {line} how long families wait for help."
    if page % 3 == 0:
        yield 11, f"RESOLVED that report {page // 3} on neglect be noted."


def stream(page):
    y, out = 800, []
    for size, text in words(page):
        out.append(f"BT /F1 {size} Tf 60 {y} Td ({text}) Tj ET")
        y -= 20
    if how == "slow" and page == 1:
        out.append("BT /F1 1 Tf 60 10 Td (x) Tj ET\n" * 3000000)
    return "\n".join(out)


kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(n))
objects = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: f"<< /Type /Pages /Count {n} /Kids [{kids}] >>",
    3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
}
for page in range(1, n + 1):
    number = 2 + 2 * page
    text = stream(page)
    objects[number] = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>"
    )
    objects[number + 1] = f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"
    if how == "lost" and page % 7 == 0:
        objects[number] = "null"

out = bytearray(b"%PDF-1.4\n")
places = {}
for number, text in sorted(objects.items()):
    places[number] = len(out)
    out += f"{number} 0 obj\n{text}\nendobj\n".encode()
start = len(out)
last = max(objects) + 1
out += f"xref\n0 {last}\n0000000000 65535 f \n".encode()
for number in range(1, last):
    out += f"{places[number]:010d} 00000 n \n".encode()
out += f"trailer\n<< /Size {last} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
sys.stdout.buffer.write(out)
