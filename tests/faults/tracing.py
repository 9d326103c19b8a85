"""A forked child whose calls that change the disk are counted, and which is killed or failed at one of them.

Every thread of the child stops before each watched call (seccomp asks, ptrace answers), so that "the n-th call" counts
over all threads and all kinds of call. Needs Linux on x86-64, and the right to trace one's own child.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.places import ENOUGH
from tests.faults.syscalls import CHANGING, NUMBERS, Call, Registers, call_of

_TRACE_ME, _GET_REGISTERS, _SET_REGISTERS, _CONTINUE, _SET_OPTIONS = 0, 12, 13, 7, 0x4200
_OPTIONS = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 7) | (1 << 20)  # fork, vfork, clone, seccomp; the child dies with us
_SECCOMP_STOP = 7
_ALL_THREADS = 0x40000000
_NO_NEW_RIGHTS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN, _ALLOW, _ASK = 0x20, 0x15, 0x06, 0x7FFF0000, 0x7FF00000


class _Instruction(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint)]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction))]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the `at`-th of the watched calls that this fault is about.

    `error` 0 kills the whole process before the call is made; `lasting` fails all later ones too, until the child makes
    the folder `ENOUGH`; `short` lets a write do only half of its bytes. With `moved` a file is moved to another name at that
    moment, as another program would; the call is made, and the process killed `then_kill` calls later, if at all.
    """

    at: int
    error: int = 0
    lasting: bool = False
    short: bool = False
    moved: tuple[str, str] | None = None
    then_kill: int = 0
    under: str = ""
    calls: frozenset[str] = frozenset(CHANGING)

    def is_about(self, call: Call) -> bool:
        return call.name in self.calls and call.path.startswith(self.under)


@dataclass(slots=True)
class Ended:
    """How the child ended: its status as `waitpid` gives it, the calls it made or was about to make, and the one hit."""

    status: int = -1
    calls: list[Call] = field(default_factory=list)
    hit: Call | None = None
    kilobytes: int = 0
    processor: float = 0.0


def why_not() -> str | None:
    """Why nothing can be traced here; None where it can."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "calls are counted by ptrace, known to these tests for Linux on x86-64 alone"
    try:
        ended = traced(lambda watch: (watch(), os.close(os.open("/dev/null", os.O_WRONLY | os.O_CREAT)), os._exit(7)), "/dev")
    except OSError as refusal:
        return f"a child may not be traced here ({refusal})"
    seen = os.waitstatus_to_exitcode(ended.status) == 7 and [call.path for call in ended.calls] == ["/dev/null"]
    return None if seen else "a traced child does not stop at its calls here"


def traced(act: Callable[[Callable[[], None]], object], under: str, fault: Fault | None = None, *, reads: bool = False) -> Ended:
    """Runs `act` in a forked child, which calls what it is given when watching begins; only calls on paths under `under` count."""
    watched = NUMBERS if reads else CHANGING
    child = os.fork()
    if child == 0:
        _run_traced(act, watched.values())
    _, status = os.waitpid(child, 0)
    if not os.WIFSTOPPED(status):
        raise OSError(0, "it did not stop to be traced")
    _ptrace(_SET_OPTIONS, child, _OPTIONS)
    _ptrace(_CONTINUE, child, 0)
    return _Watch(child, under, fault).to_the_end()


class _Watch:
    def __init__(self, child: int, under: str, fault: Fault | None) -> None:
        self._child = child
        self._under = under
        self._fault = fault
        self._count = 0
        self._ended = Ended()

    def to_the_end(self) -> Ended:
        while True:
            thread, status = os.waitpid(-1, _ALL_THREADS)
            if not os.WIFSTOPPED(status):
                if thread == self._child:
                    self._ended.status = status
                    return self._ended
                continue
            event = status >> 16
            if event == _SECCOMP_STOP and self._killed_at(thread):
                continue
            passed_on = 0 if event or os.WSTOPSIG(status) == signal.SIGSTOP else os.WSTOPSIG(status)
            _ptrace_if_alive(_CONTINUE, thread, passed_on)

    def _killed_at(self, thread: int) -> bool:
        """Looks at the call that a thread is about to make, and does to it what the fault says."""
        registers = Registers()
        _ptrace(_GET_REGISTERS, thread, ctypes.addressof(registers))
        call = call_of(thread, registers)
        if call is None or not call.path.startswith(self._under):
            return False
        if call.path.endswith(ENOUGH):
            self._fault = None
            _answer(thread, registers, 0)
            return False
        self._ended.calls.append(call)
        return self._hit(thread, registers, call)

    def _hit(self, thread: int, registers: Registers, call: Call) -> bool:
        fault = self._fault
        if fault is None or not fault.is_about(call):
            return False
        self._count += 1
        if self._count < fault.at or (self._count > fault.at and not fault.lasting):
            return False
        self._ended.hit = self._ended.hit or call
        if fault.moved:
            Path(fault.moved[0]).replace(fault.moved[1])
            self._fault, self._count = (Fault(fault.then_kill) if fault.then_kill else None), 0
        elif fault.short:
            registers.rdx = max(1, registers.rdx // 2)
            _ptrace(_SET_REGISTERS, thread, ctypes.addressof(registers))
        elif fault.error:
            _answer(thread, registers, -fault.error)
        else:
            os.kill(self._child, signal.SIGKILL)
            return True
        return False


def _answer(thread: int, registers: Registers, answer: int) -> None:
    """The call is not made, and answers this."""
    registers.orig_rax, registers.rax = ctypes.c_ulonglong(-1).value, ctypes.c_ulonglong(answer).value
    _ptrace(_SET_REGISTERS, thread, ctypes.addressof(registers))


def _run_traced(act: Callable[[Callable[[], None]], object], numbers: Iterable[int]) -> None:
    try:
        _ptrace(_TRACE_ME, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        act(lambda: _ask_before(list(numbers)))
        os._exit(0)
    finally:
        os._exit(1)


def _ask_before(numbers: list[int]) -> None:
    """From here on the kernel stops this process before each call of these numbers."""
    jumps = [_Instruction(_JUMP_IF_EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)]
    program = [_Instruction(_LOAD, 0, 0, 0), *jumps, _Instruction(_RETURN, 0, 0, _ALLOW), _Instruction(_RETURN, 0, 0, _ASK)]
    array = (_Instruction * len(program))(*program)
    _checked(_libc().prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0))
    _checked(_libc().prctl(_SET_SECCOMP, _FILTER, ctypes.byref(_Program(len(program), array)), 0, 0))


def _ptrace(request: int, thread: int, data: int) -> None:
    _checked(_libc().ptrace(request, thread, None, ctypes.c_void_p(data)))


def _ptrace_if_alive(request: int, thread: int, data: int) -> None:
    with suppress(ProcessLookupError):  # another thread may have ended the whole process meanwhile
        _ptrace(request, thread, data)


def _checked(answer: int) -> None:
    if answer == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _libc() -> ctypes.CDLL:
    if not _LIBC:
        library = ctypes.CDLL(None, use_errno=True)
        library.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
        library.ptrace.restype = ctypes.c_long
        _LIBC.append(library)
    return _LIBC[0]


_LIBC: list[ctypes.CDLL] = []
