"""The fields of things as a line of differences names them: "hours per week 20 → 30"."""

from __future__ import annotations

from ui.presenters.saying import translate

NAMES = {
    "start": translate("FieldNames", "start"),
    "weeks": translate("FieldNames", "weeks"),
    "name": translate("FieldNames", "name"),
    "standard week": translate("FieldNames", "standard week"),
    "minimum block": translate("FieldNames", "minimum block"),
    "minimum coverage": translate("FieldNames", "minimum coverage"),
    "assignment cost": translate("FieldNames", "assignment cost"),
    "overtime cost": translate("FieldNames", "overtime cost"),
    "delay cost": translate("FieldNames", "delay cost"),
    "currency": translate("FieldNames", "currency"),
    "default calendar": translate("FieldNames", "default calendar"),
    "plan of record": translate("FieldNames", "plan of record"),
    "working days": translate("FieldNames", "working days"),
    "country": translate("FieldNames", "country"),
    "subdivision": translate("FieldNames", "subdivision"),
    "calendar": translate("FieldNames", "calendar"),
    "day": translate("FieldNames", "day"),
    "role": translate("FieldNames", "role"),
    "level": translate("FieldNames", "level"),
    "other roles": translate("FieldNames", "other roles"),
    "kind": translate("FieldNames", "kind"),
    "team": translate("FieldNames", "team"),
    "hours per week": translate("FieldNames", "hours per week"),
    "available from": translate("FieldNames", "available from"),
    "available to": translate("FieldNames", "available to"),
    "project share": translate("FieldNames", "project share"),
    "max projects": translate("FieldNames", "max projects"),
    "overtime": translate("FieldNames", "overtime"),
    "cost per hour": translate("FieldNames", "cost per hour"),
    "resource": translate("FieldNames", "resource"),
    "first": translate("FieldNames", "first"),
    "last": translate("FieldNames", "last"),
    "percent": translate("FieldNames", "percent"),
    "reason": translate("FieldNames", "reason"),
    "priority": translate("FieldNames", "priority"),
    "weight": translate("FieldNames", "weight"),
    "status": translate("FieldNames", "status"),
    "finish": translate("FieldNames", "finish"),
    "max delay": translate("FieldNames", "max delay"),
    "must do": translate("FieldNames", "must do"),
    "value": translate("FieldNames", "value"),
    "budget": translate("FieldNames", "budget"),
    "programme": translate("FieldNames", "programme"),
    "manager": translate("FieldNames", "manager"),
    "project": translate("FieldNames", "project"),
    "phase": translate("FieldNames", "phase"),
    "min level": translate("FieldNames", "min level"),
    "total hours": translate("FieldNames", "total hours"),
    "fte": translate("FieldNames", "fte"),
    "profile": translate("FieldNames", "profile"),
    "max people": translate("FieldNames", "max people"),
    "demand": translate("FieldNames", "demand"),
    "week": translate("FieldNames", "week"),
    "hours": translate("FieldNames", "hours"),
    "predecessor": translate("FieldNames", "predecessor"),
    "successor": translate("FieldNames", "successor"),
    "lag weeks": translate("FieldNames", "lag weeks"),
    "cost": translate("FieldNames", "cost"),
    "fit": translate("FieldNames", "fit"),
    "continuity": translate("FieldNames", "continuity"),
    "moved": translate("FieldNames", "moved"),
    "changed": translate("FieldNames", "changed"),
    "strict": translate("FieldNames", "strict"),
}
"""By their names in the portfolio, written as words."""


def field_name(name: str) -> str:
    """A field by its name in the portfolio (`hours_per_week`), or by that written as words."""
    words = name.removesuffix("_id").replace("_", " ")
    return NAMES.get(words, words)
