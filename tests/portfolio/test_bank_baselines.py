"""Baselines of a shared bank go along where it is saved as a file."""

from __future__ import annotations

from pathlib import Path

import builders as b

from data.bank.address import Address
from data.entities import Baseline, Id
from planner.actions import baselines
from planner.workspace import Workspace


def test_a_copy_of_a_bank_has_the_plans_of_its_baselines(address: Address, tmp_path: Path) -> None:
    with Workspace.create_shared(address, b.portfolio(b.resource("Ann"))) as workspace:
        for key in ("march", "between", "now"):
            workspace.keep_plan(b.plan(id=Id(key)))
        workspace.apply(baselines.frozen(Baseline(Id("b"), "March", Id("march"))))
        workspace.save_copy(tmp_path / "copy.plimsoll")
    with Workspace.read(tmp_path / "copy.plimsoll") as copy:
        assert copy.frozen_plan(copy.record.baselines[Id("b")]).id == "march"
        assert copy.plan is not None
        assert copy.plan.id == "now"
