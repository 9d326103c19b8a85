"""The whole model in PuLP, one function for each rule and each term, for cases small enough to be proved to the end.

It decides the free hours beside the firm bookings (solver.residual) of all demands at once, which projects take part
and by how many weeks each is delayed. What no choice can change is a constant; what offers no choice gets no variable.
"""

from __future__ import annotations

import numpy as np

from solver.formulation import policies, rules
from solver.formulation.ground import Cell, delay_choices, ground, weeks_reached, worth_deciding
from solver.formulation.model import Model
from solver.formulation.start import Known, start_of
from solver.problem import Problem
from solver.residual import Residual

__all__ = ["Cell", "Known", "Model", "size", "start_of", "whole_model"]

OF_CONTINUITY = 3
"""Variables beside its hours that a cell takes where hand-overs are counted."""


def size(problem: Problem, left: Residual) -> int:
    """Cells (d, r, t) the model would have over all delays, with what delays and continuity add for each."""
    wanted = weeks_reached(problem) & worth_deciding(problem)[:, None]
    cells = int(((wanted.astype(np.float64) @ (left.room > 0).astype(np.float64).T) * problem.eligible).sum())
    choices = sum(len(delays) for delays in delay_choices(problem) if len(delays) > 1)
    return cells * (1 + OF_CONTINUITY * bool(problem.terms.hand_over)) + choices


def whole_model(problem: Problem, left: Residual) -> Model:
    """The model of every rule R1 to R10, of the terms and of the change budget; minus its objective plus its constant is theirs."""
    base = ground(problem, left)
    model = Model(base)
    rules.declare_hours(model, base)
    rules.delay_window(model, base)
    rules.value(model, base)
    rules.capacity(model, base)
    rules.asked(model, base)
    rules.assignment(model)
    rules.team(model, base)
    rules.focus(model, base)
    rules.blocks(model, base, policies.watched(model, base))
    rules.dependencies(model, base)
    rules.selection(model, base)
    policies.paid_hours(model, base)
    policies.changed_assignments(model, base)
    policies.moved_hours(model, base)
    policies.continuity(model, base)
    model.close()
    return model
