"""A plan made by a policy: what it carries, what is written of it, what is read again, and what a check says of it."""

from dataclasses import replace

import openpyxl
import pytest
from builders import allocation, booking, demand, plan, policy, portfolio, project, resource

from data.entities import Id, Policy
from data.findings import Severity
from planner.actions import entities, policies
from planner.checking import check
from planner.exporting import export_plan, export_portfolio
from planner.hours.problem import build
from planner.importing import compare, load
from planner.importing.plan_reading import load_plan
from planner.insight.kpis import figures
from planner.insight.policy_terms import terms_by
from planner.plans import fingerprint, is_current, named
from planner.summary import summary
from planner.workspace import Workspace
from solver.solution import Solution, Status

HOUSE = policy("House", cost=50.0, fit=0.5, moved=2.0)


def case(*others, by=HOUSE):
    """Ann (level 4, 80 an hour) and Bob (level 2); Build asks 30 h a week of level 2, softly booked with Bob in week 1."""
    return portfolio(
        resource("Ann", level=4, cost_per_hour=80.0),
        resource("Bob", level=2),
        project("Apollo", 1),
        demand("Build", "Apollo", last=2, hours_per_week=30.0, min_level=2),
        booking("Build", "Bob", 1, 10.0),
        *([by] if by else []),
        *others,
        weeks=2,
    )


TERMS = (("Cost", -240.0), ("Fit", -60.0), ("Stability", -20.0))
"""Ann's 60 h: 4 points each for what she costs, two levels at half a point; 10 h moved away from Bob."""


def made(portfolio_=None, **fields):
    whole = portfolio_ or case()
    given = {"value": 896.0, "bound": 896.0, "objective": 576.0, "objective_bound": 700.0, "policy": "House", "terms": TERMS}
    prints = {"fingerprint": fingerprint(whole, HOUSE)}
    return plan(allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), **(given | prints | fields))


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "plan.xlsx"
    export_plan(case(), made(), path)
    return path


def summary_of(path):
    return {row[0]: row[1] for row in openpyxl.load_workbook(path)["Summary"].iter_rows(min_row=2, max_col=2, values_only=True)}


def spoiled(path, row_name, value):
    opened = openpyxl.load_workbook(path)
    (row,) = [row for row in opened["Summary"].iter_rows() if row[0].value == row_name]
    row[1].value = value
    opened.save(path)


def test_the_terms_of_a_plan_are_recomputed_from_its_allocations():
    assert terms_by(case(), made(), HOUSE) == TERMS


def test_a_plan_carries_the_policy_that_it_was_solved_by_and_its_terms():
    cells = build(case()).problem
    one = Solution(
        Status.FEASIBLE, *(cells.firm.demand[:0],) * 3, cells.firm.hours[:0], ~cells.optional, cells.max_delay * 0,
        0.0, 960.0, 1, 0.5, "highs", 1, terms=TERMS, objective_bound=900.0,
    )  # fmt: skip
    kept = named(build(case(), policy=HOUSE), case(), one, HOUSE)
    assert (kept.policy, kept.fingerprint, kept.terms) == ("House", fingerprint(case(), HOUSE), TERMS)
    assert (kept.value, kept.bound, kept.objective, kept.objective_bound) == (0.0, 960.0, sum(points for _, points in TERMS), 900.0)


def test_a_plan_without_a_policy_has_its_value_for_objective():
    cells = build(case()).problem
    one = Solution(
        Status.FEASIBLE, *(cells.firm.demand[:0],) * 3, cells.firm.hours[:0], ~cells.optional, cells.max_delay * 0,
        0.0, 960.0, 1, 0.5, "highs", 1,
    )  # fmt: skip
    kept = named(build(case()), case(), one)
    assert (kept.policy, kept.terms, kept.objective, kept.objective_bound) == ("", (), 0.0, 960.0)


def test_a_plan_is_out_of_date_when_its_policy_changes_and_not_when_another_does():
    kept = made()
    assert is_current(kept, case())
    assert is_current(kept, case(policy("Other", fit=3.0)))
    assert is_current(kept, case(by=replace(HOUSE, id=Id("another id"))))
    assert not is_current(kept, case(by=replace(HOUSE, cost=51.0)))
    assert not is_current(kept, case(by=None))


@pytest.mark.parametrize("change", [resource("Bob", level=2, cost_per_hour=1.0), booking("Build", "Bob", 1, 11.0)])
def test_rates_and_soft_bookings_decide_a_plan_only_where_the_policy_has_a_price_for_them(change):
    changed = case(change)
    assert fingerprint(changed) == fingerprint(case())
    assert fingerprint(changed, HOUSE) != fingerprint(case(), HOUSE)
    assert fingerprint(changed, policy("House", fit=1.0)) == fingerprint(case(), policy("House", fit=1.0))


def test_the_summary_sheet_shows_the_objective_and_each_term_apart(book):
    rows = summary_of(book)
    shown = ("Policy", "Objective", "Objective bound", "Cost (points)", "Fit (points)", "Stability (points)")
    assert [rows[name] for name in shown] == ["House", 576.0, 700.0, -240.0, -60.0, -20.0]


def test_without_a_policy_the_summary_sheet_has_no_such_rows(tmp_path):
    plain = plan(allocation("Build", "Ann", 1, 30.0))
    export_plan(case(), plain, tmp_path / "plain.xlsx")
    assert not {"Policy", "Objective", "Objective bound"} & summary_of(tmp_path / "plain.xlsx").keys()


def test_a_plan_workbook_gives_policy_terms_and_objective_back(book):
    own = load(book).portfolio
    assert own is not None
    told = load_plan(book, own).plan
    assert (told.policy, told.terms, told.objective, told.objective_bound) == ("House", TERMS, 576.0, 700.0)
    (kept,) = own.policies.values()
    assert replace(kept, id=HOUSE.id) == HOUSE


def test_a_policy_whose_name_reads_like_a_number_is_found_again(tmp_path):
    bond = replace(HOUSE, name="007")
    export_plan(case(by=bond), made(policy="007"), tmp_path / "plan.xlsx")
    assert check(case(by=bond), tmp_path / "plan.xlsx") == ()
    export_plan(case(by=bond), made(policy="007"), tmp_path / "plan")
    assert load_plan(tmp_path / "plan", case(by=bond)).plan.policy == "007"


def test_a_file_keeps_the_policy_and_the_plan_made_by_it(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(made())
    with Workspace.read(tmp_path / "case.plimsoll") as workspace:
        assert workspace.plan == made()
        assert workspace.portfolio.policies == {HOUSE.id: HOUSE}
    assert check(case(), tmp_path / "case.plimsoll") == ()


def test_a_true_plan_passes_against_its_own_book_and_against_an_input_without_the_policy(book):
    assert check(case(), book) == ()
    assert check(case(by=None), book) == ()


@pytest.mark.parametrize(
    ("row", "value", "said"),
    [
        ("Cost (points)", -200.0, "Cost is -200 points; the allocations come to -240"),
        ("Fit (points)", None, "Fit is 0 points; the allocations come to -60"),
        ("Stability (points)", -10.0, "Stability is -10 points, and against soft bookings alone it comes to -20"),
        ("Objective", 600.0, "Objective is 600; value and terms come to 576"),
        ("Objective bound", 500.0, "Objective bound is 500; the plan itself comes to 576, so no such bound was proved"),
    ],
)
def test_a_false_term_or_objective_is_found_at_its_cell(book, row, value, said):
    spoiled(book, row, value)
    found = [str(finding) for finding in check(case(), book)]
    assert any(line.startswith("Summary!B") and said in line for line in found), found


def test_a_term_that_is_not_written_is_missed(tmp_path):
    export_plan(case(), made(terms=TERMS[1:], objective=816.0), tmp_path / "plan.xlsx")
    found = " ".join(map(str, check(case(), tmp_path / "plan.xlsx")))
    assert "Cost of the policy is missing; the allocations come to -240 points" in found
    assert "Objective is 816; value and terms come to 576" in found


def test_a_term_that_the_policy_does_not_set_is_found(tmp_path):
    export_plan(case(), made(terms=(*TERMS, ("Continuity", -5.0)), objective=571.0), tmp_path / "plan.xlsx")
    assert "Continuity is no term of the policy" in " ".join(map(str, check(case(), tmp_path / "plan.xlsx")))


@pytest.mark.parametrize("terms", [(*TERMS[:2], ("Stability", -50.0)), TERMS[:2]])
def test_what_a_plan_of_record_makes_of_stability_is_a_warning(tmp_path, terms):
    export_plan(case(), made(terms=terms, objective=896.0 + sum(points for _, points in terms)), tmp_path / "plan.xlsx")
    (found,) = check(case(), tmp_path / "plan.xlsx")
    assert "that is right only for a plan made by plimsoll replan" in str(found)
    assert found.severity is Severity.WARNING


def test_what_changes_cost_without_a_policy_is_rechecked_as_a_sum(tmp_path):
    export_plan(case(), made(policy="", terms=(("Stability", -50.0),), objective_bound=900.0, objective=846.0), tmp_path / "plan.xlsx")
    assert check(case(), tmp_path / "plan.xlsx") == ()
    export_plan(case(), made(policy="", terms=(("Stability", -50.0),), objective_bound=900.0, objective=896.0), tmp_path / "false.xlsx")
    assert "Objective is 896; value and terms come to 846" in " ".join(map(str, check(case(), tmp_path / "false.xlsx")))
    assert "With what changes cost the plan comes to 846 points" in summary(
        case(), made(policy="", terms=(("Stability", -50.0),), objective_bound=900.0, objective=846.0)
    )


def test_a_policy_that_is_no_longer_kept_leaves_its_terms_unchecked_and_says_so(tmp_path):
    export_plan(case(by=None), made(), tmp_path / "plan.xlsx")
    (found,) = check(case(by=None), tmp_path / "plan.xlsx")
    assert "the policy “House” is not kept with it, so its terms were not rechecked" in str(found)


def test_a_policy_that_says_something_else_in_the_input_is_told(book):
    found = check(case(by=replace(HOUSE, cost=51.0)), book)
    assert "its policy “House” differs from the INPUT's" in " ".join(map(str, found))


def test_the_words_name_the_policy_its_objective_and_each_term():
    said = summary(case(), made())
    assert "By the policy “House” the plan comes to 576 points, and no plan can come to more than 700." in said
    assert "Of that: value 896, cost -240, fit -60, stability -20." in said


def test_a_policy_without_terms_says_so():
    quiet = made(case(by=policy("House")), policy="House", terms=(), objective=896.0, objective_bound=896.0)
    assert "The policy “House” asks for nothing that this portfolio could weigh." in summary(case(by=policy("House")), quiet)


def test_what_the_people_cost_how_they_fit_and_change_hands():
    shared = plan(allocation("Build", "Ann", 1, 10.0), allocation("Build", "Bob", 2, 30.0))
    found = figures(case(), shared)
    assert (found.plan_cost, found.skill_fit, found.hand_overs) == (800.0, 0.5, 1)
    assert "People used: cost 800, 0.5 levels above the one asked on average, 1 hand-over." in summary(case(), shared)


def test_a_named_resource_without_the_role_is_left_out_of_the_skill_fit():
    odd = portfolio(resource("Cleo", "Tester"), project("Apollo"), demand("Build", "Apollo", resource_id="Cleo"))
    assert figures(odd, plan(allocation("Build", "Cleo", 1, 5.0))).skill_fit is None


def test_a_policy_is_added_changed_doubled_and_removed_by_edits():
    whole = portfolio()
    whole = policies.added(HOUSE).applied_to(whole)
    changed = policies.changed(whole, replace(HOUSE, cost=7.00001))
    assert (changed.label, changed.applied_to(whole).policies[HOUSE.id].cost) == ("Change policy House", 7.0)
    doubled = policies.duplicated(whole, HOUSE.id).applied_to(whole)
    doubled = policies.duplicated(doubled, HOUSE.id).applied_to(doubled)
    assert {each.name for each in doubled.policies.values()} == {"House", "House 2", "House 3"}
    assert {each.cost for each in doubled.policies.values()} == {50.0}
    edit = policies.removed(whole, HOUSE.id)
    assert edit.applied_to(whole).policies == {}
    assert edit.inverse().applied_to(edit.applied_to(whole)) == whole


def test_two_policies_of_one_name_or_with_a_price_below_0_are_refused(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", portfolio(HOUSE)) as workspace:
        for wrong in (replace(HOUSE, id=Id("2")), Policy(Id("2"), "Other", moved=-1.0)):
            with pytest.raises(Exception, match=r"stands twice among the policies|is -1"):
                workspace.apply(entities.added(wrong, "Add"))


def test_a_workbook_without_policies_leaves_those_of_the_portfolio_alone(tmp_path):
    export_portfolio(case(by=None), tmp_path / "case.xlsx")
    assert "Policies" not in openpyxl.load_workbook(tmp_path / "case.xlsx").sheetnames
    imported = load(tmp_path / "case.xlsx").portfolio
    assert imported is not None
    assert compare(case(), imported).changes == ()


def test_a_workbook_with_policies_says_all_of_them(tmp_path):
    export_portfolio(case(policy("Other", strict=True)), tmp_path / "case.xlsx")
    imported = load(tmp_path / "case.xlsx").portfolio
    assert imported is not None
    after = compare(case(policy("Third")), imported).applied_to(case(policy("Third")))
    assert {each.name: each.strict for each in after.policies.values()} == {"House": False, "Other": True}


def test_a_price_below_0_on_the_sheet_is_told_at_its_cell(tmp_path):
    export_portfolio(case(), tmp_path / "case.xlsx")
    opened = openpyxl.load_workbook(tmp_path / "case.xlsx")
    opened["Policies"]["C2"].value = -3
    opened.save(tmp_path / "case.xlsx")
    assert "Policies!C2: Cost is -3; type 0 or more" in map(str, load(tmp_path / "case.xlsx").findings)
