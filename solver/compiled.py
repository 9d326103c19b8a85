"""Inner loops compiled to machine code, kept on disk so that only the first solve on a machine waits for the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from numba import config, njit, types
from numba.core import cgutils
from numba.extending import intrinsic

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


def within(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """A compiled function that becomes part of the machine code of each caller.

    A call hands over every array of its tables one by one, which takes longer than most of these functions work.
    """
    fast: Callable[Arguments, Result] = njit(cache=True, nogil=True, forceinline=True)(function)
    return fast


@intrinsic
def _borrowed(typingctx, table):  # type: ignore[no-untyped-def]
    """The same named tuple of arrays, whose uses are not counted: for the inside of a compiled function.

    Whoever called it holds the arrays meanwhile. Counting each use, in turns with the other threads, takes half the time
    of the loops that the search is made of.
    """
    del typingctx
    if not isinstance(table, types.NamedTuple):
        return None

    def generated(context, builder, signature, arguments):  # type: ignore[no-untyped-def]
        value = arguments[0]
        for place, kind in enumerate(signature.args[0].types):
            array = context.make_array(kind)(context, builder, builder.extract_value(value, place))
            array.meminfo = cgutils.get_null_value(array.meminfo.type)
            array.parent = cgutils.get_null_value(array.parent.type)
            value = builder.insert_value(value, array._getvalue(), place)
        return value

    return table(table), generated


borrowed = (lambda table: table) if config.DISABLE_JIT else _borrowed
"""Interpreted, for whoever debugs the loops or compares with them, there is nothing to count."""
