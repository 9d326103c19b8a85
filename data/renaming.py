"""Renames that Python does not know: two names swapped in one step, and a name taken only where it is free.

Linux has both (renameat2, since 2014), on its own file systems if not on every network drive.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: paths are as they are
_NOREPLACE, _EXCHANGE = 1, 2
_NOT_KNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


def swap(one: Path, other: Path) -> bool:
    """Swaps what two names lead to, at one moment; False where the system cannot. Raises OSError where one is not there."""
    return _renamed(one, other, _EXCHANGE)


def take_free(path: Path, name: Path) -> bool:
    """Gives a file a name that is free; False where the system cannot say that it is. Raises FileExistsError where it is not."""
    return _renamed(path, name, _NOREPLACE)


def _renamed(path: Path, to: Path, how: int) -> bool:
    call = _call()
    if call is None:
        return False
    if call(_HERE, os.fsencode(path), _HERE, os.fsencode(to), how) == 0:
        return True
    problem = ctypes.get_errno()
    if problem in _NOT_KNOWN:
        return False
    raise OSError(problem, os.strerror(problem), str(path), None, str(to))


@cache
def _call() -> Any:  # a function of the C library, which ctypes does not type
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
