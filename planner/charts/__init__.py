"""Charts of a portfolio and its plan, drawn with matplotlib in the two themes of the window; import them late."""

from planner.charts.coverage import coverage_chart, coverage_pages
from planner.charts.gantt import gantt_chart, gantt_pages
from planner.charts.heat import heat_map, heat_pages
from planner.charts.load import load_chart, scarcest_role
from planner.charts.saving import chart_names, save, save_all
from planner.charts.style import ThemeName

__all__ = [
    "ThemeName",
    "chart_names",
    "coverage_chart",
    "coverage_pages",
    "gantt_chart",
    "gantt_pages",
    "heat_map",
    "heat_pages",
    "load_chart",
    "save",
    "save_all",
    "scarcest_role",
]
