"""Scenarios of a shared bank that somebody else removes meanwhile."""

from __future__ import annotations

from dataclasses import replace

import builders as b
import pytest

from data.bank.address import Address
from data.entities import Id
from planner.actions import entities, scenarios
from planner.changing import GoneScenarioError
from planner.workspace import Workspace


def test_an_edit_made_in_a_scenario_that_somebody_removed_is_not_made_in_the_plan_of_record(address: Address) -> None:
    ann = b.resource("Ann")
    with Workspace.create_shared(address, b.portfolio(ann, b.scenario())) as mine, Workspace.open_shared(address) as theirs:
        mine.enter(Id("What if"))
        edit = entities.changed(mine.portfolio, replace(ann, level=5), "Raise Ann")
        theirs.apply(scenarios.removed(theirs.record, Id("What if")))
        with pytest.raises(GoneScenarioError, match="removed the scenario"):
            mine.apply(edit)
        assert mine.scenario is None
        assert mine.record.resources[ann.id] == ann
        assert mine.record == theirs.record
