"""A virtual screen (Xvfb), and this process at its keyboard, its mouse and in place of a window manager.

Spoken is the X protocol itself, with its extension XTEST: the few requests that this takes need no library that a machine may lack.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "1600x1000x24"
PATIENCE = 120.0
"""Seconds: far beyond what any step takes, so that only one that hangs fails."""
PAUSE = 0.05
"""Seconds between two looks."""

QUERY_EXTENSION, INTERN_ATOM, QUERY_TREE, GET_ATTRIBUTES, GET_GEOMETRY, GET_PROPERTY = 98, 16, 15, 3, 14, 20
SET_FOCUS, GET_FOCUS, GET_MAPPING = 42, 43, 101
FAKE_INPUT = 2
PRESS_KEY, RELEASE_KEY, PRESS_BUTTON, RELEASE_BUTTON, MOVE = 2, 3, 4, 5, 6
VIEWABLE = 2
LEFT_BUTTON = 1

KEYS = {
    "Ctrl": 0xFFE3,
    "Shift": 0xFFE1,
    "Alt": 0xFFE9,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Tab": 0xFF09,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    **{f"F{number}": 0xFFBD + number for number in range(1, 13)},
}


class NoScreenError(Exception):
    """There is no Xvfb on this machine; the message says how to come by it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the program that does not belong to a menu, with its place on the screen in pixels."""

    id: int
    title: str
    x: int
    y: int
    width: int
    height: int


@contextmanager
def screen() -> Iterator[Screen]:
    """A new screen of its own, gone at the end."""
    if shutil.which("Xvfb") is None:
        raise NoScreenError("the test of the real window needs Xvfb: apt-get install -y --no-install-recommends xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise NoScreenError("Xvfb is there but does not start; try it by hand: Xvfb -displayfd 1")
        with closing(Screen(int(number))) as made:
            yield made
    finally:
        server.terminate()
        server.wait()


def wait_until(
    is_so: Callable[[], object], what: str, meanwhile: Callable[[], object] = lambda: None, patience: float | None = None
) -> None:
    """Looks again and again, for so many seconds at most; fails with what did not come about."""
    deadline = time.monotonic() + (patience or PATIENCE)
    while not is_so():
        assert time.monotonic() < deadline, f"did not come about: {what}"
        meanwhile()
        time.sleep(PAUSE)


class Screen:
    """One connection to the server of a screen."""

    def __init__(self, number: int) -> None:
        self.display = f":{number}"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(Path("/tmp/.X11-unix", f"X{number}")))
        self._sent = 0
        self._begin()
        self._xtest = self._named(QUERY_EXTENSION, "XTEST")[9]
        self._atoms = {name: self._atom(name) for name in ("_NET_WM_NAME", "UTF8_STRING")}
        self._codes = self._keyboard()

    def close(self) -> None:
        self._socket.close()

    def windows(self) -> list[Window]:
        """What is open, the lowest first; menus, tips and lists of completions left out."""
        children = self._reply(QUERY_TREE, struct.pack("<I", self._root))
        (count,) = struct.unpack_from("<H", children, 16)
        found = [self._window(each) for each in struct.unpack_from(f"<{count}I", children, 32)]
        return [each for each in found if each is not None]

    def window(self, title: str) -> Window | None:
        """The upmost window with these words in its title."""
        return next((each for each in reversed(self.windows()) if title in each.title), None)

    def mind_focus(self) -> None:
        """The keys go to the upmost window, as a window manager has it when a window comes or goes."""
        there = self.windows()
        if there and self._focus() != there[-1].id:
            self._send(SET_FOCUS, struct.pack("<II", there[-1].id, 0), 1)

    def await_window(self, title: str) -> Window:
        """Waits for a window of that title, which has the keys then."""
        wait_until(lambda: self.windows() and title in self.windows()[-1].title, f"a window titled {title!r} on top: {self.windows()}")
        self.mind_focus()
        found = self.window(title)
        assert found is not None
        return found

    def press(self, keys: str) -> None:
        """Keys held together, such as Ctrl+Shift+N, pressed and let go."""
        self.mind_focus()
        names = keys.split("+")
        codes = [self._code(name) for name in names]
        for code, _ in codes:
            self._fake(PRESS_KEY, code)
        for code, _ in reversed(codes):
            self._fake(RELEASE_KEY, code)

    def type(self, text: str) -> None:
        """A text, letter by letter."""
        self.mind_focus()
        shift, _ = self._code("Shift")
        for letter in text:
            code, is_shifted = self._codes[ord(letter)]
            for event, key in ((PRESS_KEY, shift), (PRESS_KEY, code), (RELEASE_KEY, code), (RELEASE_KEY, shift)):
                if is_shifted or key != shift:
                    self._fake(event, key)

    def click(self, window: Window, x: int, y: int) -> None:
        """Presses the left button at a place of a window; from its right and bottom where the place is negative."""
        across, down = x if x >= 0 else window.width + x, y if y >= 0 else window.height + y
        self.mind_focus()
        self._fake(MOVE, 0, (window.x + across, window.y + down))
        self._fake(PRESS_BUTTON, LEFT_BUTTON)
        self._fake(RELEASE_BUTTON, LEFT_BUTTON)

    def _begin(self) -> None:
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, _, _, _, length = struct.unpack("<BBHHH", self._read(8))
        assert accepted == 1, "the X server refuses the connection"
        told = self._read(4 * length)
        (vendor,) = struct.unpack_from("<H", told, 16)
        self._first_code, self._last_code = told[26], told[27]
        (self._root,) = struct.unpack_from("<I", told, 32 + _padded(vendor) + 8 * told[21])

    def _keyboard(self) -> dict[int, tuple[int, bool]]:
        """The key of each sign and whether it needs Shift, by keysym."""
        count = self._last_code - self._first_code + 1
        told = self._reply(GET_MAPPING, struct.pack("<BBxx", self._first_code, count))
        each = told[1]
        signs = struct.unpack_from(f"<{count * each}I", told, 32)
        codes: dict[int, tuple[int, bool]] = {}
        for column in (1, 0):  # what is there without Shift is preferred
            for n in range(count):
                codes[signs[n * each + column]] = (self._first_code + n, column == 1)
        return codes

    def _code(self, name: str) -> tuple[int, bool]:
        return self._codes[KEYS[name] if name in KEYS else ord(name.lower())]

    def _window(self, key: int) -> Window | None:
        try:
            attributes = self._reply(GET_ATTRIBUTES, struct.pack("<I", key))
            title = self._text(key, "_NET_WM_NAME")
            x, y, width, height = struct.unpack_from("<hhHH", self._reply(GET_GEOMETRY, struct.pack("<I", key)), 12)
        except GoneError:
            return None
        is_own = attributes[26] == VIEWABLE and not attributes[27]
        return Window(key, title, x, y, width, height) if is_own and title else None

    def _text(self, window: int, name: str) -> str:
        asked = struct.pack("<5I", window, self._atoms[name], self._atoms["UTF8_STRING"], 0, 1000)
        told = self._reply(GET_PROPERTY, asked)
        (length,) = struct.unpack_from("<I", told, 16)
        return told[32 : 32 + length].decode()

    def _focus(self) -> int:
        return int(struct.unpack_from("<I", self._reply(GET_FOCUS, b""), 8)[0])

    def _atom(self, name: str) -> int:
        return int(struct.unpack_from("<I", self._named(INTERN_ATOM, name), 8)[0])

    def _named(self, request: int, name: str) -> bytes:
        return self._reply(request, struct.pack("<Hxx", len(name)) + name.encode().ljust(_padded(len(name)), b"\0"))

    def _fake(self, kind: int, detail: int, place: tuple[int, int] = (0, 0)) -> None:
        event = struct.pack("<BBxxII8xhh8x", kind, detail, 0, self._root if kind == MOVE else 0, *place)
        self._send(self._xtest, event, FAKE_INPUT)

    def _send(self, request: int, content: bytes, detail: int = 0) -> None:
        self._socket.sendall(struct.pack("<BBH", request, detail, 1 + len(content) // 4) + content)
        self._sent += 1

    def _reply(self, request: int, content: bytes) -> bytes:
        """What the server answers; GoneError where what is asked about is not there any more.

        Events are passed over, and errors of requests that have no answer, such as a focus for a window that has gone.
        """
        self._send(request, content)
        while True:
            told = self._read(32)
            (number,) = struct.unpack_from("<H", told, 2)
            if told[0] == 1:
                return told + self._read(4 * int(struct.unpack_from("<I", told, 4)[0]))
            if told[0] == 0 and number == self._sent & 0xFFFF:
                raise GoneError(f"request {told[10]}: error {told[1]}")

    def _read(self, count: int) -> bytes:
        read = b""
        while len(read) < count:
            more = self._socket.recv(count - len(read))
            assert more, "the X server has gone"
            read += more
        return read


class GoneError(Exception):
    """A window went away while it was asked about."""


def _padded(length: int) -> int:
    return (length + 3) // 4 * 4
