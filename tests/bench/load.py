"""heed load beside what the databases' own programs take for the same rows.

Streams of two kinds are made: small items, of three lines, and such as real minutes give, with their
printed lines, a resolution and a tag with its words. Words are made up, and as unevenly often as
words are. The rows that heed makes of them are given to sqlite3 (.import, and insert … select from
another file, which has nothing to read) and to psql (\\copy) for the same tables with their keys and
indices.
"""
import hashlib
import itertools
import json
import os
import random
import shutil
import sqlite3
import subprocess
import tempfile

PER_DOCUMENT = 20
SYLLABLES = ('ba co de fi gu ha jo ke li mo nu pa ro se ti vu wa yo ze chi sho tha pre con ter men '
             'ring ed tion ly').split()
CONCEPTS = ('neglect', 'return-home-interviews', 'placement-sufficiency', 'supervision')


class Words:
    def __init__(self):
        self.chance = random.Random(7)
        words = [''.join(self.chance.choices(SYLLABLES, k=self.chance.choice((1, 1, 2, 2, 2, 3, 3, 4))))
                 for _ in range(20000)]
        weights = list(itertools.accumulate(1 / (i + 3) for i in range(len(words))))
        self.pool = itertools.cycle(self.chance.choices(words, cum_weights=weights, k=399989))

    def text(self, length):
        found = []
        while length > 0:
            found.append(next(self.pool))
            length -= len(found[-1]) + 1
        return ' '.join(found)


def line(record):
    return json.dumps(record, ensure_ascii=False, separators=(',', ':')) + '\n'


def make_item(words, shared, meeting, i, real):
    lines = [words.text(62).capitalize() for _ in range(20 if real else 3)]
    ends = list(itertools.accumulate(len(one) + 1 for one in lines))
    spans = [(end - len(one) - 1, end - 1) for one, end in zip(lines, ends)]
    page = 1 + i // 4

    def span(k):
        return {'exact': lines[k], 'start': spans[k][0], 'end': spans[k][1]}

    def box(k):
        return [56.7, round(80 + 14.3 * k, 2), round(500.11 + 1.7 * k, 2), round(92.2 + 14.3 * k, 2)]

    k = 4 if real else 0
    tags = [{'concept': words.chance.choice(CONCEPTS), 'label': 'What the concept is called',
             'theme': 'protection', 'score': 0.873, 'mode': 'discussed',
             'reason': 'said by name in two sentences',
             'evidence': [{**span(k), 'page': page, 'bbox': box(k),
                           'boxes': [{'page': page, 'bbox': box(k)}]}]}]
    return {'type': 'item', 'schema': 1, 'item': f'{meeting}.{i}', 'meeting': meeting, **shared,
            'number': str(i), 'agenda_number': None, 'title': words.text(30).capitalize(),
            'text': '\n'.join(lines) + '\n', 'page_start': page, 'page_end': page, 'truncated': False,
            'lines': [{'start': start, 'end': end, 'page': page, 'bbox': box(k)}
                      for k, (start, end) in enumerate(spans)] if real else [],
            'paragraphs': [{'number': '', 'start': start, 'end': end, 'level': 0}
                           for start, end in spans[::4]] if real else [],
            'resolutions': [{'number': '', 'kind': 'resolved', 'verb': 'note',
                             **span(len(lines) - 1)}],
            'votes': [], 'actions': [], 'references': [], 'inspections': [],
            'tags': tags if real else [], 'recommendations': []}


def write_stream(path, real, n_items):
    words = Words()
    with open(path, 'w', encoding='utf-8') as file:
        for i in range(n_items // PER_DOCUMENT):
            document = 'sha256:' + hashlib.sha256(f'{real} {i}'.encode()).hexdigest()
            meeting = document + '#1'
            where = {'document': document, 'source': f'minutes/{i}.pdf'}
            what = {'council': 'Ottermere County Council', 'body': 'Children’s Scrutiny Committee',
                    'date': '2024-05-13'}
            file.write(line({'type': 'document', 'schema': 1, **where, 'media_type': 'application/pdf',
                             'bytes': 271871, 'pages': 6, 'title': 'Minutes', 'producer': None,
                             'text_layer': 'native', 'outline': [], 'made_with': 'heed bench',
                             'warnings': ['removed 15 lines of page furniture'],
                             'records': PER_DOCUMENT + 1}))
            file.write(line({'type': 'meeting', 'schema': 1, 'meeting': meeting, **where,
                             'kind': 'minutes', 'status': None, **what, 'time': '16:30',
                             'venue': None, 'chair': 'A Reed',
                             'present': [{'name': words.text(14).title(), 'role': None}
                                         for _ in range(9)],
                             'apologies': [], 'in_attendance': [], 'page_start': 1, 'page_end': 6,
                             'tags': [], 'recommendations': []}))
            for j in range(1, PER_DOCUMENT + 1):
                file.write(line(make_item(words, {**where, **what}, meeting, j, real)))


def tables_of(path):
    """Tables with rows, parents first, and their columns."""
    lite = sqlite3.connect(path)
    names = [name for name, in lite.execute(
        "select name from sqlite_schema where type = 'table' and sql like 'create table%'"
        " and name <> 'columns_explained' and name not like 'items_search%' order by rowid")]
    return {name: [row[1] for row in lite.execute(f'pragma table_info ({name})')]
            for name in names if lite.execute(f'select exists (select * from {name})').fetchone()[0]}


def fresh(heed, path):
    """An empty database with heed's tables in it."""
    for ending in ('', '-wal', '-shm'):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    subprocess.run([heed, 'load', path, os.devnull], check=True)
    return path


PRAGMAS = 'pragma synchronous = normal; pragma cache_size = -65536; pragma foreign_keys = on;'
INDEX = ('insert into items_search (rowid, title, text, resolved)'
         ' select id, title, text, resolved from items;')


def sqlite_commands(heed, stream, rows, tables, scratch):
    """name → (what to do before, the command)"""
    target = os.path.join(scratch, 'target.db')

    def script(name, text):
        path = os.path.join(scratch, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return ['sqlite3', '-batch', target, f'.read {path}']

    for name in tables:
        with open(os.path.join(scratch, name + '.csv'), 'w', encoding='utf-8') as file:
            subprocess.run(['sqlite3', '-csv', rows, f'select * from {name} order by rowid'
                            if name in ('documents', 'meetings', 'items') else
                            f'select * from {name}'], stdout=file, check=True)
    imports = ''.join(f'.import --csv {scratch}/{name}.csv {name}\n' for name in tables)
    selects = ''.join(f'insert into {name} select * from rows.{name};\n' for name in tables)
    begin = f"attach '{rows}' as rows; begin;\n"
    return target, {
        'heed load': [heed, 'load', target, stream],
        'sqlite3 .import': script('import', f'{PRAGMAS}\nbegin;\n{imports}commit;\n'),
        'the same, indexed': script('indexed', f'{PRAGMAS}\nbegin;\n{imports}{INDEX}commit;\n'),
        'insert … select': script('select', f'{PRAGMAS}\n{begin}{selects}commit;\n'),
        'the same, indexed ': script('selected', f'{PRAGMAS}\n{begin}{selects}{INDEX}commit;\n'),
    }


def measure_sqlite(bench, run_all, median, stream, n_items, scratch):
    rows = os.path.join(scratch, 'rows.db')
    fresh(bench.heed, rows)
    subprocess.run([bench.heed, 'load', rows, stream], check=True)
    tables = tables_of(rows)
    target, commands = sqlite_commands(bench.heed, stream, rows, tables, scratch)
    taken = {name: [] for name in commands}
    for _ in range(bench.runs):
        for name, command in commands.items():
            fresh(bench.heed, target)
            taken[name].append(run_all([command]))
    return rows, tables, {name: figures(median, times, n_items) for name, times in taken.items()}


def figures(median, times, n_items):
    wall = median(time[1] for time in times)
    return {'cpu': median(time[0] for time in times), 'wall': wall,
            'items_per_second': n_items / wall, 'runs': len(times)}


class Cluster:
    """A PostgreSQL server of its own, as its package sets it up, on a socket in a folder."""

    def __init__(self, scratch):
        found = '/usr/lib/postgresql'
        versions = sorted(os.listdir(found), key=float) if os.path.isdir(found) else []
        self.bin = os.path.join(found, versions[-1], 'bin') if versions else ''
        self.folder = tempfile.mkdtemp(dir=scratch)
        self.user = 'postgres' if os.getuid() == 0 else None

    def start(self):
        if not os.path.exists(os.path.join(self.bin, 'initdb')) or not shutil.which('psql'):
            return False
        os.chmod(os.path.dirname(self.folder), 0o755)
        if self.user:
            shutil.chown(self.folder, self.user)
        data = os.path.join(self.folder, 'data')
        self.server('initdb', '-D', data, '-U', 'clerk', '-A', 'trust', '-E', 'UTF8')
        self.server('pg_ctl', '-D', data, '-w', '-l', os.path.join(self.folder, 'log'), '-o',
                    f"-k {self.folder} -c listen_addresses=''", 'start')
        return True

    def server(self, program, *arguments):
        subprocess.run([os.path.join(self.bin, program), *arguments], check=True, user=self.user,
                       cwd='/', stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        self.server('pg_ctl', '-D', os.path.join(self.folder, 'data'), '-m', 'immediate', 'stop')

    def psql(self, database, sql):
        subprocess.run(['psql', '-qX', '-h', self.folder, '-U', 'clerk', '-d', database, '-c',
                        'set client_min_messages = warning', '-c', sql],
                       check=True, stdout=subprocess.DEVNULL)

    def fresh(self, heed):
        self.psql('postgres', 'drop database if exists target')
        self.psql('postgres', 'create database target')
        subprocess.run([heed, 'load', self.address(), os.devnull], check=True)
        self.psql('postgres', 'checkpoint')

    def address(self):
        return f'postgresql://clerk@/target?host={self.folder}'


def measure_postgresql(bench, run_all, median, stream, n_items, tables, scratch):
    cluster = Cluster(scratch)
    if not cluster.start():
        print('PostgreSQL is not installed')
        return {}
    try:
        cluster.fresh(bench.heed)
        subprocess.run([bench.heed, 'load', cluster.address(), stream], check=True)
        copies = []
        for name, columns in tables.items():
            path = os.path.join(scratch, name + '.copy')
            listed = ', '.join(columns)
            cluster.psql('target', f"\\copy (select {listed} from {name}) to '{path}'")
            copies += ['-c', f"\\copy {name} ({listed}) from '{path}'"]
        commands = {'heed load postgresql:': [bench.heed, 'load', cluster.address(), stream],
                    'psql \\copy': ['psql', '-qX', '-d', cluster.address(), *copies]}
        taken = {name: [] for name in commands}
        for _ in range(bench.runs):
            for name, command in commands.items():
                cluster.fresh(bench.heed)
                taken[name].append(run_all([command]))
    finally:
        cluster.stop()
    rows = {name: figures(median, times, n_items) for name, times in taken.items()}
    ratios = [one[1] / other[1] for one, other in zip(*taken.values())]
    rows['heed load postgresql:']['of_copy_wall'] = median(ratios)
    rows['heed load postgresql:']['ratios'] = ratios
    return rows


def measure(bench, run_all, median, scratch):
    """Yields a kind of items, the bytes of one, how many there are, the rows to print."""
    for kind in ('small', 'real'):
        n_items = (200 if bench.quick else 1000) * PER_DOCUMENT
        stream = os.path.join(scratch, kind)
        write_stream(stream, kind == 'real', n_items)
        _, tables, rows = measure_sqlite(bench, run_all, median, stream, n_items, scratch)
        rows.update(measure_postgresql(bench, run_all, median, stream, n_items, tables, scratch))
        yield kind, os.path.getsize(stream) / n_items, n_items, rows
