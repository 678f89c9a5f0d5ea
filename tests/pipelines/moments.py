#!/usr/bin/env python3
"""Kills a run at many random moments; after each, the same command with --resume must give
the bytes of a run that nobody has touched.

    moments.py HEED SAMPLES FOLDER MOMENTS [SEED]

FOLDER is filled with documents and outputs. One line a fault, exit status 1 if there is one;
the last line says how the runs ended.
"""

import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

heed, samples, folder = (pathlib.Path(name).absolute() for name in sys.argv[1:4])
moments = int(sys.argv[4])
seed = int(sys.argv[5]) if len(sys.argv) > 5 else 20241023
chance = random.Random(seed)
packs, out = folder / 'packs', folder / 'out.jsonl'


def make_packs():
    packs.mkdir()
    for path in sorted(samples.iterdir()):
        if path.suffix in ('.html', '.txt') or 'scrutiny' in path.name:
            shutil.copy(path, packs)
    (packs / 'broken.pdf').write_text('%!PS-Adobe-3.0\n')
    for n in range(12):
        (packs / f'{n:02}.txt').write_text(
            'Wold Valley Council\nMinutes of the Board held on 3 March 2024\n\n'
            f'{n + 1}. Early help\nRESOLVED that report {n} on early help be noted.\n')


def command(*options):
    return [heed, 'run', '--quiet', '-j2', *options, packs]


def run(*options):
    return subprocess.run(command(*options), capture_output=True).returncode


def clear():
    for path in folder.glob('out.jsonl*'):
        path.unlink()


def interrupt(number, after):
    """How the run ended that is sent the signal so many seconds after its start."""
    with subprocess.Popen(command('--resume', '-o', out), stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.send_signal(number)
        return process.wait(60)


def faults(status, number, whole):
    """What is not as it should be after a run that ended so."""
    ended = {signal.SIGKILL: -signal.SIGKILL, signal.SIGTERM: 128 + signal.SIGTERM}[number]
    if status not in (1, ended, -signal.SIGTERM):
        yield f'ended with {status}'
    if out.exists() and out.read_bytes() != whole:
        yield 'FILE is there, and is not whole'
    if run('--resume', '-o', out) != 1:
        yield 'did not go on'
    if not out.exists() or out.read_bytes() != whole:
        yield 'other bytes after going on'
    left = sorted(path.name for path in folder.glob('out.jsonl?*'))
    if left:
        yield f'left behind: {left}'


make_packs()
begun = time.monotonic()
if run('-o', out) != 1:
    sys.exit('a run that nobody touches should end with 1, for one document is broken')
longest = time.monotonic() - begun
whole = out.read_bytes()
ends = collections.Counter()
bad = 0
for moment in range(moments):
    number = chance.choice([signal.SIGTERM, signal.SIGKILL])
    after = chance.uniform(0, longest * 1.1)
    clear()
    # Now and then it is killed twice before it may go on in peace.
    again = chance.random() < 0.3
    status = interrupt(number, after)
    if again:
        status = interrupt(number, chance.uniform(0, longest))
    ends['done' if status == 1 else 'stopped'] += 1
    for fault in faults(status, number, whole):
        bad += 1
        print(f'moment {moment} of seed {seed}: {number.name} after {after:.3f} s: {fault}')
print(f'{moments} moments: {ends["stopped"]} stopped, {ends["done"]} done before')
sys.exit(1 if bad or ends['stopped'] == 0 else 0)
