"""Ways in which the bytes of a file go wrong: on a bad disk, in a bad copy, by a sync client that mixes two versions."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

PAGE = 4096
SECTOR = 512
HEADER_FIELDS = {
    "magic": (0, 16),
    "page size": (16, 2),
    "write version": (18, 1),
    "read version": (19, 1),
    "reserved": (20, 1),
    "payload fractions": (21, 3),
    "change counter": (24, 4),
    "page count": (28, 4),
    "first free page": (32, 4),
    "free pages": (36, 4),
    "schema cookie": (40, 4),
    "schema format": (44, 4),
    "cache size": (48, 4),
    "largest root page": (52, 4),
    "text encoding": (56, 4),
    "user version": (60, 4),
    "vacuum mode": (64, 4),
    "application id": (68, 4),
    "reserved zeros": (72, 20),
    "version valid for": (92, 4),
    "library version": (96, 4),
}
"""Where each field of SQLite's header lies, and its length."""

Damage = Callable[[random.Random, bytes, bytes], bytes]
"""From a draw, the file as it should be, and an older version of it."""


def flipped_bit(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    at = draw.randrange(len(whole))
    return _put(whole, at, bytes([whole[at] ^ 1 << draw.randrange(8)]))


def changed_byte(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    at = draw.randrange(len(whole))
    return _put(whole, at, bytes([(whole[at] + draw.randrange(1, 256)) % 256]))


def changed_text(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    """A letter or figure among text: what no check of SQLite's own can see."""
    places = [at for at, byte in enumerate(whole) if chr(byte).isalnum() and byte < 128]
    at = draw.choice(places)
    return _put(whole, at, draw.choice([byte for byte in b"0123456789abcdef" if byte != whole[at]]).to_bytes(1, "big"))


IN_CONTENT = (b"Skiing", b"Epiphany", b"Core", b"Analyst")
"""Words of rows of the portfolio, of which no step of the test's file speaks."""
IN_STEPS = (b"Add a crowd", b"Add some", b"Add more")
IN_PLANS = (b"Feasible", b"highs", b"2027-01-04T09:30")


def changed_content(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _misspelt(draw, whole, IN_CONTENT)


def changed_step(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _misspelt(draw, whole, IN_STEPS)


def changed_plan(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _misspelt(draw, whole, IN_PLANS)


def sector_of_zeros(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _put(whole, _sector(draw, whole), bytes(SECTOR))


def garbled_sector(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _put(whole, _sector(draw, whole), draw.randbytes(SECTOR))


def swapped_sectors(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _swapped(whole, *draw.sample(range(0, len(whole), SECTOR), 2), SECTOR)


def swapped_pages(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return _swapped(whole, *draw.sample(range(0, len(whole), PAGE), 2), PAGE)


def doubled_page(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    source, target = draw.sample(range(0, len(whole), PAGE), 2)
    return _put(whole, target, whole[source : source + PAGE])


def pages_of_zeros(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    """A hole, as a file system leaves it that grew the file but never wrote the blocks."""
    first = draw.randrange(0, len(whole), PAGE)
    length = min(PAGE * draw.randrange(1, 9), len(whole) - first)
    return _put(whole, first, bytes(length))


def cut_short(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return whole[: draw.randrange(len(whole))]


def cut_at_a_page(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return whole[: draw.randrange(1, len(whole) // PAGE) * PAGE]


def appended(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    return whole + draw.choice([b"\0", b"\r\n", bytes(PAGE), draw.randbytes(draw.randrange(1, 3 * PAGE)), whole])


def bytes_lost(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    at = draw.randrange(len(whole))
    return whole[:at] + whole[at + draw.choice([1, 2, SECTOR, PAGE]) :]


def bytes_put_in(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    at = draw.randrange(len(whole))
    return whole[:at] + draw.randbytes(draw.choice([1, 2, SECTOR, PAGE])) + whole[at:]


def as_text(_draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    """Sent through something that mends the ends of lines."""
    return whole.replace(b"\n", b"\r\n")


def header_field(draw: random.Random, whole: bytes, _older: bytes) -> bytes:
    at, length = HEADER_FIELDS[draw.choice(list(HEADER_FIELDS))]
    lies = [draw.randbytes(length), bytes(length), b"\xff" * length, b"\x7f" * length, (1).to_bytes(length, "big")]
    return _put(whole, at, draw.choice([lie for lie in lies if lie != whole[at : at + length]]))


def older_pages(draw: random.Random, whole: bytes, older: bytes) -> bytes:
    """Some pages are still those of the older version."""
    mixed = whole
    for at in draw.sample(range(0, len(older), PAGE), draw.randrange(1, 6)):
        mixed = _put(mixed, at, older[at : at + PAGE])
    return mixed[: len(whole)]


def older_end(draw: random.Random, whole: bytes, older: bytes) -> bytes:
    """Begun to be written over the older version, and broken off."""
    at = draw.randrange(len(older))
    return whole[:at] + older[at:]


def older_start(draw: random.Random, whole: bytes, older: bytes) -> bytes:
    at = draw.randrange(len(older))
    return older[:at] + whole[at:]


DAMAGES: tuple[Damage, ...] = (
    flipped_bit,
    changed_byte,
    changed_text,
    changed_content,
    changed_step,
    changed_plan,
    sector_of_zeros,
    garbled_sector,
    swapped_sectors,
    swapped_pages,
    doubled_page,
    pages_of_zeros,
    cut_short,
    cut_at_a_page,
    appended,
    bytes_lost,
    bytes_put_in,
    as_text,
    header_field,
    older_pages,
    older_end,
    older_start,
)


def damaged(count: int, whole: bytes, older: bytes) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, of every kind in turn, each with its name; none of them is one of the two files."""
    made = 0
    for seed in range(10 * count):
        damage = DAMAGES[seed % len(DAMAGES)]
        content = damage(random.Random(seed), whole, older)
        if content not in (whole, older):
            yield f"{damage.__name__}, seed {seed}", content
            made += 1
        if made == count:
            return
    raise AssertionError(f"only {made} of {count} damages could be made")


def _misspelt(draw: random.Random, whole: bytes, words: tuple[bytes, ...]) -> bytes:
    """One letter of one of these words, wherever it stands, is another."""
    word = draw.choice(words)
    places = [at for at in range(len(whole)) if whole.startswith(word, at)]
    at = draw.choice(places) + draw.randrange(len(word))
    return _put(whole, at, bytes([whole[at] ^ 1]))


def _sector(draw: random.Random, whole: bytes) -> int:
    return draw.randrange(0, len(whole), SECTOR)


def _put(whole: bytes, at: int, what: bytes) -> bytes:
    return whole[:at] + what + whole[at + len(what) :]


def _swapped(whole: bytes, one: int, other: int, length: int) -> bytes:
    return _put(_put(whole, one, whole[other : other + length]), other, whole[one : one + length])
