"""Files as portfolios and plans: what was found in them, and what taking them in would change."""

from planner.importing.loading import Imported, load

__all__ = ["Imported", "load"]
