"""Follows what the overview points at to its cause: a narrowed table, a cell of the heat map, a part of Insight."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ui.presenters.leads import Lead, ToDemand, ToInsight, ToMap, ToTable
from ui.views.table_book import TableBook

if TYPE_CHECKING:
    from ui.views.pages import Pages


def follow(pages: Pages, lead: Lead) -> None:
    """Shows the page that a lead names, at what it names."""
    match lead:
        case ToDemand():
            pages.show_demand(lead.id)
        case ToTable():
            book = pages.go_to(lead.page)
            if isinstance(book, TableBook):
                book.turn_to(0).narrow(lead.filters)
        case ToMap():
            from ui.views.plan_page import PlanPage  # noqa: PLC0415 - numpy, when the heat map is first shown

            plan = pages.go_to("Plan")
            if isinstance(plan, PlanPage):
                plan.show_load(lead)
        case ToInsight():
            from ui.views.insight_page import InsightPage  # noqa: PLC0415 - numpy, when it is first shown

            insight = pages.go_to("Insight")
            if isinstance(insight, InsightPage):
                insight.show_part(lead)
        case _:
            assert_never(lead)
