"""How a command and its options are declared, and what is said of an option that nobody knows."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Callable, Sequence
from typing import TypeAlias

from planner.commands.exits import Exit

PLACES = (
    "INPUT and OUTPUT may each be a workbook (.xlsx; .ods is read too), a folder of .csv files, a portfolio file (.plimsoll), "
    "or the address of a shared bank (postgresql+psycopg://user@host/database)."
)
ALIKE = 0.75
"""How alike two options are of which one may be meant for the other, 1 being the same."""


class Parser(argparse.ArgumentParser):
    """Names the option that may have been meant by one that it does not know."""

    def parse_args(self, args: Sequence[str] | None = None, namespace: None = None) -> argparse.Namespace:  # type: ignore[override] # ours alone
        given, unknown = self.parse_known_args(args, namespace)
        if unknown:
            meant = given.parser
            meant.error(f"unrecognized arguments: {' '.join(unknown)}{meant.hint(unknown[0])}")
        return given

    def hint(self, unknown: str) -> str:
        if unknown == "%":
            return "; write the figure and % without a space between: 3%"
        near = (
            difflib.get_close_matches(unknown.partition("=")[0], self._option_string_actions, 1, ALIKE) if unknown.startswith("--") else []
        )
        return f"; is {near[0]} meant?" if near else ""


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands are declared."""


def add_command(
    commands: Commands,
    name: str,
    does: str,
    command: Callable[[argparse.Namespace], Exit],
    *,
    epilog: str | None = PLACES,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=does, epilog=epilog, allow_abbrev=False)
    parser.set_defaults(command=command, parser=parser)
    return parser
