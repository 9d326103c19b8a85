"""Whose account this runs under."""

from __future__ import annotations

import getpass


def who() -> str:
    """The name of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "unknown"
