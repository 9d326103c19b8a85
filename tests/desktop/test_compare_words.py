"""What the window says of plans side by side, without a window."""

from __future__ import annotations

from dataclasses import replace

import builders as b

from data.entities import Id
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.comparing import Side, compared
from ui.presenters import comparing as words
from ui.presenters import comparing_tables as tables
from ui.presenters.comparing import Shown
from ui.presenters.formats import Formats

FORMATS = Formats()
CASE = b.portfolio(
    b.resource("Ann"), b.project("Apollo"), b.project("Comet", max_delay=2), b.demand("Build", "Apollo"), b.demand("Port", "Comet")
)
FIRST = b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Port", "Ann", 2, 20.0))


def beside(*plans: Plan, portfolio: Portfolio = CASE) -> Shown:
    sides = [Side("First", CASE, FIRST), *(Side(f"Other {n}", portfolio, plan) for n, plan in enumerate(plans, 1))]
    return words.shown([side.name for side in sides], compared(sides), FORMATS)


def project(shown: Shown, name: str) -> str:
    return next(words.project_words(line.of, 1, FORMATS) for line in shown.projects if line.name == name)


def test_what_becomes_of_a_project_is_said_in_words() -> None:
    late = b.plan(*FIRST.allocations[:1], b.allocation("Port", "Ann", 4, 20.0), projects=(ProjectPlan(Id("Comet"), True, 2),))
    assert project(beside(late), "Comet") == "2 weeks later, 20 h changed"
    assert project(beside(b.plan(*FIRST.allocations[:1], projects=(ProjectPlan(Id("Comet"), False),))), "Comet") == "left out, 20 h changed"
    other = CASE.replacing([]).holding(b.project("Dione"), replace(CASE.projects[Id("Apollo")], priority=1))
    assert project(beside(FIRST, portfolio=other), "Dione") == "only here"
    assert project(beside(FIRST, portfolio=other), "Apollo") == "priority 1 instead of 3"


def test_the_headline_counts_what_differs_and_tells_one_side_s_hours() -> None:
    less = b.plan(*FIRST.allocations[:1])
    assert words.headline(beside(less).comparison, FORMATS) == "1 project, 1 person and 1 week differ from First; 20 h removed"
    assert words.headline(beside(less, less).comparison, FORMATS) == "1 project, 1 person and 1 week differ from First"
    assert words.headline(beside(FIRST).comparison, FORMATS) == "No difference: the same projects, people, weeks and hours"


def test_differences_have_a_sign_and_are_marked_only_where_they_are_better_or_worse() -> None:
    shown = beside(b.plan(*FIRST.allocations[:1]))
    columns = tables.measure_columns(shown, FORMATS)
    rows = {line.name: line for line in shown.measures}
    said = {name: (columns[3].text(line), columns[3].mark(line) if columns[3].mark else "") for name, line in rows.items()}
    assert said["Hours met"] == ("−20 h", "bad")
    assert said["Coverage"] == ("−12.5 pp", "bad")
    assert said["Utilisation"][1] == ""
    assert said["Delayed projects"] == ("0", "")
    assert columns[3].hint(rows["Hours met"]) == "worse"


def test_hours_name_their_side_only_where_several_are_compared() -> None:
    less = b.plan(*FIRST.allocations[:1])
    one, two = beside(less), beside(less, less)
    assert [column.heading for column in tables.change_columns(one, FORMATS)][:2] == ["Project", "Demand"]
    columns = tables.change_columns(two, FORMATS)
    assert [[column.text(line) for column in columns] for line in two.changes] == [
        [name, "Comet", "Port", "Removed", "20", "Ann · W2 · 11 Jan", ""] for name in ("Other 1", "Other 2")
    ]
