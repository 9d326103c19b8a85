"""A solve as seen from a terminal, and Ctrl-C."""

import io
import os
import signal

import pytest

from data.entities import Id, Policy
from planner.commands.progress import Watch, curve_line, keeping_the_best, line, line_by, strict_line
from solver.control import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def at(seconds, value=90.0, bound=100.0, phase="improve"):
    return Progress(phase, value, bound, 5, seconds)


def test_a_line_tells_phase_value_bound_gap_and_seconds():
    assert line(at(12.3, 9_000.0, 10_000.0)) == "improve: value 9,000, bound 10,000, gap 10.00%, 12 s"


def test_a_line_has_dashes_before_anything_is_known():
    assert line(at(0.0, None, None, "relax")) == "relax: value -, bound -, gap -, 0 s"


def test_points_of_strict_priorities_are_left_out():
    assert strict_line(at(12.3, 9e15, 1e16)) == "improve: strict priorities, gap 10.00%, 12 s"


def test_only_a_policy_with_strict_priorities_is_told_of_so():
    plain, strict = Policy(Id("plain"), "Plain", overtime=2.0), Policy(Id("strict"), "Strict", strict=True)
    assert [line_by(policy) for policy in (None, plain, strict)] == [line, line, strict_line]


def test_many_points_are_no_strict_priorities():
    assert line(at(12.3, 9e9, 1e10)) == "improve: value 9,000,000,000, bound 10,000,000,000, gap 10.00%, 12 s"


def test_a_curve_tells_how_many_plans_it_has_and_no_figure_of_one_of_them():
    said = io.StringIO()
    Watch(said, curve_line).report(Progress("Solved 2", 90.0, 100.0, 2, 40.0), None)
    Watch(said, curve_line).report(Progress("Solved 1", None, None, 1, 41.0), None)
    assert said.getvalue() == "Curve: 2 plans found, 40 s\nCurve: 1 plan found, 41 s\n"


def test_on_a_terminal_one_line_is_kept_up_to_date():
    terminal = Terminal()
    watch = Watch(terminal)
    watch.report(at(1.0), None)
    watch.close()
    assert terminal.getvalue() == "\rimprove: value 90, bound 100, gap 10.00%, 1 s\n"


def test_in_a_log_lines_are_sparse():
    log = io.StringIO()
    watch = Watch(log)
    for second in range(20):
        watch.report(at(float(second)), None)
    watch.close()
    assert log.getvalue() == "improve: value 90, bound 100, gap 10.00%, 0 s\n"


def test_the_first_ctrl_c_asks_for_the_best_plan_and_the_second_ends():
    watch = Watch(io.StringIO())
    with keeping_the_best(watch):
        assert not watch.should_stop()
        os.kill(os.getpid(), signal.SIGINT)
        assert watch.should_stop()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_handlers_are_given_back():
    before = signal.getsignal(signal.SIGINT)
    with keeping_the_best(Watch(io.StringIO())):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
