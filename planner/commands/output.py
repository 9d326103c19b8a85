"""Where words go: results to stdout, findings and progress to stderr; with --json one object on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

from data.findings import Finding

Json = Mapping[str, object]


def say(text: str) -> None:
    """A line of the result."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """A line that is no result."""
    sys.stderr.write(text + "\n")


def show_findings(findings: Iterable[Finding]) -> None:
    """Every finding on its line of stderr, what it is first."""
    for finding in findings:
        complain(f"{finding.severity.value}: {finding}")


def say_json(answer: Json) -> None:
    say(json.dumps(answer, indent=1, ensure_ascii=False, allow_nan=False))


def as_json(findings: Iterable[Finding]) -> list[dict[str, str]]:
    return [
        {"severity": finding.severity.value, "place": finding.place, "problem": finding.problem, "remedy": finding.remedy}
        for finding in findings
    ]
