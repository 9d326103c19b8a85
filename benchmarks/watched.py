"""The command line of the product, every step of a solve told as it happens: what is told tells when the first plan was there.

The product itself writes no more than one line in five seconds where nobody watches.
"""

from __future__ import annotations

import sys

from planner.cli import main
from planner.commands import progress

if __name__ == "__main__":
    progress.SECONDS_BETWEEN_LINES = 0.0
    sys.exit(main(sys.argv[1:]))
