"""Files as portfolios and plans: what was found in them, and what taking them in would change."""

from planner.importing.comparing import Tally, compare, tallies
from planner.importing.loading import Imported, load
from planner.importing.plan_reading import AssignmentTold, PlanFile, Told, load_plan

__all__ = ["AssignmentTold", "Imported", "PlanFile", "Tally", "Told", "compare", "load", "load_plan", "tallies"]
