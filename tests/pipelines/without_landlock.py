#!/usr/bin/env python3
"""Runs a command as on a kernel without Landlock: without_landlock.py COMMAND [ARGUMENT…].
Exit status 77 where that cannot be pretended."""

import ctypes
import errno
import os
import struct
import sys

CREATE_RULESET = 444  # the same on every architecture
NO_NEW_PRIVS, SET_SECCOMP, FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERRNO = 0x7fff0000, 0x00050000

rules = b''.join(struct.pack('HBBI', *rule) for rule in (
    (LOAD, 0, 0, 0),  # the number of the call
    (EQUAL, 0, 1, CREATE_RULESET),
    (RETURN, 0, 0, ERRNO | errno.ENOSYS),
    (RETURN, 0, 0, ALLOW)))
program = ctypes.create_string_buffer(struct.pack('HxxxxxxP', len(rules) // 8,
                                                  ctypes.addressof(kept := ctypes.create_string_buffer(rules))))
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(SET_SECCOMP, FILTER, program):
    print(os.strerror(ctypes.get_errno()), file=sys.stderr)
    sys.exit(77)
os.execv(sys.argv[1], sys.argv[1:])
