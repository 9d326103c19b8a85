"""What becomes of the plan as one or two inputs vary: inputs, what is asked of them, and every point solved from its nearest neighbour."""

from planner.sweeping.inputs import Input, NoInputError, What
from planner.sweeping.points import Point, Swept
from planner.sweeping.question import Axis, NoSweepError, Sweep
from planner.sweeping.solving import Asking, swept_at

__all__ = ["Asking", "Axis", "Input", "NoInputError", "NoSweepError", "Point", "Sweep", "Swept", "What", "swept_at"]
