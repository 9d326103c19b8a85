"""Findings as a table: the grave ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.entities import Id
from data.findings import Finding, Severity
from ui.presenters.columns import Column, by_figure, by_text

GRAVITY = {Severity.ERROR: 0.0, Severity.WARNING: 1.0, Severity.NOTE: 2.0}
WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    id: Id
    finding: Finding


def rows(findings: Iterable[Finding]) -> list[FindingRow]:
    ordered = sorted(dict.fromkeys(findings), key=lambda found: GRAVITY[found.severity])
    return [FindingRow(Id(str(number)), found) for number, found in enumerate(ordered)]


def columns() -> Sequence[Column[FindingRow]]:
    return (
        Column(
            "severity",
            "Kind",
            72,
            lambda row: WORDS[row.finding.severity],
            lambda row: by_figure(GRAVITY[row.finding.severity]),
            mark=lambda row: {Severity.ERROR: "bad", Severity.WARNING: "warning"}.get(row.finding.severity, ""),
        ),
        Column("place", "Where", 180, lambda row: row.finding.place, lambda row: by_text(row.finding.place)),
        Column(
            "problem",
            "What was found",
            380,
            lambda row: row.finding.problem,
            lambda row: by_text(row.finding.problem),
            explain=lambda row: str(row.finding),
        ),
        Column(
            "remedy",
            "What would be right",
            380,
            lambda row: row.finding.remedy,
            lambda row: by_text(row.finding.remedy),
            explain=lambda row: row.finding.remedy,
        ),
    )


def in_words(findings: Iterable[Finding]) -> str:
    """How many of each kind: "2 errors, 1 warning"; "No findings" where there are none."""
    found = [finding.severity for finding in findings]
    said = [_counted(found.count(severity), severity.value) for severity in Severity if severity in found]
    return ", ".join(said) or "No findings"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
