"""Plans side by side: figures with their differences, and only what differs by project, person, week and hours."""

from planner.comparing.comparison import Comparison, compared
from planner.comparing.sides import MOST_SIDES, Side

__all__ = ["MOST_SIDES", "Comparison", "Side", "compared"]
