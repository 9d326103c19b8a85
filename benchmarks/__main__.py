"""Every measurement one after the other, each in a process of its own: about two hours, some minutes with --quick.

python -m benchmarks [--quick] [--shared]

What must be shown of the optimiser takes hours and is a command of its own: python -m benchmarks.must_show.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from benchmarks.report import tell

SMALL, MIDDLE, LARGE = "30x12x26", "200x80x52", "1000x400x104"
QUALITY = (
    f"quality --size {SMALL} --seeds 1-5 --time-limit 10 --model-seconds 60",
    f"quality --size {MIDDLE} --seeds 1-5 --time-limit 30 --model-seconds 0",
    f"quality --size {MIDDLE} --seeds 1 --time-limit 30 --model-seconds 120",
    f"quality --size {SMALL} --seeds 1-3 --time-limit 10 --model-seconds 60 --mixed",
    f"quality --size {MIDDLE} --seeds 1-3 --time-limit 30 --model-seconds 0 --mixed",
    f"quality --size {LARGE} --seeds 1 --time-limit 180 --model-seconds 0",
)
QUICK_QUALITY = ("quality --quick", "quality --quick --mixed")
KINDS = (
    f"families --size {SMALL} --time-limit 10 --model-seconds 30",
    f"families --size {MIDDLE} --time-limit 30 --model-seconds 0",
    f"taskjuggler --size {SMALL} --seeds 1-3 --time-limit 10 --model-seconds 30",
    f"taskjuggler --size {SMALL} --seeds 1-3 --time-limit 10 --model-seconds 0 --statement effort",
    f"taskjuggler --size {SMALL} --seeds 1-3 --time-limit 10 --model-seconds 30 --assignment-cost 4 --persistent",
    f"taskjuggler --size {MIDDLE} --seeds 1 --time-limit 30 --model-seconds 0 --assignment-cost 4 --persistent",
    "growth --size 100x40x52 --factors 0.5,1,2,4 --time-limit 30",
)
QUICK_KINDS = ("families --quick", "taskjuggler --quick", "growth --quick")
SPEED = (
    "formulation",
    f"formulation --sizes {LARGE} --repeats 1",
    "search",
    "futures",
    "sweeping",
    "workbook",
    f"workbook --size {LARGE} --repeats 1",
    "store",
    "start",
    "scrolling",
    "editing",
    "heartbeat",
    "stalls",
)
QUICK_SPEED = tuple(
    f"{name} --quick" for name in ("formulation", "search", "workbook", "store", "start", "scrolling", "editing", "heartbeat", "stalls")
)


def main() -> int:
    parser = argparse.ArgumentParser(description="Every measurement, as Markdown on stdout.")
    parser.add_argument("--quick", action="store_true", help="short runs of small cases, to see that all work")
    parser.add_argument("--shared", action="store_true", help="cases, peers and verdicts of the acceptance scripts for the plans")
    given = parser.parse_args()
    plans, others = (QUICK_QUALITY, QUICK_KINDS + QUICK_SPEED) if given.quick else (QUALITY, KINDS + SPEED)
    failed = [line for line in plans if not run(f"{line} --shared" if given.shared else line)]
    failed += [line for line in others if not run(line)]
    for line in failed:
        tell(f"failed: python -m benchmarks.{line}")
    return 1 if failed else 0


def run(line: str) -> bool:
    """Whether the measurement went to its end; its tables are printed as they come."""
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", *f"benchmarks.{line}".split()], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
