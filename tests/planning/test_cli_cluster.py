"""`plimsoll solve --cluster`: a cluster that searches, one that does not answer, and a fault in the optimiser's own process."""

import json
import socket
from dataclasses import replace

import distributed
import numpy as np
import pytest
from builders import demand, portfolio, project, resource

from planner.cli import main
from planner.exporting import export_portfolio
from solver.apart import solve_apart
from solver.errors import ChildBugError


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "case.xlsx"
    two = (demand("Build", "Apollo", last=2, hours_per_week=30.0), demand("Test", "Apollo", last=2, hours_per_week=30.0))
    export_portfolio(portfolio(resource("Ann"), resource("Bob"), project("Apollo", 1), *two, weeks=2), path)
    return path


def test_all_workers_of_a_cluster_search_for_one_plan(workbook, tmp_path, capsys):
    made = distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, protocol="tcp://", host="127.0.0.1", dashboard_address=None, silence_logs=50
    )
    target = tmp_path / "plan.xlsx"
    with made:
        assert main(["solve", str(workbook), str(target), "--cluster", made.scheduler_address, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "Optimal"
    assert main(["check", str(workbook), str(target)]) == 0


def test_a_cluster_that_does_not_answer_is_told_and_nothing_is_written(workbook, tmp_path, capsys):
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{unheard.getsockname()[1]}"
        assert main(["solve", str(workbook), str(tmp_path / "plan.xlsx"), "--cluster", address]) == 1
    assert f"plimsoll: Nobody answers at {address}" in capsys.readouterr().err
    assert not (tmp_path / "plan.xlsx").exists()


def test_what_is_no_address_of_a_cluster_is_wrong_usage(workbook, tmp_path, capsys):
    assert main(["solve", str(workbook), str(tmp_path / "plan.xlsx"), "--cluster", "host:8786"]) == 2
    assert "argument --cluster: “host:8786” is no address of a Dask scheduler; type it as" in capsys.readouterr().err


def test_a_fault_in_the_process_that_solves_ends_the_command_with_its_traceback(workbook, tmp_path, monkeypatch):
    def broken(problem, options, control):
        return solve_apart(replace(problem, capacity=np.ones(1)), options, control)

    monkeypatch.setattr("planner.solving.solve_apart", broken)
    with pytest.raises(ChildBugError, match=r"(?s)please report.*Traceback.*solver/solve.py.*IndexError"):
        main(["solve", str(workbook), str(tmp_path / "plan.xlsx")])
    assert not (tmp_path / "plan.xlsx").exists()
