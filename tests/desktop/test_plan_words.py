"""Heat map, drill-down and load strip as values."""

from __future__ import annotations

from data.entities import Id, ProjectStatus
from planner.charts.ranking import ranked as ranked_in_charts
from tests.builders import absence, allocation, booking, demand, firm, friday, plan, portfolio, project, resource, week
from ui.presenters import projects
from ui.presenters.block import Block
from ui.presenters.cell import Line, story
from ui.presenters.formats import Formats
from ui.presenters.grid_choices import Order, Show, arranged, table
from ui.presenters.load_grid import BANDS, Grouping, Measure, bands, figures, grid
from ui.presenters.load_profile import load_profile
from ui.presenters.ranking import ranked
from ui.presenters.situation import Situation, explained, situation
from ui.tokens import Band

FORMATS = Formats()


def loaded(*hours: float) -> Situation:
    """Ann at 40 h a week, with these hours in weeks 1, 2, ..."""
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", hours_per_week=80.0), weeks=4)
    given = [allocation("Build", "Ann", number, value) for number, value in enumerate(hours, 1) if value]
    return situation(case, plan(*given))


def first_cell(of: Situation, grouping: Grouping = Grouping.RESOURCES) -> Block:
    """The first row in week 1."""
    return Block(grid(of, grouping).rows[:1], range(1))


def band_names(of: Situation) -> list[Band]:
    return [BANDS[number] for number in bands(grid(of, Grouping.RESOURCES))[0].tolist()]


def test_cells_take_their_band_from_utilisation() -> None:
    assert band_names(loaded(0.0, 20.0, 40.0, 44.0)) == [Band.NONE, Band.LOW, Band.RIGHT, Band.OVER]


def test_more_than_a_tenth_above_capacity_is_beyond() -> None:
    assert band_names(loaded(44.5))[0] is Band.BEYOND


def test_a_cent_of_rounding_is_no_overload() -> None:
    assert band_names(loaded(40.01))[0] is Band.RIGHT


def test_a_week_without_capacity_is_away() -> None:
    case = portfolio(resource("Ann"), absence("Ann", week(1), friday(1)), weeks=2)
    assert band_names(situation(case, None)) == [Band.AWAY, Band.NONE]


def test_hours_in_a_week_without_capacity_are_beyond() -> None:
    case = portfolio(
        resource("Ann"), absence("Ann", week(1), friday(1)), project("Apollo"), demand("Build", "Apollo"), firm("Build", "Ann", 1, 8.0)
    )
    assert band_names(situation(case, None))[0] is Band.BEYOND


def test_a_cell_prints_percent_or_hours_and_nothing_where_it_is_free() -> None:
    shown = grid(loaded(20.0, 0.0), Grouping.RESOURCES)
    assert figures(shown, Measure.PERCENT)[0].tolist() == [50, -1, -1, -1]
    assert figures(shown, Measure.HOURS)[0].tolist() == [20, -1, -1, -1]


def test_before_a_plan_the_heat_map_shows_bookings() -> None:
    case = portfolio(
        resource("Ann"), project("Apollo"), demand("Build", "Apollo"), firm("Build", "Ann", 1, 16.0), booking("Build", "Ann", 2, 8.0)
    )
    shown = grid(situation(case, None), Grouping.RESOURCES)
    assert shown.load[0, :3].tolist() == [16.0, 8.0, 0.0]
    assert (shown.hard[0, :3].tolist(), shown.soft[0, :3].tolist()) == ([True, False, False], [False, True, False])


def test_a_role_adds_up_its_resources() -> None:
    case = portfolio(resource("Ann", "Backend"), resource("Bob", "Backend"), resource("Cleo", "Tester"), weeks=1)
    shown = grid(situation(case, None), Grouping.ROLES)
    assert [(row.name, row.note) for row in shown.rows] == [("Backend", "2 resources"), ("Tester", "1 resource")]
    assert shown.capacity[:, 0].tolist() == [80.0, 40.0]


def test_resources_without_a_team_share_a_row() -> None:
    case = portfolio(resource("Ann", team="Core"), resource("Bob"), weeks=1)
    assert [row.name for row in grid(situation(case, None), Grouping.TEAMS).rows] == ["Core", "No team"]


def test_the_drill_down_says_who_works_on_what_and_how_firmly() -> None:
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", hours_per_week=40.0), firm("Build", "Ann", 1, 16.0))
    of = situation(case, plan(allocation("Build", "Ann", 1, 30.0)))
    found = story(of, first_cell(of), FORMATS)
    assert found.lines == (
        Line(Id("Build"), Id("Ann"), "Apollo", "Build · Backend", "", "30 h", "16 h of it hard", "holds Backend 3 · priority 3"),
    )
    assert (found.title, found.week, found.load, found.capacity) == ("Ann", "W1 · 4 Jan", "30 h", "40 h")


def test_the_drill_down_names_what_is_free() -> None:
    of = loaded(30.0)
    assert story(of, first_cell(of), FORMATS).verdict == "75 %, 10 h free"


def test_the_drill_down_marks_overload_without_colour() -> None:
    of = loaded(50.0)
    assert story(of, first_cell(of), FORMATS).verdict == "▲▲ 125 %, 10 h over"


def test_the_drill_down_tells_of_absences() -> None:
    case = portfolio(resource("Ann"), absence("Ann", week(1), friday(1), 50.0, reason="Course"))
    of = situation(case, None)
    assert story(of, first_cell(of), FORMATS).away == ("Ann away 4 Jan to 8 Jan, 50 % of the day (Course)",)


def test_the_drill_down_of_a_role_names_the_people() -> None:
    case = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo", hours_per_week=60.0))
    of = situation(case, plan(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Bob", 1, 30.0)))
    found = story(of, first_cell(of, Grouping.ROLES), FORMATS)
    assert [(line.who, line.hours) for line in found.lines] == [("Bob", "30 h"), ("Ann", "20 h")]


def test_the_strip_stacks_projects_by_rank_and_shows_what_is_over() -> None:
    case = portfolio(
        resource("Ann"),
        project("Comet", 5),
        project("Apollo", 1),
        demand("Study", "Comet", hours_per_week=30.0),
        demand("Build", "Apollo", hours_per_week=30.0),
        weeks=1,
    )
    of = situation(case, plan(allocation("Build", "Ann", 1, 30.0), allocation("Study", "Ann", 1, 20.0)))
    profile = load_profile(of, grid(of, Grouping.RESOURCES).rows[0])
    assert [(part.name, part.hours) for part in profile.parts] == [("Apollo", (30.0,)), ("Comet", (20.0,))]
    assert (profile.capacity, profile.over) == ((40.0,), (10.0,))


def test_a_project_on_hold_has_no_coverage_to_show() -> None:
    case = portfolio(resource("Ann"), project("Apollo", status=ProjectStatus.ON_HOLD), demand("Build", "Apollo"))
    assert situation(case, plan()).standing.projects == {}


def test_before_a_plan_hours_asked_are_known_and_coverage_is_not() -> None:
    case = portfolio(project("Apollo"), demand("Build", "Apollo", first=1, last=1, hours_per_week=50.0), weeks=2)
    standing = situation(case, None).standing
    (row,) = projects.rows(case, standing)
    assert (row.asked, row.coverage) == (50.0, None)
    assert standing.demands[Id("Build")].whole == 50.0


def test_projects_rank_as_in_every_chart() -> None:
    case = portfolio(project("Comet", 1), project("Apollo", 1), project("Borealis", 2, must_do=True), project("Dune", 2))
    assert ranked(case) == ranked_in_charts(case) == (Id("Apollo"), Id("Comet"), Id("Borealis"), Id("Dune"))


def two_projects() -> Situation:
    """Apollo asks for 40 h a week and gets 30 and nothing, Comet asks for 10 h in week 1 and gets them."""
    case = portfolio(
        resource("Ann", team="Core"),
        resource("Bob", "Tester", other_roles=(("Analyst", 2),)),
        project("Comet", 5, programme="Sky"),
        project("Apollo", 1),
        demand("Build", "Apollo", last=2, hours_per_week=40.0),
        demand("Study", "Comet", "Tester", last=1, hours_per_week=10.0),
        weeks=3,
    )
    return situation(case, plan(allocation("Build", "Ann", 1, 30.0), allocation("Study", "Bob", 1, 10.0)))


def test_rows_of_projects_show_hours_given_of_those_asked() -> None:
    shown = grid(two_projects(), Grouping.PROJECTS)
    assert [(row.name, row.note) for row in shown.rows] == [("Apollo", "priority 1"), ("Comet", "priority 5")]
    assert shown.load.tolist() == [[30.0, 0.0, 0.0], [10.0, 0.0, 0.0]]
    assert shown.capacity.tolist() == [[40.0, 40.0, 0.0], [10.0, 0.0, 0.0]]
    assert figures(shown, Measure.PERCENT).tolist() == [[75, 0, -1], [100, -1, -1]]


def test_the_drill_down_of_a_project_says_what_it_lacks_and_why() -> None:
    of = explained(two_projects())
    found = story(of, first_cell(of, Grouping.PROJECTS), FORMATS)
    assert found.verdict == "75 % met, 10 h short"
    assert [(line.title, line.hours) for line in found.lines] == [("Ann", "30 h")]
    assert found.shortage.startswith("Build: ")
    assert found.formula == "Coverage: hours given ÷ hours asked"


def test_the_drill_down_of_a_block_adds_up_its_weeks_and_rows() -> None:
    of = two_projects()
    found = story(of, Block(grid(of, Grouping.RESOURCES).rows, range(2)), FORMATS)
    assert (found.title, found.week) == ("Ann to Bob, 2 rows", "W1 · 4 Jan to W2 · 11 Jan, 2 weeks")
    assert (found.load, found.capacity, found.verdict) == ("40 h", "160 h", "25 %, 120 h free")
    assert [(line.who, line.title, line.hours) for line in found.lines] == [("Ann", "Apollo", "30 h"), ("Bob", "Comet", "10 h")]


def names(
    of: Situation, words: str = "", show: Show = Show.ALL, order: Order = Order.USUAL, rows: Grouping = Grouping.RESOURCES
) -> list[str]:
    return [row.name for row in arranged(grid(of, rows), words, show, order).rows]


def test_rows_are_found_by_name_role_and_team() -> None:
    of = two_projects()
    assert names(of, "an") == ["Ann", "Bob"]
    assert names(of, "ann") == ["Ann"]
    assert names(of, "core backend") == ["Ann"]
    assert names(of, "analyst") == ["Bob"]
    assert names(of, "sky", rows=Grouping.PROJECTS) == ["Comet"]
    assert names(of, "nobody") == []


def test_rows_can_be_those_that_need_attention() -> None:
    case = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo", hours_per_week=90.0), weeks=2)
    given = [allocation("Build", "Ann", 1, 50.0), allocation("Build", "Ann", 2, 40.0), allocation("Build", "Bob", 1, 40.0)]
    of = situation(case, plan(*given))
    assert names(of, show=Show.OVER) == ["Ann"]
    assert names(of, show=Show.UNDER) == ["Bob"]
    assert names(of, order=Order.LEAST) == ["Bob", "Ann"]
    assert names(of, order=Order.MOST) == ["Ann", "Bob"]


def test_projects_below_what_they_ask_are_short() -> None:
    assert names(two_projects(), show=Show.UNDER, rows=Grouping.PROJECTS) == ["Apollo"]


def test_a_block_is_copied_as_a_spreadsheet_pastes_it() -> None:
    shown = grid(two_projects(), Grouping.RESOURCES)
    assert table(shown, range(2), range(2), Measure.HOURS, FORMATS) == "\t2027-01-04\t2027-01-11\nAnn\t30\t0\nBob\t10\t0"
    assert table(shown, range(1), range(1), Measure.PERCENT, FORMATS) == "\t2027-01-04\nAnn\t75 %"


def test_the_strip_under_a_project_stacks_roles_under_what_is_asked() -> None:
    of = two_projects()
    profile = load_profile(of, grid(of, Grouping.PROJECTS).rows[0])
    assert [(part.name, part.hours) for part in profile.parts] == [("Backend", (30.0, 0.0, 0.0))]
    assert profile.capacity == (40.0, 40.0, 0.0)


def test_a_booking_made_since_lies_over_the_plan() -> None:
    case = portfolio(
        resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo", hours_per_week=30.0), firm("Build", "Bob", 1, 12.0)
    )
    of = situation(case, plan(allocation("Build", "Ann", 1, 30.0)))
    assert grid(of, Grouping.RESOURCES).load[:, 0].tolist() == [18.0, 12.0]
