#!/usr/bin/env python3
"""Documents that shrink and grow while they are read: restless.py HEED FOLDER RUNS.

After each run every one of them is there once, as records that keep the contract or as a
failure. One line a fault, exit status 1 if there is one."""

import json
import pathlib
import subprocess
import sys
import threading

heed, folder, runs = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
TEXT = b'1. Early help\nRESOLVED that early help be noted.\n'
wholes = {'a.pdf': b'%PDF-1.4\n' + TEXT * 20_000, 'b.html': b'<!doctype html><p>' + TEXT * 20_000, 'c.txt': TEXT * 20_000}
over = threading.Event()


def change(path, whole):
    turn = 0
    while not over.is_set():
        turn += 1
        with path.open('r+b') as file:
            file.truncate((len(whole) // 3, 0, len(whole), len(whole) - 7)[turn % 4])
            file.write(whole[:(len(whole) // 2, len(whole), 10)[turn % 3]])
            if turn % 5 == 0:
                file.seek(0, 2)
                file.write(TEXT * 1000)


folder.mkdir()
for name, whole in wholes.items():
    (folder / name).write_bytes(whole)
changing = [threading.Thread(target=change, args=(folder / name, whole)) for name, whole in wholes.items()]
for thread in changing:
    thread.start()
bad = 0
try:
    for _ in range(runs):
        run = subprocess.run([heed, 'run', '--quiet', '-j2', folder], capture_output=True, timeout=120, check=False)
        records = [json.loads(line) for line in run.stdout.splitlines()]
        named = [one['source'] for one in records if one['type'] in ('document', 'failure')]
        check = subprocess.run([heed, 'check'], input=run.stdout, capture_output=True, timeout=120, check=False)
        crashed = [one for one in records if one.get('reason') == 'crash']
        if run.returncode not in (0, 1) or named != [str(folder / name) for name in wholes] or check.returncode or crashed:
            bad += 1
            print(run.returncode, named, check.stderr, crashed)
finally:
    over.set()
    for thread in changing:
        thread.join()
sys.exit(bad > 0)
