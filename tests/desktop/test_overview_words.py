"""The overview, an import and a running solve in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from data.edits import between
from data.entities import Id, ProjectStatus
from data.findings import error, note, warning
from data.plan import ProjectPlan
from planner.plans import fingerprint
from tests.builders import absence, allocation, demand, friday, plan, portfolio, project, resource, week
from ui.presenters import changes, findings, overview
from ui.presenters.formats import Formats
from ui.presenters.situation import Situation, explained, situation
from ui.presenters.solving import Axis, Course, Point, axis, plan_in_words, words

FORMATS = Formats()
CASE = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", first=1, last=1, hours_per_week=50.0), weeks=2)


def planned() -> Situation:
    """Ann gives 40 of the 50 hours that Apollo asks for."""
    return situation(CASE, plan(allocation("Build", "Ann", 1, 40.0), fingerprint=fingerprint(CASE), bound=640.0))


def test_the_headline_says_what_is_short() -> None:
    assert overview.headline(planned(), FORMATS).startswith("10 h are short in 1 demand; the plan is proved within")


def test_the_headline_counts_what_is_short_apart_from_projects_left_out() -> None:
    case = CASE.holding(project("Borealis", status=ProjectStatus.PROPOSED), demand("Dig", "Borealis", first=1, last=1, hours_per_week=9.0))
    made = plan(
        allocation("Build", "Ann", 1, 40.0),
        fingerprint=fingerprint(case),
        bound=640.0,
        projects=(ProjectPlan(Id("Borealis"), selected=False),),
    )
    assert overview.headline(situation(case, made), FORMATS).startswith("10 h are short in 1 demand, 1 project left out; the plan")


def test_the_headline_says_when_the_plan_is_out_of_date() -> None:
    later = CASE.holding(project("Apollo", 1))
    assert overview.headline(situation(later, planned().plan), FORMATS).endswith("by a plan from before the latest changes.")


def test_the_worst_shortages_name_their_cause() -> None:
    (found,) = overview.shortages(explained(planned()))
    assert (found.project, found.demand, found.hours) == ("Apollo", "Build", 10.0)
    assert found.cause


def test_an_import_is_told_line_by_line() -> None:
    before = portfolio(resource("Ann"), project("Apollo"))
    after = portfolio(resource("Ann", level=4), resource("Bob"))
    told = changes.lines(between(before, after, "Import"), before, after, FORMATS)
    assert [(line.happening.value, line.what, line.name, line.details) for line in told] == [
        ("Changed", "Resource", "Ann", "level 3 → 4"),
        ("Added", "Resource", "Bob", ""),
        ("Removed", "Project", "Apollo", ""),
    ]
    assert changes.in_words(told) == "1 added, 1 changed, 1 removed"


def test_a_thing_without_a_name_is_told_by_what_it_belongs_to() -> None:
    before = portfolio(resource("Ann"))
    after = before.holding(absence("Ann", week(1), friday(1)))
    assert [line.name for line in changes.lines(between(before, after, "Import"), before, after, FORMATS)] == ["Ann · 2027-01-04"]


def test_a_changed_reference_is_told_by_name() -> None:
    before = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))
    after = before.holding(replace(before.demands[Id("Build")], resource_id=Id("Ann")))
    assert [line.details for line in changes.lines(between(before, after, "Import"), before, after, FORMATS)] == ["resource – → Ann"]


def test_findings_stand_gravest_first() -> None:
    told = findings.rows([note("A", "x"), error("B", "y"), warning("C", "z")])
    assert [row.finding.place for row in told] == ["B", "C", "A"]


def test_findings_are_counted_by_kind() -> None:
    assert findings.in_words([error("B", "y"), error("B", "z"), warning("C", "z")]) == "2 errors, 1 warning"


@dataclass(frozen=True)
class Report:
    phase: str
    value: float | None
    bound: float | None
    seconds: float
    gap: float | None = None


def test_a_course_is_told_with_dashes_before_the_first_plan() -> None:
    told = words(Course().after(Report("building", None, None, 0.4)), FORMATS)
    assert (told.phase, told.value, told.bound, told.gap, told.seconds) == ("Building", "–", "–", "–", "0 s")


def test_a_course_keeps_every_report_for_its_chart() -> None:
    course = Course().after(Report("searching", 90.0, 100.0, 1.0, 0.1)).after(Report("searching", 95.0, 100.0, 2.0, 0.05))
    assert course.points == (Point(1.0, 90.0, 100.0), Point(2.0, 95.0, 100.0))
    assert words(course, FORMATS).gap == "5.00 %"


def test_a_solve_by_a_policy_tells_of_an_objective_whose_digits_can_be_read() -> None:
    told = words(Course(weighs=True).after(Report("search", 1.234567e12, 1.3e12, 2.0)), FORMATS)
    assert (told.name, told.value, told.bound) == ("Objective", "1.23e+12", "1.3e+12")


def test_the_chart_of_a_course_has_room_around_value_and_bound() -> None:
    span = axis((Point(1.0, 90.0, 100.0),))
    assert span.low < 90.0
    assert span.high > 100.0


def test_the_chart_of_a_course_that_has_told_nothing_is_not_empty() -> None:
    assert axis(()) == Axis(0.0, 1.0)


def test_a_plan_out_of_date_is_called_so() -> None:
    assert plan_in_words(plan(value=97.0, bound=100.0), FORMATS, current=False) == "Plan out of date (Feasible, gap 3.0 %)"


def test_without_a_plan_the_status_says_so() -> None:
    assert plan_in_words(None, FORMATS, current=True) == "No plan yet"


def test_dates_of_changes_are_written_in_full() -> None:
    before = portfolio(project("Apollo", start=dt.date(2027, 1, 4)))
    after = portfolio(project("Apollo", start=dt.date(2027, 2, 1)))
    assert changes.lines(between(before, after, "Import"), before, after, FORMATS)[0].details == "start 2027-01-04 → 2027-02-01"
