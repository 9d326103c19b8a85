"""Dependencies that no delays can satisfy: found, and told as a smallest set."""

from itertools import product

from builders import dependency, friday, portfolio, project, week
from hypothesis import given as drawn
from hypothesis import strategies as st

from data.entities import Id
from planner.hours.conflicts import Window, conflicts
from planner.hours.dependencies import Link, links


def link(before, after, needed):
    return Link(dependency(before, after), needed)


def chains(given, **windows):
    """Each conflict as its projects and the delay that the last would need; windows are (least, most) by project."""
    its = {Id(name): Window(*window) for name, window in windows.items()}
    return [("".join(found.projects), found.weeks) for found in conflicts(given, its)]


def test_a_delay_within_its_window_satisfies_a_dependency():
    assert chains([link("A", "B", 3)], A=(0, 0), B=(0, 3)) == []


def test_a_dependency_beyond_the_window_is_a_conflict():
    assert chains([link("A", "B", 4)], A=(0, 9), B=(0, 3)) == [("AB", 4)]


def test_windows_that_do_alone_may_not_do_in_a_chain():
    assert chains([link("A", "B", 2), link("B", "C", 2)], A=(0, 0), B=(0, 2), C=(0, 3)) == [("ABC", 4)]


def test_slack_in_a_chain_helps():
    assert chains([link("A", "B", 4), link("B", "C", -2)], A=(0, 0), B=(0, 4), C=(0, 2)) == []


def test_a_project_that_must_be_delayed_takes_its_successors_with_it():
    assert chains([link("A", "B", 0)], A=(2, 5), B=(0, 1)) == [("AB", 2)]


def test_the_shortest_chain_is_told_and_the_rest_is_looked_at_without_it():
    given = [link("A", "B", 1), link("B", "C", 1), link("A", "C", 2), link("A", "D", 5)]
    assert chains(given, A=(0, 0), B=(0, 9), C=(0, 1), D=(0, 0)) == [("AD", 5), ("AC", 2), ("ABC", 2)]


def test_projects_without_a_window_do_not_count():
    assert chains([link("A", "B", 4), link("B", "C", 4)], A=(0, 0), C=(0, 0)) == []


def test_links_tell_the_weeks_needed_by_the_names_of_the_projects():
    projects = (
        project("Zeus", start=week(1), finish=friday(2)),
        project("Apollo", start=week(1), finish=friday(4)),
        project("Comet", start=week(3), finish=friday(4)),
        project("Undated"),
    )
    given = portfolio(*projects, dependency("Zeus", "Comet"), dependency("Apollo", "Comet"), dependency("Apollo", "Undated"))
    found = [(each.dependency.predecessor_id, each.needed) for each in links(given, given.projects)]
    assert found == [("Apollo", 2), ("Zeus", 0)]
    assert links(given, ["Apollo", "Zeus"]) == ()


SMALL = st.integers(-2, 3)
WINDOWS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)).map(lambda ends: Window(ends[0], sum(ends))), min_size=4, max_size=4)


@drawn(needed=st.dictionaries(st.sampled_from(["AB", "AC", "AD", "BC", "BD", "CD"]), SMALL, max_size=6), windows=WINDOWS)
def test_a_conflict_is_found_exactly_where_no_delays_exist_and_none_of_it_is_idle(needed, windows):
    its = dict(zip(map(Id, "ABCD"), windows, strict=True))
    given = [link(*pair, weeks) for pair, weeks in needed.items()]

    def possible(among):
        for delays in product(*(range(window.least, window.most + 1) for window in windows)):
            by = dict(zip("ABCD", delays, strict=True))
            if all(by[each.dependency.successor_id] - by[each.dependency.predecessor_id] >= each.needed for each in among):
                return True
        return False

    found = conflicts(given, its)
    assert (found == ()) is possible(given)
    for conflict in found:
        assert not possible(conflict.links)
        assert all(possible([each for each in conflict.links if each is not idle]) for idle in conflict.links)
