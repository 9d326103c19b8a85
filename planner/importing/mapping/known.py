"""What is known of names while sheets are mapped: from the portfolio, and from lists of the same workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from data.portfolio import Kind, Portfolio
from data.workbook.cells import figure, roles
from data.workbook.tables import Table
from planner.importing.mapping.headings import shown
from planner.importing.mapping.values import STANDARD_WEEK


@dataclass(frozen=True, slots=True)
class KnownResource:
    """A resource's primary role, all its roles without case, and its hours a week (None: the standard week)."""

    role: str
    roles: frozenset[str]
    hours: float | None


@dataclass(frozen=True, slots=True)
class KnownDemand:
    name: str
    project: str
    role: str
    phase: str
    resource: str


@dataclass(slots=True)
class Known:
    """Names by kind; grows while tables are read, lists before figures by week."""

    resources: dict[str, KnownResource] = field(default_factory=dict)
    projects: set[str] = field(default_factory=set)
    demands: dict[str, KnownDemand] = field(default_factory=dict)
    by_weeks: set[str] = field(default_factory=set)
    """Demands of the portfolio that stand by their weeks alone."""
    standard_week: float = STANDARD_WEEK

    @classmethod
    def of(cls, portfolio: Portfolio, standard_week: float) -> Known:
        known = cls(standard_week=portfolio.settings.standard_week if portfolio.of(Kind.SETTINGS) else standard_week)
        for resource in portfolio.resources.values():
            held = frozenset(role.casefold() for role in (resource.role, *(role for role, _ in resource.other_roles)))
            known.resources[resource.name] = KnownResource(resource.role, held, resource.hours_per_week)
        known.projects = {project.name for project in portfolio.projects.values()}
        for demand in portfolio.demands.values():
            project = portfolio.projects.get(demand.project_id)
            named = portfolio.resources.get(demand.resource_id) if demand.resource_id else None
            known.note_demand(
                KnownDemand(demand.name, project.name if project else "", demand.role, demand.phase, named.name if named else "")
            )
        weekly = {portfolio.demands[each.demand_id].name for each in portfolio.demand_weeks.values() if each.demand_id in portfolio.demands}
        known.by_weeks = weekly
        return known

    def note_demand(self, demand: KnownDemand) -> None:
        self.demands.setdefault(demand.name, demand)

    def note(self, kind: Kind, tables: Iterable[Table]) -> None:
        """Takes up the names that tables of the contract's form hold."""
        if kind not in (Kind.RESOURCE, Kind.PROJECT, Kind.DEMAND):
            return
        for table in tables:
            for row in table.rows:
                said = {heading: shown(row.cell(column)).strip() for heading, column in table.columns.items()}
                if kind is Kind.RESOURCE:
                    self._note_resource(said)
                elif kind is Kind.PROJECT:
                    self.projects.add(said.get("Project", ""))
                elif kind is Kind.DEMAND and said.get("Demand"):
                    self.note_demand(
                        KnownDemand(
                            said["Demand"], said.get("Project", ""), said.get("Role", ""), said.get("Phase", ""), said.get("Resource", "")
                        )
                    )

    def _note_resource(self, said: dict[str, str]) -> None:
        role, others, hours = said.get("Role", ""), roles(said.get("Other roles", "")), figure(said.get("Hours per week", ""))
        held = [role, *(name for name, _ in others)] if isinstance(others, tuple) else [role]
        before = self.resources.get(said.get("Resource", ""))
        week = hours if isinstance(hours, float) else before.hours if before else None
        self.resources[said.get("Resource", "")] = KnownResource(
            role or (before.role if before else ""),
            frozenset(name.casefold() for name in held if name) or (before.roles if before else frozenset()),
            week,
        )

    def week_of(self, resource: str) -> float:
        """The hours of a resource's full week."""
        known = self.resources.get(resource)
        return known.hours if known and known.hours else self.standard_week

    def role_of(self, resource: str) -> str:
        known = self.resources.get(resource)
        return known.role if known else ""

    def demands_like(self, project: str, phase: str = "", *, role: str = "", resource: str = "") -> list[KnownDemand]:
        """Demands of a project that may be meant: of the role, or open to the resource, and of the phase where one is named."""
        held = self.resources.get(resource)
        wanted = frozenset({role.casefold()}) if role else held.roles if held else frozenset()
        return [
            each
            for each in self.demands.values()
            if each.project == project
            and each.role.casefold() in wanted
            and each.resource in ("", resource)
            and (not phase or each.phase.casefold() == phase.casefold())
        ]
