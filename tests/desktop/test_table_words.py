"""Tables of resources, projects and demands in words, and what a typed text makes of them."""

from __future__ import annotations

import pytest

from data.entities import Id, ProjectStatus
from data.portfolio import Portfolio
from tests.builders import demand, demand_week, portfolio, project, resource
from ui.presenters import demands, projects, resources
from ui.presenters.columns import Column, FieldError, in_order, matching
from ui.presenters.formats import Formats
from ui.presenters.tables import Share, Standing, coverage_mark, edit_of_cell

FORMATS = Formats()


def column_of(columns: object, heading: str) -> Column:  # type: ignore[type-arg]  # any row
    return next(column for column in columns if column.heading == heading)  # type: ignore[attr-defined]


def typed(case: Portfolio, about: object, row: int, heading: str, text: str) -> Portfolio:
    """The portfolio after a text is typed into a cell; the same where nothing changes."""
    rows = about.rows(case, Standing())  # type: ignore[attr-defined]
    edit = edit_of_cell(case, rows[row], column_of(about.columns(case, FORMATS), heading), text)  # type: ignore[attr-defined]
    return edit.applied_to(case) if edit else case


def test_projects_stand_in_order_of_their_priority() -> None:
    case = portfolio(project("Comet", 5), project("Apollo", 1), project("Borealis", 3))
    assert [row.entity.name for row in projects.rows(case, Standing())] == ["Apollo", "Borealis", "Comet"]


def test_a_demand_names_its_project_and_its_only_resource() -> None:
    case = portfolio(project("Apollo"), resource("Ann"), demand("Build", "Apollo", resource_id="Ann"))
    row = demands.rows(case, Standing())[0]
    assert (row.project, row.resource) == ("Apollo", "Ann")


def test_amount_and_profile_stand_back_where_a_demand_has_weeks_of_its_own() -> None:
    case = portfolio(project("Apollo"), demand("Build", "Apollo"), demand("Port", "Apollo"), demand_week("Build", 1, 8.0))
    build, port = demands.rows(case, Standing())
    for heading in ("Hours a week", "Total h", "FTE", "Profile"):
        column = column_of(demands.columns(case, FORMATS), heading)
        assert column.mark is not None
        assert (column.mark(build), column.mark(port)) == ("disabled", "")
        assert (column.hint(build)[:15], column.hint(port)) == ("Does not count:", "")


def test_a_resource_shows_what_the_plan_gives_it() -> None:
    case = portfolio(resource("Ann"))
    standing = Standing(resources={Id("Ann"): Share(36.0, 40.0)})
    row = resources.rows(case, standing)[0]
    assert column_of(resources.columns(case, FORMATS), "Utilisation").text(row) == "90 %"


def test_before_a_plan_its_columns_show_a_dash() -> None:
    case = portfolio(resource("Ann"))
    row = resources.rows(case, Standing())[0]
    assert column_of(resources.columns(case, FORMATS), "Utilisation").text(row) == "–"


def test_other_roles_are_written_as_in_the_sheet() -> None:
    case = portfolio(resource("Ann", other_roles=(("Backend", 2), ("Tester", 3))))
    row = resources.rows(case, Standing())[0]
    assert column_of(resources.columns(case, FORMATS), "Other roles").text(row) == "Backend:2; Tester:3"


def test_a_typed_priority_becomes_an_edit_that_says_so() -> None:
    case = portfolio(project("Apollo", 3))
    row = projects.rows(case, Standing())[0]
    edit = edit_of_cell(case, row, column_of(projects.columns(case, FORMATS), "Priority"), "1")
    assert edit is not None
    assert edit.label == "Change priority of Apollo"
    assert edit.applied_to(case).projects[Id("Apollo")].priority == 1


def test_a_typed_text_that_changes_nothing_is_no_edit() -> None:
    case = portfolio(project("Apollo", 3))
    assert typed(case, projects, 0, "Priority", " 3 ") is case


@pytest.mark.parametrize("text", ["0", "6", "1.5", "high", ""])
def test_a_priority_out_of_range_is_refused_with_the_range(text: str) -> None:
    with pytest.raises(FieldError, match="type a whole number from 1 to 5"):
        typed(portfolio(project("Apollo")), projects, 0, "Priority", text)


def test_a_status_is_read_without_case() -> None:
    after = typed(portfolio(project("Apollo")), projects, 0, "Status", "on hold")
    assert after.projects[Id("Apollo")].status is ProjectStatus.ON_HOLD


def test_an_unknown_status_is_refused_with_the_choices() -> None:
    with pytest.raises(FieldError, match="choose one of them"):
        typed(portfolio(project("Apollo")), projects, 0, "Status", "Paused")


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(FieldError, match="cannot be empty"):
        typed(portfolio(resource("Ann")), resources, 0, "Resource", "  ")


def test_an_empty_text_clears_what_is_optional() -> None:
    case = portfolio(resource("Ann", hours_per_week=30.0))
    assert typed(case, resources, 0, "Hours a week", "").resources[Id("Ann")].hours_per_week is None


def test_a_share_above_a_hundred_percent_is_refused() -> None:
    with pytest.raises(FieldError, match="type a number from 0 to 100"):
        typed(portfolio(resource("Ann")), resources, 0, "Project share %", "120")


def test_other_roles_are_read_with_level_three_where_none_is_said() -> None:
    after = typed(portfolio(resource("Ann")), resources, 0, "Other roles", "Tester; Backend:2")
    assert after.resources[Id("Ann")].other_roles == (("Tester", 3), ("Backend", 2))


def test_a_demand_moves_to_another_project_by_its_name() -> None:
    case = portfolio(project("Apollo"), project("Comet"), demand("Build", "Apollo"))
    assert typed(case, demands, 0, "Project", "Comet").demands[Id("Build")].project_id == "Comet"


def test_a_demand_cannot_move_to_a_project_that_is_not_there() -> None:
    with pytest.raises(FieldError, match="There is no project called “Dune”"):
        typed(portfolio(project("Apollo"), demand("Build", "Apollo")), demands, 0, "Project", "Dune")


def test_typing_total_hours_clears_the_other_two_amounts() -> None:
    case = portfolio(project("Apollo"), demand("Build", "Apollo", hours_per_week=20.0))
    after = typed(case, demands, 0, "Total h", "60").demands[Id("Build")]
    assert (after.hours_per_week, after.total_hours, after.fte) == (None, 60.0, None)


def test_the_filter_wants_every_word_in_some_column() -> None:
    case = portfolio(resource("Ann", "Tester", team="Core"), resource("Bob", "Backend", team="Core"))
    found = matching(resources.rows(case, Standing()), resources.columns(case, FORMATS), "core TEST")
    assert [row.entity.name for row in found] == ["Ann"]


def test_rows_that_say_nothing_come_last_in_either_order() -> None:
    case = portfolio(resource("Ann", hours_per_week=20.0), resource("Bob"), resource("Cy", hours_per_week=30.0))
    hours = column_of(resources.columns(case, FORMATS), "Hours a week")
    rows = resources.rows(case, Standing())
    assert [row.entity.name for row in in_order(rows, hours, descending=False)] == ["Ann", "Cy", "Bob"]
    assert [row.entity.name for row in in_order(rows, hours, descending=True)] == ["Cy", "Ann", "Bob"]


def test_a_coverage_below_half_is_bad_and_below_the_whole_a_warning() -> None:
    assert [coverage_mark(Share(part, 100.0)) for part in (49.0, 80.0, 100.0)] == ["bad", "warning", ""]
