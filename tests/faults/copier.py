"""What a sync client does: copies a file in pieces, with pauses, again and again: `python -m tests.faults.copier FILE FOLDER`.

Ends when its standard input does, and says how many copies it made.
"""

from __future__ import annotations

import random
import select
import sys
import time
from pathlib import Path

SMALLEST, LARGEST, LONGEST_PAUSE = 4 << 10, 64 << 10, 0.002


def copied(source: Path, to: Path, draw: random.Random) -> None:
    with source.open("rb", buffering=0) as reading, to.open("wb") as writing:
        while piece := reading.read(draw.randint(SMALLEST, LARGEST)):
            writing.write(piece)
            time.sleep(draw.uniform(0, LONGEST_PAUSE))


def main(source: Path, folder: Path) -> None:
    draw = random.Random(1)
    made = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        copied(source, folder / f"{made}.plimsoll", draw)
        made += 1
    print(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
