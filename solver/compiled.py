"""Inner loops compiled to machine code, kept on disk so that only the first solve on a machine waits for the compiler."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from numba import config, njit, types
from numba.core import cgutils
from numba.core.caching import InTreeCacheLocator, UserProvidedCacheLocator, UserWideCacheLocator
from numba.extending import intrinsic

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Folder:
    """Where machine code is kept, and for what: numba goes by the file of a function, but its callees and constants stand beside it."""

    _py_file: str

    def get_source_stamp(self) -> str:
        """Of all that a function may be compiled from."""
        digest = hashlib.sha256()
        for source in (Path(__file__), *sorted(Path(self._py_file).parent.glob("*.py"))):
            digest.update(source.name.encode() + source.read_bytes())
        return digest.hexdigest()


class Asked(Folder, UserProvidedCacheLocator):  # type: ignore[misc]
    """In NUMBA_CACHE_DIR."""


class Beside(Folder, InTreeCacheLocator):  # type: ignore[misc]
    """In __pycache__ beside the source."""


class Private(Folder, UserWideCacheLocator):  # type: ignore[misc]
    """In the user's own folder for such things, where the program's may not be written."""


config.CACHE_LOCATOR_CLASSES = ",".join(f"{__name__}.{place.__name__}" for place in (Asked, Beside, Private))


def compiled(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function as machine code that holds no interpreter lock, so that chains of a search run side by side.

    A compiled function may use constants and compiled functions of its own folder only, and of this file: the copy on
    disk is renewed when one of these changes (`Folder`), not when another does.
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
