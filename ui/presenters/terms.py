"""The words of the portfolio's choices, of plans and of what keeps hours from being met, as the window says them.

Files, workbooks and the command line hold the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from ui.presenters.saying import translate

SAID = {
    "Person": translate("Terms", "Person"),
    "Team": translate("Terms", "Team"),
    "Equipment": translate("Terms", "Equipment"),
    "Placeholder": translate("Terms", "Placeholder"),
    "Proposed": translate("Terms", "Proposed"),
    "Approved": translate("Terms", "Approved"),
    "Active": translate("Terms", "Active"),
    "On hold": translate("Terms", "On hold"),
    "Completed": translate("Terms", "Completed"),
    "Cancelled": translate("Terms", "Cancelled"),
    "Draft": translate("Terms", "Draft"),
    "Rejected": translate("Terms", "Rejected"),
    "Flat": translate("Terms", "Flat"),
    "Front": translate("Terms", "Front"),
    "Back": translate("Terms", "Back"),
    "Bell": translate("Terms", "Bell"),
    "Hard": translate("Terms", "Hard"),
    "Soft": translate("Terms", "Soft"),
    "Optimal": translate("Terms", "Optimal"),
    "Feasible": translate("Terms", "Feasible"),
    "Stopped": translate("Terms", "Stopped"),
    "Infeasible": translate("Terms", "Infeasible"),
    "error": translate("Terms", "error"),
    "warning": translate("Terms", "warning"),
    "note": translate("Terms", "note"),
    "Project left out": translate("Terms", "Project left out"),
    "Delayed past the end": translate("Terms", "Delayed past the end"),
    "Nobody suitable": translate("Terms", "Nobody suitable"),
    "Away": translate("Terms", "Away"),
    "Taken by other work": translate("Terms", "Taken by other work"),
    "Firm bookings": translate("Terms", "Firm bookings"),
    "Team size": translate("Terms", "Team size"),
    "Focus": translate("Terms", "Focus"),
    "Minimum block": translate("Terms", "Minimum block"),
    "Not worth an assignment": translate("Terms", "Not worth an assignment"),
    "In the past": translate("Terms", "In the past"),
    "Room left": translate("Terms", "Room left"),
    "Strict priorities": translate("Terms", "Strict priorities"),
    "Overtime": translate("Terms", "Overtime"),
    "Cost": translate("Terms", "Cost"),
    "Fit": translate("Terms", "Fit"),
    "Continuity": translate("Terms", "Continuity"),
    "Stability": translate("Terms", "Stability"),
    "Starting": translate("Terms", "Starting"),
    "Reading the problem": translate("Terms", "Reading the problem"),
    "Pricing capacity": translate("Terms", "Pricing capacity"),
    "Bounding": translate("Terms", "Bounding"),
    "Tightening the bound": translate("Terms", "Tightening the bound"),
    "Improving": translate("Terms", "Improving"),
    "Proving": translate("Terms", "Proving"),
    "First plan": translate("Terms", "First plan"),
    "Done": translate("Terms", "Done"),
    "Overview": translate("Terms", "Overview"),
    "Demands": translate("Terms", "Demands"),
    "Plan": translate("Terms", "Plan"),
    "Scenarios": translate("Terms", "Scenarios"),
    "Insight": translate("Terms", "Insight"),
    "Log": translate("Terms", "Log"),
    "Resources": translate("Terms", "Resources"),
    "Roles": translate("Terms", "Roles"),
    "Teams": translate("Terms", "Teams"),
    "Projects": translate("Terms", "Projects"),
    "Value": translate("Terms", "Value"),
    "Gap": translate("Terms", "Gap"),
    "Coverage": translate("Terms", "Coverage"),
    "Weighted coverage": translate("Terms", "Weighted coverage"),
    "Hours asked": translate("Terms", "Hours asked"),
    "Hours met": translate("Terms", "Hours met"),
    "Projects in": translate("Terms", "Projects in"),
    "Delayed projects": translate("Terms", "Delayed projects"),
    "Weeks of delay": translate("Terms", "Weeks of delay"),
    "Capacity": translate("Terms", "Capacity"),
    "Utilisation": translate("Terms", "Utilisation"),
    "Committed utilisation": translate("Terms", "Committed utilisation"),
    "Over-allocation": translate("Terms", "Over-allocation"),
    "Bench": translate("Terms", "Bench"),
    "Assignments": translate("Terms", "Assignments"),
    "Hand-overs": translate("Terms", "Hand-overs"),
    "Projects at once": translate("Terms", "Projects at once"),
    "Skill fit": translate("Terms", "Skill fit"),
    "Value delivered": translate("Terms", "Value delivered"),
    "Plan cost": translate("Terms", "Plan cost"),
    "Hours moved": translate("Terms", "Hours moved"),
    "weighted hours met, less the costs of assignments, overtime and delay": translate(
        "Terms", "weighted hours met, less the costs of assignments, overtime and delay"
    ),
    "(bound − value) ÷ max(1, |bound|)": translate("Terms", "(bound − value) ÷ max(1, |bound|)"),
    "hours met ÷ hours asked, of the projects that take part": translate(
        "Terms", "hours met ÷ hours asked, of the projects that take part"
    ),
    "Σ weight × hours met ÷ Σ weight × hours asked": translate("Terms", "Σ weight × hours met ÷ Σ weight × hours asked"),
    "of the projects that take part": translate("Terms", "of the projects that take part"),
    "hours given that were asked": translate("Terms", "hours given that were asked"),
    "projects that take part": translate("Terms", "projects that take part"),
    "projects that take part and are delayed": translate("Terms", "projects that take part and are delayed"),
    "Σ weeks of delay of the projects that take part": translate("Terms", "Σ weeks of delay of the projects that take part"),
    "net of calendars, absences and project share": translate("Terms", "net of calendars, absences and project share"),
    "hours allocated ÷ capacity, sums divided": translate("Terms", "hours allocated ÷ capacity, sums divided"),
    "hard bookings ÷ capacity": translate("Terms", "hard bookings ÷ capacity"),
    "Σ max(0, allocated − capacity)": translate("Terms", "Σ max(0, allocated − capacity)"),
    "Σ max(0, capacity − allocated), in FTE": translate("Terms", "Σ max(0, capacity − allocated), in FTE"),
    "one resource on one demand": translate("Terms", "one resource on one demand"),
    "times somebody comes to a demand who was not on it in the week worked before": translate(
        "Terms", "times somebody comes to a demand who was not on it in the week worked before"
    ),
    "mean resources on a demand": translate("Terms", "mean resources on a demand"),
    "mean projects of a resource in a week it works": translate("Terms", "mean projects of a resource in a week it works"),
    "hours-weighted (level held − level asked)": translate("Terms", "hours-weighted (level held − level asked)"),
    "Σ value of projects × share of their hours met": translate("Terms", "Σ value of projects × share of their hours met"),
    "Σ hours × rate": translate("Terms", "Σ hours × rate"),
    "hours of the first side that have no place of theirs here any more": translate(
        "Terms", "hours of the first side that have no place of theirs here any more"
    ),
    "Plan of record": translate("Terms", "Plan of record"),
    "Last plan": translate("Terms", "Last plan"),
    "Plan before": translate("Terms", "Plan before"),
}
"""Each word in the language of the window."""


def said(word: str) -> str:
    """A choice as the window says it; a word that is not known here stays as it is."""
    return SAID.get(word, word)


def all_said(words: Iterable[str]) -> list[str]:
    return [said(word) for word in words]
