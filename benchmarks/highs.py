"""HiGHS, given the whole model (benchmarks.whole_model) in one piece, from nothing."""

from __future__ import annotations

import time

import highspy
import numpy as np

from benchmarks.engines import Found, announce
from benchmarks.whole_model import WholeModel


def by_highs(model: WholeModel, seconds: float) -> Found:
    """As many threads as HiGHS likes; a point counts where HiGHS itself says that it is one."""
    started = time.perf_counter()
    engine = highspy.Highs()
    engine.setOptionValue("output_flag", False)
    engine.setOptionValue("time_limit", seconds)
    engine.passModel(_for_highs(model))
    engine.cbMipImprovingSolution.subscribe(lambda event: announce(model.fixed - event.data_out.objective_function_value, started))
    engine.run()
    told = engine.getInfo()
    found = told.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    point = np.array(engine.getSolution().col_value) if found else None
    if point is not None:
        announce(model.fixed + float(model.cost @ point), started)
    return Found(point, model.fixed - told.mip_dual_bound)


def _for_highs(model: WholeModel) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(model.cost), len(model.most)
    program.col_cost_, program.col_lower_, program.col_upper_ = -model.cost, model.lower, model.upper
    program.row_lower_, program.row_upper_ = np.full(len(model.most), -np.inf), model.most
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = model.start.astype(np.int32), model.column.astype(np.int32)
    program.a_matrix_.value_ = model.factor
    kinds = {True: highspy.HighsVarType.kInteger, False: highspy.HighsVarType.kContinuous}
    program.integrality_ = [kinds[each] for each in model.whole.tolist()]
    return program
