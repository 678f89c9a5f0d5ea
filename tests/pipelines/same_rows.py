"""Whether an SQLite file and a PostgreSQL database hold the same rows, table by table.

usage: same_rows.py FILE DATABASE      prints what differs, and at last how many rows there are
"""

import csv
import io
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
from content import tables

csv.field_size_limit(1 << 30)
file, database = sys.argv[1:]
lite = sqlite3.connect(file)
total = 0


def psql(sql):
    command = ["psql", "-qX", "-d", database, "-c", sql]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def same(value, text):
    """A value of SQLite's and PostgreSQL's text for it; None is null in both."""
    if isinstance(value, float):
        return text is not None and float(text) == value
    if isinstance(value, int) and text in ("t", "f"):
        return (text == "t") == (value == 1)
    return (None if value is None else str(value)) == text


for table, listing in tables(lite):
    columns = [name for name, _ in listing]
    listed = ", ".join(sql for _, sql in listing)
    left = sorted(lite.execute(f"select {listed} from {table}"), key=repr)
    # Null is told from the empty text by a mark that no document has.
    text = psql(f"\\copy (select {listed} from {table}) to stdout with (format csv, null '\x01')")
    right = [tuple(None if one == "\x01" else one for one in row)
             for row in csv.reader(io.StringIO(text, newline=""))]
    key = [i for i, name in enumerate(columns) if name in (
        "document", "meeting", "item", "inspection", "recommendation", "concept", "position",
        "attendance", "source", "inspection_position")]
    order = lambda row: [str(row[i]) for i in key]
    left, right = sorted(left, key=order), sorted(right, key=order)
    if len(left) != len(right):
        print(f"{table}: {len(left)} rows and {len(right)}")
    for one, other in zip(left, right):
        for name, value, said in zip(columns, one, other):
            if not same(value, said):
                print(f"{table}.{name}: {value!r:.60} and {said!r:.60}")
    total += len(left)
print(total > 100)
