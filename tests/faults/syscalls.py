"""The system calls of Linux on x86-64 that change what a disk holds, and what a stopped call is about."""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass
from pathlib import Path

BY_HANDLE = {"write": 1, "pwrite64": 18, "writev": 20, "pwritev": 296, "fsync": 74, "fdatasync": 75, "ftruncate": 77, "fallocate": 285}
"""Calls whose first argument is an open file."""
BY_HANDLES = {"sendfile": 40, "copy_file_range": 326}
"""Copies from file to file: what matters is the file written."""
BY_PATH = {
    "open": 2,
    "creat": 85,
    "truncate": 76,
    "rename": 82,
    "mkdir": 83,
    "rmdir": 84,
    "unlink": 87,
    "link": 86,
    "symlink": 88,
    "chmod": 90,
    "chown": 92,
}
BY_PATH_AT = {"openat": 257, "renameat": 264, "renameat2": 316, "mkdirat": 258, "unlinkat": 263, "linkat": 265, "symlinkat": 266}

CHANGING = BY_HANDLE | BY_HANDLES | BY_PATH | BY_PATH_AT
READING = {"read": 0, "pread64": 17}
NUMBERS = CHANGING | READING
NAMES = {number: name for name, number in NUMBERS.items()}

ALLOCATING = frozenset(
    {
        "write",
        "pwrite64",
        "writev",
        "pwritev",
        "fallocate",
        "sendfile",
        "copy_file_range",
        "open",
        "openat",
        "creat",
        "mkdir",
        "mkdirat",
        "ftruncate",
    }
)
"""What a full disk refuses: more bytes, or one name more."""

MADE = os.O_CREAT | os.O_TRUNC
"""Only an opening that can make or empty a file changes anything."""


_REGISTERS = (
    *("r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10", "r9", "r8", "rax", "rcx", "rdx", "rsi", "rdi", "orig_rax", "rip"),
    *("cs", "eflags", "rsp", "ss", "fs_base", "gs_base", "ds", "es", "fs", "gs"),
)


class Registers(ctypes.Structure):
    """Those of a stopped thread, as ptrace gives them."""

    _fields_ = [(name, ctypes.c_ulonglong) for name in _REGISTERS]


@dataclass(frozen=True, slots=True)
class Call:
    """One call that is about to be made."""

    name: str
    path: str

    def __str__(self) -> str:
        return f"{self.name} {self.path}"


def call_of(thread: int, registers: Registers) -> Call | None:
    """What the thread is about to do; None where it only opens a file to look at it."""
    name = NAMES[registers.orig_rax]
    if name in ("open", "openat"):
        flags = registers.rsi if name == "open" else registers.rdx
        if not flags & MADE:
            return None
    return Call(name, _path(thread, name, registers))


def _path(thread: int, name: str, registers: Registers) -> str:
    if name in BY_HANDLE or name in READING:
        return _handle(thread, registers.rdi)
    if name == "sendfile":
        return _handle(thread, registers.rdi)
    if name == "copy_file_range":
        return _handle(thread, registers.rdx)
    if name in BY_PATH_AT:
        told = _text(thread, registers.rsi)
        folder = ctypes.c_int(registers.rdi & 0xFFFFFFFF).value
        return told if told.startswith("/") or folder < 0 else f"{_handle(thread, folder)}/{told}"
    return _text(thread, registers.rdi)


def _handle(thread: int, handle: int) -> str:
    try:
        return str(Path(f"/proc/{thread}/fd/{handle}").readlink())
    except OSError:
        return f"handle {handle}"


def _text(thread: int, address: int) -> str:
    """A text of the stopped process, at most up to the end of its page or the next."""
    memory = os.open(f"/proc/{thread}/mem", os.O_RDONLY)
    try:
        found = b""
        while b"\0" not in found and len(found) < 8192:
            found += os.pread(memory, 4096 - (address + len(found)) % 4096, address + len(found))
        return os.fsdecode(found.split(b"\0")[0])
    finally:
        os.close(memory)
