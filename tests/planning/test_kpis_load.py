"""Load against capacity, and what stands behind one cell."""

from builders import absence, allocation, booking, demand, firm, friday, plan, portfolio, project, resource, week

from data.entities import Id, ProjectStatus
from data.plan import ProjectPlan
from planner.insight.load import CellRow, cell, load_table


def case():
    return portfolio(
        resource("Ann", overtime=5.0),
        resource("Bob", hours_per_week=20.0),
        absence("Ann", week(2), friday(2)),
        absence("Bob", week(1), week(1), 50.0),
        project("Apollo", 1),
        project("Comet", 5),
        project("Stopped", status=ProjectStatus.ON_HOLD),
        demand("Build", "Apollo", last=2, hours_per_week=30.0),
        demand("Land", "Comet", last=2, hours_per_week=10.0),
        demand("Idle", "Stopped", last=2),
        firm("Build", "Ann", 1, 16.0),
        booking("Land", "Ann", 1, 4.0),
        booking("Idle", "Ann", 1, 8.0),
        weeks=2,
    )


PLAN = plan(allocation("Build", "Ann", 1, 30.0), allocation("Land", "Ann", 1, 10.0), allocation("Land", "Bob", 2, 10.0))


def test_hours_stand_against_capacity_and_overtime():
    table = load_table(case(), PLAN)
    assert table.capacity.tolist() == [[40.0, 0.0], [18.0, 20.0]]
    assert table.overtime.tolist() == [[5.0, 0.0], [0.0, 0.0]]
    assert table.hours.tolist() == [[40.0, 0.0], [0.0, 10.0]]


def test_absent_hours_are_what_absences_take():
    assert load_table(case(), PLAN).absent.tolist() == [[0.0, 40.0], [2.0, 0.0]]


def test_bookings_of_projects_on_hold_are_no_load():
    table = load_table(case(), PLAN)
    assert table.hard.tolist() == [[16.0, 0.0], [0.0, 0.0]]
    assert table.soft.tolist() == [[4.0, 0.0], [0.0, 0.0]]


def test_project_hours_and_what_projects_ask():
    table = load_table(case(), PLAN)
    assert table.project_hours.tolist() == [[30.0, 0.0], [10.0, 10.0], [0.0, 0.0]]
    assert table.project_asked.tolist() == [[30.0, 30.0], [10.0, 10.0], [0.0, 0.0]]
    assert table.project_of_resource.tolist() == [[30.0, 10.0, 0.0], [0.0, 10.0, 0.0]]


def test_what_a_project_asks_moves_with_its_delay():
    late = plan(projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=1),))
    assert load_table(case(), late).project_asked[0].tolist() == [0.0, 30.0]


def test_before_the_first_solve_there_is_capacity_and_demand():
    table = load_table(case(), None)
    assert table.hours.sum() == 0.0
    assert table.project_asked.sum() == 80.0


def test_a_cell_opens_to_its_demands_bookings_and_absences():
    opened = cell(case(), PLAN, Id("Ann"), week(1))
    assert opened.rows == (
        CellRow(Id("Build"), Id("Apollo"), 30.0, 16.0, 0.0),
        CellRow(Id("Land"), Id("Comet"), 10.0, 0.0, 4.0),
    )
    assert opened.absences == ()
    assert [away.first for away in cell(case(), PLAN, Id("Ann"), week(2)).absences] == [week(2)]


def test_a_cell_without_a_plan_opens_to_its_bookings():
    assert [row.hard for row in cell(case(), None, Id("Ann"), week(1)).rows] == [16.0, 0.0]
