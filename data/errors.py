"""Errors of a broken world (a disk, a file, a lock), apart from bad input (`Finding`) and from bugs."""

from __future__ import annotations


class PlannerError(Exception):
    """Something outside the program is not as it must be; the message names the thing, the place and the way out."""
