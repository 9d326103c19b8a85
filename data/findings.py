"""Findings: what is wrong or noteworthy in the input, with its place and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: where (`Demands!H4`, or the name of a thing), what stands there, and what would be right.

    An error keeps the input from being used, a warning changes what the plan means, a note only informs.
    """

    severity: Severity
    place: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        said = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{said}; {self.remedy}" if self.remedy else said


def error(place: str, problem: str, remedy: str = "") -> Finding:
    return Finding(Severity.ERROR, place, problem, remedy)


def warning(place: str, problem: str, remedy: str = "") -> Finding:
    return Finding(Severity.WARNING, place, problem, remedy)


def note(place: str, problem: str, remedy: str = "") -> Finding:
    return Finding(Severity.NOTE, place, problem, remedy)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that keep the input from being used."""
    return tuple(found for found in findings if found.severity is Severity.ERROR)
