"""What becomes of the plan as one or two inputs vary: inputs, what is asked of them, and every point solved from its nearest neighbour.

`solving` is imported by who sweeps: it brings the optimiser along.
"""

from planner.sweeping.inputs import Input, NoInputError, What
from planner.sweeping.points import Point, Swept
from planner.sweeping.question import Axis, NoSweepError, Sweep

__all__ = ["Axis", "Input", "NoInputError", "NoSweepError", "Point", "Sweep", "Swept", "What"]
