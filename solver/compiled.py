"""Inner loops compiled to machine code, kept on disk so that only the first solve on a machine waits for the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from numba import njit

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def compiled(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function as machine code that holds no interpreter lock, so that chains of a search run side by side.

    A compiled function may call only compiled functions of its own file: the copy on disk is renewed when that file
    changes, not when another does.
    """
    fast: Callable[Arguments, Result] = njit(cache=True, nogil=True)(function)
    return fast


def inlined(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """A compiled function that is compiled into its caller: for parts of a long loop that are called in one place.

    Every level of calls is optimised again at the next; written out, two levels take a third of the time to compile.
    """
    fast: Callable[Arguments, Result] = njit(cache=True, nogil=True, inline="always")(function)
    return fast
