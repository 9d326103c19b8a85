"""A plan file rechecked from the files alone: every rule, and every figure that is written."""

from planner.checking.files import check

__all__ = ["check"]
