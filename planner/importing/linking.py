"""Drafts as a portfolio: names become ids, every rule is checked, and each fault finds its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.entities import Entity, Id
from data.entity_rules import AMOUNTS
from data.portfolio import TYPES, Kind, Portfolio
from data.validation import NAMED, faults
from data.workbook.columns import BY_KIND, Column, Form
from data.workbook.tables import nearest
from planner.importing.drafts import Draft, Remark, heading_of

MOST_SUGGESTIONS = 40
"""Names for which a likely other one is sought: seeking takes milliseconds each, and 40 show the pattern."""

Drafts = Mapping[Kind, Sequence[Draft]]
Names = Mapping[Kind, Mapping[str, Id]]


def named_demands(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of demands, each without a name called D and its place among them."""
    return [
        draft if "name" in draft.values or "name" in draft.bad else replace(draft, values={**draft.values, "name": f"D{place}"})
        for place, draft in enumerate(drafts, 1)
    ]


def linked(drafts: Drafts, unread: frozenset[Kind]) -> tuple[Portfolio, list[Remark]]:
    """The portfolio of all drafts and every rule it breaks; it is of use only where none of these remarks is made.

    `unread` are kinds whose sheets could not be read: their names are not said to be missing.
    """
    names = {kind: _ids_by_name(drafts.get(kind, ())) for kind in NAMED}
    suggester = _Suggester(names)
    entities, by_id, remarks = [], {}, []
    for draft in (each for mine in drafts.values() for each in mine):
        ids, unknown = _references(draft, names)
        spoiled = replace(draft, bad=draft.bad | {column.field for column in unknown}) if unknown else draft
        remarks += [_unknown(spoiled, column, suggester) for column in unknown if column.refers not in unread]
        entities.append(_entity(spoiled, ids))
        by_id[draft.id] = spoiled
    portfolio = Portfolio().holding(*entities)
    return portfolio, remarks + list(_broken_rules(portfolio, by_id, weeks_read=Kind.DEMAND_WEEK not in unread))


def _ids_by_name(drafts: Iterable[Draft]) -> dict[str, Id]:
    """The first of each name: a doubled one is a fault of the second."""
    ids: dict[str, Id] = {}
    for draft in drafts:
        name = draft.values.get("name")
        if isinstance(name, str):
            ids.setdefault(name, draft.id)
    return ids


def _references(draft: Draft, names: Names) -> tuple[dict[str, Id], list[Column]]:
    """The ids of a draft's references, and the columns whose names are not there."""
    ids: dict[str, Id] = {}
    unknown = []
    for column in draft.plan.columns:
        name = draft.values.get(column.field)
        if column.refers is not None and isinstance(name, str):
            found = names[column.refers].get(name)
            if found is None:
                unknown.append(column)
            else:
                ids[column.field] = found
    return ids, unknown


class _Suggester:
    """Offers the name that was probably meant, for the first unknown names only."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._found: dict[tuple[Kind, str], str | None] = {}

    def meant(self, kind: Kind, name: str) -> str | None:
        key = kind, name
        if key not in self._found and len(self._found) < MOST_SUGGESTIONS:
            self._found[key] = nearest(name, self._names[kind])
        return self._found.get(key)


def _unknown(draft: Draft, column: Column, suggester: _Suggester) -> Remark:
    kind, name = column.refers or draft.plan.kind, str(draft.values[column.field])
    sheet = BY_KIND[kind].name
    meant = suggester.meant(kind, name)
    remedy = f"write “{meant}”, or add “{name}” to the sheet {sheet}" if meant else f"add it to the sheet {sheet}"
    return draft.error(column.field, f"“{name}” is not among the {kind.value}", remedy)


def _entity(draft: Draft, ids: Mapping[str, Id]) -> Entity:
    """The draft as an entity; a bad field that has no default takes a value that no rule speaks of."""
    fields: dict[str, Any] = {"id": draft.id, **draft.values, **ids}  # of the types that the forms of the columns read
    for column in draft.plan.columns:
        if column.field in draft.bad:
            fields.pop(column.field, None)
            if column.required or column.form is Form.NAME:
                fields[column.field] = _stand_in(draft, column)
    return TYPES[draft.plan.kind](**fields)


def _stand_in(draft: Draft, column: Column) -> str | None:
    match column.form:
        case Form.NAME:
            return ""
        case Form.REFERENCE:
            return f"{column.field} of {draft.id}"
    return None


def _broken_rules(portfolio: Portfolio, drafts: Mapping[Id, Draft], *, weeks_read: bool) -> Iterator[Remark]:
    """Every fault of the portfolio at its cell, but for those that follow from a cell already found bad."""
    for fault in faults(portfolio):
        draft = drafts[fault.entity.id]
        if fault.field in draft.bad:
            continue
        if draft.plan.kind is Kind.DEMAND and fault.field in AMOUNTS and fault.field not in draft.values:
            if weeks_read and not draft.bad & set(AMOUNTS):
                yield draft.error(_amount_on_sheet(draft), fault.problem, fault.remedy)
        else:
            yield draft.error(fault.field, fault.problem, fault.remedy)


def _amount_on_sheet(draft: Draft) -> str:
    """The first field for an amount that the sheet has a column for."""
    return next((field for field in AMOUNTS if heading_of(draft.plan, field) in draft.table.columns), AMOUNTS[0])
