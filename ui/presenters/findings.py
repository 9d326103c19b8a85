"""Findings as a table: the grave ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.entities import Id
from data.findings import Finding, Severity
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.saying import counted, translate

GRAVITY = {Severity.ERROR: 0.0, Severity.WARNING: 1.0, Severity.NOTE: 2.0}
WORDS = {
    Severity.ERROR: translate("Findings", "Error"),
    Severity.WARNING: translate("Findings", "Warning"),
    Severity.NOTE: translate("Findings", "Note"),
}


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
            translate("Findings", "Kind"),
            72,
            lambda row: WORDS[row.finding.severity],
            lambda row: by_figure(GRAVITY[row.finding.severity]),
            mark=lambda row: {Severity.ERROR: "bad", Severity.WARNING: "warning"}.get(row.finding.severity, ""),
        ),
        worded("place", translate("Findings", "Where"), 180, lambda row: row.finding.place),
        worded(
            "problem", translate("Findings", "What was found"), 380, lambda row: row.finding.problem, explain=lambda row: str(row.finding)
        ),
        worded("remedy", translate("Findings", "What would be right"), 380, lambda row: row.finding.remedy, whole=True),
    )


def in_words(findings: Iterable[Finding]) -> str:
    """How many of each kind: "2 errors, 1 warning"; "No findings" where there are none."""
    found = [finding.severity for finding in findings]
    said = [_counted(found.count(severity), severity) for severity in Severity if severity in found]
    return ", ".join(said) or translate("Findings", "No findings")


def _counted(count: int, severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return counted("Findings", "%n errors", "%n error", count)
        case Severity.WARNING:
            return counted("Findings", "%n warnings", "%n warning", count)
    return counted("Findings", "%n notes", "%n note", count)
