"""Blocks of cells as spreadsheets copy them, and what of them becomes an edit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from data.entities import Id
from data.portfolio import Portfolio
from tests.builders import demand, friday, portfolio, project, resource, week
from ui.presenters import demands, projects, resources
from ui.presenters.blocks import as_html, formats_of_block, read_block, tabbed
from ui.presenters.cell_edits import Put, RefusedCellsError, Target, edit_of_cells, edit_of_paste, filled_down, laid
from ui.presenters.formats import Formats
from ui.presenters.tables import Standing, TableDescription

GERMAN = Formats(decimal_point=",", group_separator=".", date_order="dmy", separator=".")
TEAM = portfolio(resource("Ann"), resource("Bob"), resource("Cleo"))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc\td", (("a", "b"), ("c", "d"))),
        ("alone\n", (("alone",),)),
        ('"two\r\nlines"\tx\n', (("two\nlines", "x"),)),
        ('"She said ""no"""\t2\n', (('She said "no"', "2"),)),
        ('"Big" project\t3\n', (('"Big" project', "3"),)),
        ("\t\n\tb\n", (("", ""), ("", "b"))),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
    ],
)
def test_a_block_is_read_as_spreadsheets_copy_it(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(text) == cells


def test_what_is_copied_is_read_again_as_it_was() -> None:
    block = (("plain", "two\nlines"), ("a\ttab", '"quoted"'), ("", "x"))
    assert read_block(tabbed(block)) == block


def test_a_table_for_mails_escapes_what_would_be_marks() -> None:
    html = as_html([["R&D", "<3"]], [False, True], ["Team", "Hours"])
    assert '<th align="left">Team</th>' in html
    assert '<td>R&amp;D</td><td align="right">&lt;3</td>' in html


@pytest.mark.parametrize(
    ("texts", "point"), [(["7,5", "1.200"], ","), (["1.234,56"], ","), (["1,500"], "."), (["7.5", "7,5"], "."), (["Ann", "2"], ".")]
)
def test_a_block_written_with_the_other_decimal_sign_proves_it_by_its_own_cells(texts: list[str], point: str) -> None:
    assert formats_of_block(texts, Formats()).decimal_point == point


def test_one_day_beyond_twelve_tells_the_order_of_all_dates() -> None:
    assert formats_of_block(["1/2/2027", "13/2/2027"], Formats(date_order="mdy", separator="/")).date_order == "dmy"


def test_dates_that_prove_nothing_are_read_as_the_language_writes_them() -> None:
    assert formats_of_block(["1/2/2027", "3/4/2027"], GERMAN).date_order == "dmy"


def pasted(about: TableDescription, case: Portfolio, text: str, key: str, row: int = 0, **span: int) -> Portfolio:  # type: ignore[type-arg]
    """The portfolio after a block is pasted from a cell on."""
    formats = span.pop("formats", Formats())
    columns, rows = about.columns(case, formats), about.rows(case, Standing())
    keys = [column.key for column in columns]
    paste = laid(read_block(text), Target(keys[keys.index(key) :], row, **span), columns, rows, about.headings(columns), formats)
    edit = edit_of_paste(about, about.columns(case, paste.formats), {each.id: each for each in rows}, paste, case)
    return edit.applied_to(case)


def levels(case: Portfolio) -> list[int]:
    return [each.level for each in case.resources.values()]


def test_a_block_goes_into_the_cells_from_the_chosen_one_on() -> None:
    after = pasted(resources.TABLE, TEAM, "Tester\t5\nAnalyst\t1\n", "role", 1)
    assert [(each.role, each.level) for each in after.resources.values()] == [("Backend", 3), ("Tester", 5), ("Analyst", 1)]


def test_one_cell_fills_the_whole_span() -> None:
    assert levels(pasted(resources.TABLE, TEAM, "4\n", "level", 0, height=3)) == [4, 4, 4]


def test_a_block_that_does_not_fit_the_span_is_pasted_once() -> None:
    assert levels(pasted(resources.TABLE, TEAM, "4\n5\n", "level", 0, height=3)) == [4, 5, 3]


def test_decimal_commas_and_thousands_are_read_by_language() -> None:
    case = portfolio(project("Apollo"), project("Comet"))
    after = pasted(projects.TABLE, case, "1.500,5\n2.000\n", "value", formats=GERMAN)
    assert [each.value for each in after.projects.values()] == [1500.5, 2000.0]


def test_a_block_of_another_language_is_read_as_its_own_cells_prove() -> None:
    case = portfolio(project("Apollo"), project("Comet"))
    after = pasted(projects.TABLE, case, "7,25\n2.000\n", "value")
    assert [each.value for each in after.projects.values()] == [7.25, 2000.0]


def test_headings_in_the_first_line_put_columns_where_they_belong() -> None:
    after = pasted(resources.TABLE, TEAM, "Team\tlevel\nCore\t5\nBase\t4\n", "name")
    assert [(each.team, each.level) for each in after.resources.values()][:2] == [("Core", 5), ("Base", 4)]


def test_headings_of_the_workbook_are_known_too() -> None:
    after = pasted(resources.TABLE, TEAM, "Resource\tHours per week\nAnn\t32\n", "level")
    assert [each.hours_per_week for each in after.resources.values()] == [32.0, None, None]


def test_a_refusal_names_row_and_column_and_nothing_is_applied() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        pasted(resources.TABLE, TEAM, "5\n9\nhigh\n", "level")
    assert str(refused.value) == (
        "Paste 3 cells into resources: nothing was changed. Bob, Level: “9” does not fit; type a whole number from 1 to 5. "
        "Cleo, Level: “high” does not fit; type a whole number from 1 to 5"
    )


def test_rows_beyond_the_last_become_new_ones() -> None:
    after = pasted(resources.TABLE, TEAM, "Cleo\tTester\nDora\tAnalyst\n", "name", 2)
    assert sorted((each.name, each.role) for each in after.resources.values())[2:] == [("Cleo", "Tester"), ("Dora", "Analyst")]


def test_a_new_row_without_what_it_needs_is_refused_by_name() -> None:
    with pytest.raises(RefusedCellsError, match=r"New row 1 \(Dora\), Role: is missing; a new resource needs it"):
        pasted(resources.TABLE, TEAM, "Cleo\nDora\n", "name", 2)


def test_new_demands_without_a_name_take_free_ones() -> None:
    case = portfolio(project("Apollo"), resource("Ann"))
    lines = (
        f"Project\tRole\tStart\tFinish\tTotal h\nApollo\tBackend\t{week(1)}\t{friday(2)}\t60\nApollo\tBackend\t{week(3)}\t{friday(4)}\t80\n"
    )
    after = pasted(demands.TABLE, case, lines, "name")
    assert [(each.name, each.total_hours, each.hours_per_week) for each in after.demands.values()] == [
        ("D1", 60.0, None),
        ("D2", 80.0, None),
    ]


def test_a_row_copied_with_its_empty_amounts_keeps_the_one_it_has() -> None:
    case = portfolio(project("Apollo"), demand("Build", "Apollo", hours_per_week=20.0))
    after = pasted(demands.TABLE, case, "30\t\t\n", "hours_per_week")
    assert after.demands[Id("Build")].hours_per_week == 30.0


def test_what_is_worked_out_is_left_as_it_is() -> None:
    case = portfolio(project("Apollo"), demand("Build", "Apollo", hours_per_week=20.0))
    columns = projects.columns(case, Formats())
    keys = [column.key for column in columns]
    paste = laid((("2", "99 %"),), Target(["priority", "coverage"], 0), columns, projects.rows(case, Standing()), {}, Formats())
    assert (paste.puts, paste.left_out) == ((Put(Id("Apollo"), "priority", "2"),), ("Coverage",))
    assert "coverage" in keys


def test_a_block_of_nothing_but_what_is_worked_out_is_refused() -> None:
    case = portfolio(project("Apollo"))
    with pytest.raises(RefusedCellsError, match="Coverage is worked out, not typed; paste into another column"):
        laid((("99 %",),), Target(["coverage"], 0), projects.columns(case, Formats()), projects.rows(case, Standing()), {}, Formats())


def test_a_block_wider_than_what_is_left_of_the_table_is_refused() -> None:
    with pytest.raises(RefusedCellsError, match="The block is 2 columns wide, but only 1 are left from here on"):
        pasted(resources.TABLE, TEAM, "80\t90\n", resources.TABLE.columns(TEAM, Formats())[-1].key)


def test_a_blank_cell_clears_what_may_be_empty_and_is_refused_elsewhere() -> None:
    case = portfolio(resource("Ann", hours_per_week=30.0))
    assert pasted(resources.TABLE, case, "\n", "hours_per_week").resources[Id("Ann")].hours_per_week is None
    with pytest.raises(RefusedCellsError, match="Ann, Role: This cannot be empty"):
        pasted(resources.TABLE, case, "\n", "role")


def put(case: Portfolio, puts: Sequence[Put]) -> Portfolio:
    rows = resources.rows(case, Standing())
    edit = edit_of_cells(resources.columns(case, Formats()), {row.id: row for row in rows}, puts, case, "Change")
    return edit.applied_to(case)


def test_several_cells_of_one_row_change_in_one_go() -> None:
    after = put(TEAM, [Put(Id("Ann"), "role", "Tester"), Put(Id("Ann"), "level", "5"), Put(Id("Bob"), "team", "Core")])
    assert [(each.role, each.level, each.team) for each in after.resources.values()][:2] == [("Tester", 5, ""), ("Backend", 3, "Core")]


def test_filling_down_takes_the_first_cell_of_each_column() -> None:
    case = portfolio(resource("Ann", "Tester", 5), resource("Bob"), resource("Cleo"))
    rows = resources.rows(case, Standing())
    after = put(
        case, filled_down(resources.columns(case, Formats()), rows, {"role": [0, 1, 2], "level": [0, 1, 2], "utilisation": [0, 1, 2]})
    )
    assert [(each.role, each.level) for each in after.resources.values()] == [("Tester", 5)] * 3


def test_filling_a_single_cell_takes_what_stands_above_it() -> None:
    case = portfolio(resource("Ann", "Tester"), resource("Bob"))
    columns, rows = resources.columns(case, Formats()), resources.rows(case, Standing())
    assert filled_down(columns, rows, {"role": [1]}) == [Put(Id("Bob"), "role", "Tester")]
    assert filled_down(columns, rows, {"role": [0]}) == []
