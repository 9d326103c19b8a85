"""Drafts as a portfolio: names become ids, every rule is checked, and each fault finds its cell."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from data.entities import Entity, Id
from data.entity_rules import AMOUNTS
from data.findings import Severity
from data.portfolio import TYPES, Kind, Portfolio
from data.validation import NAMED, Fault, faults, field_words, place
from data.workbook.columns import BY_KIND, PORTFOLIO, SETTINGS, Column, Form
from data.workbook.tables import nearest
from planner.importing.drafts import WHOLE_ROW, WHOLE_SHEET, Draft, Place, Remark, heading_of

MOST_SUGGESTIONS = 40
"""Names for which a likely other one is sought: seeking takes milliseconds each, and 40 show the pattern."""

NOTHING_YET = Portfolio()
Drafts = Mapping[Kind, Sequence[Draft]]
Names = Mapping[Kind, Mapping[str, Id]]


def named_demands(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of demands, each without a name called D and its place among them."""
    return [
        draft if "name" in draft.values or "name" in draft.bad else replace(draft, values={**draft.values, "name": f"D{place}"})
        for place, draft in enumerate(drafts, 1)
    ]


def linked(drafts: Drafts, unread: frozenset[Kind], base: Portfolio = NOTHING_YET) -> tuple[Portfolio, list[Remark]]:
    """The portfolio of all drafts and every rule it breaks; it is of use only where none of these remarks is made.

    `unread` are kinds whose sheets could not be read: their names are not said to be missing. Drafts come on top of `base`:
    one with the id of something there renews what it has columns for.
    """
    names = {kind: _names_of(base, kind) | _ids_by_name(drafts.get(kind, ())) for kind in NAMED}
    suggester = _Suggester(names)
    entities, by_id, remarks = [], {}, []
    for draft in (each for mine in drafts.values() for each in mine):
        ids, unknown = _references(draft, names)
        spoiled = replace(draft, bad=draft.bad | {column.field for column in unknown}) if unknown else draft
        remarks += [_unknown(spoiled, column, suggester) for column in unknown if column.refers not in unread]
        entities.append(_entity(spoiled, ids, base.of(draft.plan.kind).get(draft.id)))
        by_id[draft.id] = spoiled
    portfolio = base.holding(*entities)
    broken = _broken_rules(portfolio, by_id, set(faults(base)), weeks_read=Kind.DEMAND_WEEK not in unread)
    return portfolio, remarks + list(broken)


def _names_of(base: Portfolio, kind: Kind) -> dict[str, Id]:
    return {attrgetter("name")(entity): key for key, entity in base.of(kind).items()}


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


def _entity(draft: Draft, ids: Mapping[str, Id], there: Entity | None = None) -> Entity:
    """The draft as an entity; a bad field that has no default takes a value that no rule speaks of.

    Where it is `there` already, columns that the table lacks leave their fields as they are; a blank cell is the default.
    """
    fields: dict[str, Any] = {"id": draft.id, **draft.values, **ids}  # of the types that the forms of the columns read
    for column in draft.plan.columns:
        if column.field in draft.bad:
            fields.pop(column.field, None)
            if column.required or column.form is Form.NAME:
                fields[column.field] = _stand_in(draft, column)
    if there is not None:
        return replace(there, **_blanks(draft), **fields)
    return TYPES[draft.plan.kind](**fields)


def _blanks(draft: Draft) -> dict[str, Any]:
    """The defaults of fields whose cells are blank, and of the amounts of a demand that the table gives another for."""
    in_table = draft.rows if draft.plan is SETTINGS else {c.field for c in draft.plan.columns if c.heading in draft.table.columns}
    blank = {each for each in in_table if each not in draft.values and each not in draft.bad}
    if draft.plan.kind is Kind.DEMAND and draft.values.keys() & set(AMOUNTS):
        blank |= set(AMOUNTS) - draft.values.keys()
    return {each.name: each.default for each in dataclasses.fields(TYPES[draft.plan.kind]) if each.name in blank}


def _stand_in(draft: Draft, column: Column) -> str | None:
    match column.form:
        case Form.NAME:
            return ""
        case Form.REFERENCE:
            return f"{column.field} of {draft.id}"
    return None


def _broken_rules(portfolio: Portfolio, drafts: Mapping[Id, Draft], known: Container[Fault], *, weeks_read: bool) -> Iterator[Remark]:
    """Every fault of the portfolio at its cell, but for those that follow from a cell already found bad, or were there before."""
    for fault in faults(portfolio):
        draft = drafts.get(fault.entity.id)
        if draft is None:
            if fault not in known:
                yield _outside(portfolio, fault)
            continue
        if fault.field in draft.bad:
            continue
        if draft.plan.kind is Kind.DEMAND and fault.field in AMOUNTS and fault.field not in draft.values:
            if weeks_read and not draft.bad & set(AMOUNTS):
                yield draft.error(_amount_on_sheet(draft), fault.problem, fault.remedy)
        else:
            yield draft.error(fault.field, fault.problem, fault.remedy)


def _outside(portfolio: Portfolio, fault: Fault) -> Remark:
    """A fault of something that no table names, at the thing itself."""
    at = Place(place(portfolio, fault.entity), len(PORTFOLIO), WHOLE_SHEET, WHOLE_ROW)
    return Remark(Severity.ERROR, at, f"{field_words(fault.field)} {fault.problem}", fault.remedy)


def _amount_on_sheet(draft: Draft) -> str:
    """The first field for an amount that the sheet has a column for."""
    return next((field for field in AMOUNTS if heading_of(draft.plan, field) in draft.table.columns), AMOUNTS[0])
