"""Exit codes of the command line, as docs/manual promises them."""

from __future__ import annotations

from enum import IntEnum

from data.errors import PlannerError


class Exit(IntEnum):
    """0 done; 1 the input or the plan is wrong, or its rules cannot all hold; 2 wrong usage; 3 stopped without a plan."""

    DONE = 0
    WRONG = 1
    USAGE = 2
    NO_PLAN = 3


class WrongUsageError(PlannerError):
    """What was typed cannot be meant, whatever stands in the files."""
