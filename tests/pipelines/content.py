"""What is in an SQLite file of heed's, whatever the order in which it came: a hash of all rows,
with identifiers in place of the database's own numbers.

usage: content.py FILE
"""

import hashlib
import sqlite3
import sys


def tables(lite):
    """Each table with what to select of it, in SQLite's words and PostgreSQL's."""
    names = sorted(name for name, in lite.execute("select distinct table_name from columns_explained"))
    for table in names:
        yield table, [column(name) for name, in lite.execute(
            "select column_name from columns_explained where table_name = ? and column_name <> 'id' "
            "order by position", (table,))]


def column(name):
    owner = {"item_id": "item", "meeting_id": "meeting"}.get(name)
    if owner is None:
        return name, name
    return owner, f"(select o.{owner} from {owner}s o where o.id = {name})"


def main():
    lite = sqlite3.connect(sys.argv[1])
    digest = hashlib.sha256()
    for table, columns in tables(lite):
        listed = ", ".join(sql for _, sql in columns)
        for row in sorted(map(repr, lite.execute(f"select {listed} from {table}"))):
            digest.update(f"{table} {row}\n".encode())
    print(digest.hexdigest())


if __name__ == "__main__":
    main()
