#!/usr/bin/env python3
"""Every way to break the contract that a stream of records knows, one at a time: heed check
tells of each. TAP."""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
heed = os.environ.get('HEED', root / 'build/pipelines/heed')
samples = 'samples/ottermere'
scratch = pathlib.Path(tempfile.mkdtemp())
cases = bad = 0


def heed_says(*arguments, status=0):
    done = subprocess.run([heed, *arguments], cwd=root, capture_output=True, timeout=120, check=False)
    assert done.returncode == status, (arguments, done)
    return done.stdout.decode()


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def result(ok, what, *notes):
    global cases, bad
    cases += 1
    bad += not ok
    print('ok' if ok else 'not ok', cases, '-', what)
    for note in notes if not ok else ():
        print('#', str(note)[:300])


def check(stream):
    path = scratch / 'stream.jsonl'
    if not isinstance(stream, bytes):
        stream = b''.join(json.dumps(one, ensure_ascii=False, separators=(',', ':')).encode() + b'\n' for one in stream)
    path.write_bytes(stream)
    done = subprocess.run([heed, 'check', str(path)], capture_output=True, timeout=60, check=False)
    return done.returncode, done.stderr.decode()


# The streams: of pages, of items with tags, of a failure, of recommendations, of histories.
scratch.joinpath('torn.pdf').write_text('%PDF-1.4 and no more')
set_path, run_path = scratch / 'set.jsonl', scratch / 'run.jsonl'
set_path.write_text(heed_says('recommendations', '--quiet', '--published', '2024-04-02',
                              f'{samples}/inspection/ilacs_report_2024.pdf'))
run_path.write_text(heed_says('run', '--quiet', '--recommendations', str(set_path), f'{samples}/meetings'))
streams = {
    'pages': records(heed_says('extract', '--quiet', f'{samples}/meetings/cabinet_2024-06-12.pdf')),
    'items': records(run_path.read_text()),
    'failure': records(heed_says('extract', '--quiet', str(scratch / 'torn.pdf'), status=1)),
    'report': records(set_path.read_text()),
    'history': records(heed_says('track', str(set_path), str(run_path))),
}
for name, stream in streams.items():
    status, said = check(stream)
    result(status == 0, f'{name}: sound', said)
status, said = check(streams['report'] + streams['items'] + streams['history'] + streams['failure'])
result(status == 0, 'all of them in one stream: sound', said)


def first(stream, kind, holds=lambda one: True):
    return next(one for one in stream if one['type'] == kind and holds(one))


def breaks(name, what, change, pattern):
    """change gets a copy of the stream; it may return another."""
    stream = copy.deepcopy(streams[name])
    changed = change(stream) or stream
    status, said = check(changed)
    result(changed != streams[name] and status in (1, 3) and pattern in said and said.count('\n') < 60,
           f'{name}: {what}', status, said)


def puts(kind, key, value, holds=lambda one: True):
    def change(stream):
        one = first(stream, kind, holds)
        one[key] = value(one[key]) if callable(value) else value
    return change


def drops(kind, key, holds=lambda one: True):
    def change(stream):
        del first(stream, kind, holds)[key]
    return change


def inside(kind, key, change_one, at=0):
    """Changes the at-th of what the key holds in the first record that has so many."""
    def change(stream):
        change_one(first(stream, kind, lambda one: len(one[key]) > at)[key][at])
    return change


def sets(**values):
    return lambda one: one.update(values)


def swaps(kind, key):
    def change(stream):
        one = first(stream, kind, lambda one: len(one[key]) > 1)
        one[key][0], one[key][1] = one[key][1], one[key][0]
    return change


def of_evidence(change_one):
    def change(stream):
        change_one(first(stream, 'item', lambda one: any(tag['evidence'][0]['boxes'] for tag in one['tags']))['tags'][0]
                   ['evidence'][0])
    return change


def in_bytes(old, new):
    def change(stream):
        data = b''.join(json.dumps(one, ensure_ascii=False, separators=(',', ':')).encode() + b'\n' for one in stream)
        assert old in data
        return data.replace(old, new, 1)
    return change


def without(kind):
    def change(stream):
        stream.remove(first(stream, kind))
    return change


def last_gone(stream):
    del stream[-1]


def swap(stream, kind):
    at = [n for n, one in enumerate(stream) if one['type'] == kind][:2]
    stream[at[0]], stream[at[1]] = stream[at[1]], stream[at[0]]


def swap_tags(stream):
    tags = first(stream, 'item', lambda one: len({tag['score'] for tag in one['tags']}) > 1)['tags']
    tags.reverse()


# Schema
for kind, key in [('document', 'title'), ('document', 'warnings'), ('meeting', 'venue'), ('meeting', 'tags'),
                  ('item', 'agenda_number'), ('item', 'votes'), ('item', 'recommendations'), ('item', 'truncated')]:
    breaks('items', f'{kind} without {key}', drops(kind, key), f'field {key} is missing')
breaks('pages', 'page without its label', drops('page', 'label'), 'field label is missing')
breaks('failure', 'without its document', drops('failure', 'document'), 'field document is missing')
breaks('report', 'recommendation without its footnote', drops('recommendation', 'footnote'), 'field footnote is missing')
breaks('history', 'without its steps', drops('history', 'steps'), 'field steps is missing')
breaks('items', 'another version', puts('document', 'schema', 2), 'no record of schema 1')
breaks('history', 'another version', puts('history', 'schema', 2), 'should begin')
breaks('items', 'a type that is none', puts('item', 'type', 'items'), 'no record of schema 1')
breaks('items', 'schema before type', in_bytes(b'"type":"document","schema":1', b'"schema":1,"type":"document"'), 'should begin')
breaks('items', 'a number for a title', puts('item', 'title', 7), 'no string')
breaks('items', 'a kind that is none', puts('meeting', 'kind', 'letter'), 'none of its values')
breaks('items', 'a negative size', puts('document', 'bytes', -1), 'no whole number in range')
breaks('items', 'more pages than a number holds', puts('document', 'pages', 1 << 40), 'no whole number in range')
breaks('items', 'no UTF-8', in_bytes(b'"title":"', b'"title":"\xff'), 'stream.jsonl:')
breaks('items', 'a key twice', in_bytes(b'"records":', b'"source":"x","records":'), 'stream.jsonl:')
breaks('items', 'a nest', in_bytes(b'"warnings":[]', b'"warnings":' + b'[' * 1000 + b']' * 1000), 'stream.jsonl:')
breaks('items', 'a line cut short', lambda stream: in_bytes(b'', b'')(stream)[:-30], 'stream.jsonl:')
breaks('items', 'a name that is no hash', puts('document', 'document', 'sha256:12'), 'not what the record before it says')
breaks('failure', 'a name that is no hash', puts('failure', 'document', 'sha256:12'), 'no name of a document')

# Counts
breaks('items', 'a record too few', last_gone, 'records should follow')
breaks('items', 'a meeting gone', without('meeting'), 'without its record')
breaks('items', 'a wrong count', puts('document', 'records', lambda n: n + 1), 'records should follow')
breaks('pages', 'a page gone', without('page'), 'records should follow')
breaks('report', 'a recommendation gone', without('recommendation'), 'records should follow')
breaks('items', 'items without their document', without('document'), 'without its')
breaks('items', 'an item of another meeting', puts('item', 'meeting', 'sha256:0#1'), 'not what the record before it says')
breaks('items', 'another date than the meeting', puts('item', 'date', '1999-01-01'), 'not what the record before it says')
breaks('items', 'a tag of the meeting that no item has', inside('meeting', 'tags', sets(concept='no-such')), 'in none of its items')
breaks('items', 'a tag that the meeting leaves out', lambda stream: first(stream, 'meeting', lambda one: one['tags'])['tags'].pop() and None,
       'does not sum up')
breaks('items', 'a score that is not the highest', inside('meeting', 'tags', sets(score=0.001)), 'not that of its items')
breaks('items', 'an item that the tag is not in', inside('meeting', 'tags', lambda one: one['items'].append('999')), "no item '999'")
breaks('items', 'no items', inside('meeting', 'tags', lambda one: one['items'].clear()), 'leaves item')
breaks('items', 'a recommendation that no item takes up', inside('meeting', 'recommendations', sets(recommendation='x/1')),
       'in none of its items')
breaks('history', 'a wrong count', puts('history', 'listed', 7), 'counts other than')
breaks('history', 'never discussed, and yet', puts('history', 'never_discussed', lambda was: not was), 'never_discussed')
breaks('history', 'days of a gap', inside('history', 'gaps', sets(days=1)), 'are not 1 days')
breaks('history', 'the day of the last discussion', puts('history', 'last_discussed', '2020-01-01'), 'another day')

# Offsets
breaks('items', 'words that are not there', of_evidence(sets(exact='zzz')), 'not the words')
breaks('items', 'one character on', of_evidence(lambda one: one.update(start=one['start'] + 1)), 'not the words')
breaks('items', 'an end beyond the text', of_evidence(sets(end=10_000_000)), 'no whole number in range')
breaks('items', 'a start below nothing', inside('item', 'lines', sets(start=-1)), 'no whole number in range')
breaks('items', 'an end before its start', inside('item', 'lines', lambda one: one.update(start=one['end'], end=one['start'])),
       'ends before it starts')
breaks('items', 'half a number', inside('item', 'paragraphs', sets(start=0.5)), 'no whole number in range')
breaks('items', 'an empty paragraph', inside('item', 'paragraphs', lambda one: one.update(end=one['start'])), 'is empty')
breaks('items', 'a tag without evidence', inside('item', 'tags', lambda one: one['evidence'].clear()), 'no evidence')
breaks('items', 'other words resolved', inside('item', 'resolutions', sets(exact='that nothing be done')), 'not the words')
breaks('items', 'a text that was touched', puts('item', 'text', lambda text: ' ' + text, lambda one: one['resolutions']), 'not the words')

# Boxes
breaks('items', 'evidence on another page', of_evidence(sets(page=2)), 'another page than its first box')
breaks('items', 'evidence in another place', of_evidence(sets(bbox=[1.0, 2.0, 3.0, 4.0])), 'not where its first box is')
breaks('items', 'a box inside out', inside('item', 'lines', lambda one: one.update(bbox=one['bbox'][2:] + one['bbox'][:2])),
       'ends before it begins')
breaks('items', 'a box of three sides', inside('item', 'lines', lambda one: one['bbox'].pop()), 'no box')
breaks('items', 'a page too many', inside('item', 'lines', sets(page=99)), 'page 99 of')
breaks('items', 'a page that is not the item\'s', lambda stream: first(
    stream, 'item', lambda one: one['page_start'] != one['page_end']).update(page_end=1, page_start=1), 'none of the item')
breaks('items', 'an item that ends before it begins', puts('item', 'page_end', 0, lambda one: one['page_start']), 'before it begins')
breaks('pages', 'a line off the page', inside('page', 'lines', sets(bbox=[9000.0, 10.0, 9100.0, 20.0])), 'outside page')
breaks('pages', 'a line without a size', inside('page', 'lines', sets(size=-4.0)), 'a size of')
breaks('report', 'a box on no page', puts('recommendation', 'page', None), 'a box on no page')

# Order
breaks('items', 'items swapped', lambda stream: swap(stream, 'item'), 'should be')
breaks('pages', 'pages swapped', lambda stream: swap(stream, 'page'), 'after page')
breaks('report', 'recommendations swapped', lambda stream: swap(stream, 'recommendation'), 'should be')
breaks('history', 'histories swapped', lambda stream: swap(stream, 'history'), 'should stand before')
breaks('history', 'steps swapped', swaps('history', 'steps'), 'stands after later items')
breaks('items', 'lines swapped', swaps('item', 'lines'), 'before the one above it')
breaks('items', 'paragraphs swapped', swaps('item', 'paragraphs'), 'before the one above it')
breaks('items', 'tags swapped', swap_tags, 'below a tag of a lower score')
breaks('items', 'a history among the items', lambda stream: stream.insert(2, streams['history'][0]), 'no record of schema 1')

# Values
breaks('report', 'a day that is none', puts('inspection', 'published', '2024-02-31'), 'is no date')
breaks('items', 'a time that is none', puts('meeting', 'time', '25:00', lambda one: one['time']), 'is no time')
breaks('items', 'a title of two lines', puts('item', 'title', 'One\ntwo'), 'more than one line')
breaks('items', 'a score above one', inside('item', 'tags', sets(score=1.5)), 'score 1.5')
breaks('report', 'a score below nothing', lambda stream: first(stream, 'recommendation', lambda one: one['concepts'])
       ['concepts'][0].update(score=-0.5), 'score -0.5')
breaks('report', 'an inspection that ends before it begins', puts('inspection', 'start', '2030-01-01'), 'ends before it begins')
breaks('failure', 'a stage that is none', puts('failure', 'stage', 'print'), 'no stage')
breaks('failure', 'a reason that is none', puts('failure', 'reason', 'bored'), 'none of its values')
breaks('failure', 'no word for people', puts('failure', 'detail', ''), 'without a reason')
breaks('history', 'a recommendation of another inspection', puts('history', 'recommendation', 'x/1'), 'should be')

print(f'1..{cases}')
sys.exit(bad > 0)
