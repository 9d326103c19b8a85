"""Words that people use for the contract's: headings, choices and units, compared folded (without case, accents and signs)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from planner.importing.mapping.values import Target, Unit

_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-Z])")
_IN_BRACKETS = re.compile(r"[\(\[]([^)\]]*)[)\]]")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Text as it is compared: “Resource_Name” and “resource name” are the same, and so are Größe and Grosse."""
    spaced = _CAMEL.sub(" ", text).casefold().replace("ß", "ss")
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9%#&+]+", " ", plain).split())


def unit_words(heading: str) -> str:
    """What a heading holds in brackets: its unit, often."""
    return " ".join(folded(found) for found in _IN_BRACKETS.findall(heading))


def without_brackets(heading: str) -> str:
    return _IN_BRACKETS.sub(" ", heading)


SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Resource": (
            "resource name", "name", "person", "employee", "employee name", "staff", "staff member", "team member", "member",
            "consultant", "who", "assignee", "assigned to", "full name", "people", "individual", "developer", "engineer",
            "ressource", "mitarbeiter", "mitarbeiterin", "mitarbeitende", "kollege", "first name", "last name", "surname",
            "vorname", "nachname", "named resource",
        ),
        "Kind": ("resource type", "type of resource", "ressourcenart", "employment type"),
        "Team": ("department", "unit", "group", "squad", "org unit", "abteilung", "bereich", "gruppe", "cost centre", "division"),
        "Role": (
            "primary role", "skill", "primary skill", "main skill", "job title", "title", "position", "function", "discipline",
            "competence", "profession", "rolle", "funktion", "profil", "skill set", "skillset", "job", "required role",
        ),
        "Level": ("seniority", "grade", "skill level", "experience", "proficiency", "stufe", "erfahrung"),
        "Min level": ("minimum level", "required level", "level required", "level", "seniority"),
        "Other roles": ("other skills", "secondary skills", "secondary role", "secondary roles", "skills", "additional skills", "weitere rollen"),
        "Hours per week": (
            "weekly capacity", "capacity", "weekly hours", "hours week", "hrs week", "h week", "hours wk", "hrs wk", "contract hours",
            "working hours", "hours weekly", "available hours", "availability", "max hours", "wochenstunden", "stunden pro woche",
            "std woche", "kapazitat", "arbeitszeit", "effort per week",
        ),
        "Calendar": ("work calendar", "calendar name", "kalender", "location calendar"),
        "Available from": ("start date", "from", "joined", "hire date", "onboarding", "verfugbar ab", "eintritt", "join date", "available"),
        "Available to": ("end date", "until", "leaves", "leave date", "contract end", "verfugbar bis", "austritt", "available until"),
        "Project share": ("project availability", "share", "allocation", "project time", "availability %", "utilisation target", "projektanteil"),
        "Max projects": ("maximum projects", "max parallel projects", "project limit"),
        "Overtime": ("overtime hours", "max overtime", "uberstunden"),
        "Cost per hour": ("rate", "hourly rate", "cost rate", "cost", "stundensatz", "day rate", "price per hour"),
        "From": ("start", "start date", "first day", "begin", "von", "leave start", "absence start", "date", "beginn"),
        "To": ("end", "end date", "last day", "until", "bis", "leave end", "absence end", "finish", "ende"),
        "Percent": (
            "percentage", "share", "%", "absence %", "prozent", "allocation", "allocation %", "% allocation", "allocated", "allocated %",
            "% allocated", "utilisation", "utilization", "% time", "booked %", "% booked", "auslastung", "anteil", "involvement", "booked",
            "assigned", "load",
        ),
        "Reason": ("type", "leave type", "absence type", "comment", "note", "grund", "art"),
        "Project": (
            "project name", "initiative", "project title", "name", "work package", "engagement", "title", "projekt", "projektname",
            "vorhaben", "product", "project id", "epic", "client", "customer",
        ),
        "Priority": ("prio", "rank", "importance", "urgency", "prioritat"),
        "Weight": ("score", "business value score", "gewicht"),
        "Status": ("state", "project status", "phase status", "zustand", "stage"),
        "Start": (
            "start date", "planned start", "begin", "from", "start week", "kick off", "kickoff", "earliest start", "beginn",
            "startdatum", "von", "anfang",
        ),
        "Finish": (
            "end", "end date", "finish date", "planned end", "due", "due date", "deadline", "until", "to", "end week", "target date",
            "ende", "enddatum", "bis", "go live",
        ),
        "Max delay": ("delay allowed", "allowed delay", "slack", "slack weeks", "max delay weeks", "float"),
        "Must do": ("mandatory", "must", "regulatory", "compulsory", "pflicht"),
        "Value": ("benefit", "business value", "npv", "return", "nutzen", "wert", "expected value"),
        "Budget": ("cost budget", "planned cost", "kosten"),
        "Programme": ("program", "portfolio", "programm", "stream"),
        "Manager": ("project manager", "pm", "owner", "lead", "project lead", "projektleiter", "responsible", "sponsor", "leitung"),
        "Demand": ("demand name", "request", "request id", "resource request", "demand id", "task", "activity", "assignment", "aufgabe"),
        "Phase": ("stage", "work stream", "workstream", "milestone", "project phase"),
        "Total hours": (
            "effort", "hours", "total effort", "estimate", "estimated hours", "work", "effort hours", "total", "aufwand", "stunden",
            "planned hours", "budget hours", "person days", "man days", "pd", "pt", "personentage", "days", "effort days", "total days",
        ),
        "FTE": ("ftes", "headcount", "heads", "people needed", "number of people", "fte needed", "vzae", "vzk", "required %", "% required", "%", "allocation", "allocation %", "% allocation"),
        "Profile": ("distribution", "shape", "curve", "load profile", "verteilung"),
        "Max people": ("maximum people", "max team size", "people limit"),
        "Week": (
            "week starting", "week commencing", "week ending", "week start", "week of", "week no", "week number", "calendar week", "kw",
            "date", "period", "month", "day", "woche", "kalenderwoche", "monat", "datum", "wc", "w c", "week beginning",
        ),
        "Hours": (
            "effort", "allocation", "hrs", "planned hours", "allocated hours", "booked hours", "work", "days", "fte", "percent",
            "allocation %", "%", "amount", "quantity", "stunden", "aufwand", "tage", "hours allocated", "booked", "planned", "demand hours",
            "capacity", "available hours", "value", "load", "auslastung", "hours absent",
        ),
        "Type": (
            "booking type", "hard soft", "commitment", "booking status", "booking kind", "status", "allocation status", "assignment status",
            "certainty", "state", "dependency type", "link type", "buchungsart", "buchungsstatus", "verbindlichkeit",
        ),
        "Predecessor": ("predecessor project", "depends on", "vorganger", "blocked by"),
        "Successor": ("successor project", "nachfolger", "blocks", "dependent project"),
        "Lag weeks": ("lag", "lag in weeks", "versatz"),
        "Date": ("day", "holiday date", "datum", "tag"),
        "Name": ("holiday", "holiday name", "feiertag", "description", "bezeichnung"),
        "Working days": ("work days", "arbeitstage", "days worked"),
        "Country": ("country code", "land"),
        "Subdivision": ("region", "state code", "bundesland", "kanton"),
        "Setting": ("parameter", "option", "key"),
    }
)  # fmt: skip
"""Other words for a field's own, those most likely to mean it first."""

SHEET_WORDS: Mapping[Target, tuple[str, ...]] = MappingProxyType(
    {
        Target.SETTINGS: ("settings", "parameters", "einstellungen"),
        Target.CALENDARS: ("calendars", "kalender"),
        Target.HOLIDAYS: ("holidays", "public holidays", "feiertage", "bank holidays"),
        Target.RESOURCES: ("resources", "people", "staff", "team", "employees", "roster", "mitarbeiter", "ressourcen", "skills", "headcount"),
        Target.ABSENCES: ("absences", "absence", "leave", "vacation", "pto", "time off", "urlaub", "abwesenheiten", "abwesenheit"),
        Target.PROJECTS: ("projects", "portfolio", "initiatives", "pipeline", "projekte", "project list", "roadmap"),
        Target.DEMANDS: ("demands", "demand", "requests", "requirements", "resource requests", "needs", "bedarf", "estimates", "work packages"),
        Target.DEPENDENCIES: ("dependencies", "links", "abhangigkeiten"),
        Target.ASKED: ("demand", "demands", "requests", "needs", "bedarf", "forecast", "estimates", "effort", "requirements", "demand weeks"),
        Target.BOOKED: (
            "bookings", "allocations", "allocation", "assignments", "assignment", "planned", "plan", "utilisation", "utilization", "load",
            "auslastung", "zuordnung", "einsatzplan", "staffing", "schedule",
        ),
        Target.BOOKED_BY_DATES: ("bookings", "allocations", "allocation", "assignments", "assignment", "zuordnung", "einsatzplan", "staffing", "booked"),
        Target.CAPACITY: ("capacity", "availability", "available", "kapazitat", "verfugbarkeit", "supply"),
        Target.AWAY: ("absence", "absences", "leave", "vacation", "pto", "time off", "urlaub", "abwesenheiten", "abwesenheit", "urlaubsplan"),
    }
)  # fmt: skip
"""Words of a sheet's name or title that tell what it holds."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Priority": {
            "critical": "1", "highest": "1", "very high": "1", "must have": "1", "urgent": "1", "kritisch": "1", "sehr hoch": "1", "a": "1",
            "p1": "1", "prio 1": "1", "must": "1", "high": "2", "hoch": "2", "should have": "2", "p2": "2", "prio 2": "2", "b": "2",
            "should": "2", "medium": "3", "normal": "3", "mittel": "3", "moderate": "3", "p3": "3", "prio 3": "3", "c": "3", "could have": "3",
            "could": "3", "low": "4", "niedrig": "4", "gering": "4", "p4": "4", "prio 4": "4", "d": "4", "lowest": "5", "very low": "5",
            "p5": "5", "prio 5": "5", "nice to have": "5", "sehr niedrig": "5", "wont have": "5", "e": "5",
        },
        "Level": {
            "trainee": "1", "intern": "1", "beginner": "1", "junior": "2", "jr": "2", "associate": "2", "mid": "3", "medium": "3",
            "intermediate": "3", "regular": "3", "professional": "3", "senior": "4", "sr": "4", "advanced": "4", "experienced": "4",
            "principal": "5", "expert": "5", "lead": "5", "master": "5",
        },
        "Status": {
            "idea": "Proposed", "planned": "Approved", "pipeline": "Proposed", "draft": "Proposed", "new": "Proposed", "requested": "Proposed",
            "geplant": "Approved", "committed": "Approved", "confirmed": "Approved", "in progress": "Active", "running": "Active",
            "ongoing": "Active", "started": "Active", "open": "Active", "in execution": "Active", "laufend": "Active", "aktiv": "Active",
            "not started": "Approved", "paused": "On hold", "hold": "On hold", "pausiert": "On hold", "stopped": "On hold",
            "suspended": "On hold", "done": "Completed", "complete": "Completed", "finished": "Completed", "closed": "Completed",
            "abgeschlossen": "Completed", "fertig": "Completed", "canceled": "Cancelled", "rejected": "Cancelled", "dropped": "Cancelled",
            "abgebrochen": "Cancelled", "genehmigt": "Approved", "beantragt": "Proposed",
        },
        "Kind": {
            "employee": "Person", "internal": "Person", "external": "Person", "contractor": "Person", "human": "Person", "work": "Person",
            "full time": "Person", "part time": "Person", "freelancer": "Person", "machine": "Equipment", "material": "Equipment",
            "generic": "Placeholder", "tbd": "Placeholder", "open position": "Placeholder", "vacancy": "Placeholder",
        },
        "Must do": {"x": "Yes", "ja": "Yes", "nein": "No", "mandatory": "Yes", "optional": "No", "oui": "Yes", "non": "No"},
        "Type": {
            "firm": "Hard", "confirmed": "Hard", "committed": "Hard", "booked": "Hard", "fixed": "Hard", "approved": "Hard", "agreed": "Hard",
            "hard booked": "Hard", "hard booking": "Hard", "assigned": "Hard", "fest": "Hard", "bestatigt": "Hard", "gebucht": "Hard",
            "verbindlich": "Hard", "zugesagt": "Hard", "tentative": "Soft", "proposed": "Soft", "planned": "Soft", "provisional": "Soft",
            "requested": "Soft", "reserved": "Soft", "forecast": "Soft", "pencilled": "Soft", "penciled": "Soft", "pencilled in": "Soft",
            "option": "Soft", "optional": "Soft", "draft": "Soft", "open": "Soft", "soft booked": "Soft", "soft booking": "Soft",
            "tbc": "Soft", "to be confirmed": "Soft", "unconfirmed": "Soft", "geplant": "Soft", "vorlaufig": "Soft", "angefragt": "Soft",
            "reserviert": "Soft", "unverbindlich": "Soft", "vorgemerkt": "Soft",
        },
        "Profile": {"even": "Flat", "uniform": "Flat", "linear": "Flat", "front loaded": "Front", "back loaded": "Back", "bell curve": "Bell"},
    }
)  # fmt: skip
"""Words that stand for what a column of the contract asks for."""

BOOKED_WORDS = frozenset(
    (
        "allocation", "allocations", "allocated", "booked", "booking", "bookings", "assigned", "assignment", "assignments", "staffing", "staffed",
        "confirmed", "tentative", "einsatz", "zuordnung", "gebucht", "eingeplant",
    )
)  # fmt: skip
ASKED_WORDS = frozenset(
    ("required", "required role", "needed", "need", "needs", "request", "requests", "requested", "requirement", "demand", "demands", "bedarf", "benotigt", "wanted")
)  # fmt: skip
"""Words in headings, titles and names of sheets by which people who are booked are told from work that is asked for."""

NO_BOOKING = frozenset(("cancelled", "canceled", "rejected", "declined", "withdrawn", "released", "storniert", "abgelehnt", "abgesagt"))
"""Words for a booking that stands on the sheet though it is none any more."""

RANKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"Priority": ("critical", "highest", "very high", "urgent", "must have", "kritisch", "sehr hoch")}
)
"""Words above High: where a table has none of them, High is 1, Medium 3 and Low 5."""
THREE_STEPS = MappingProxyType(
    {"high": "1", "hoch": "1", "medium": "3", "normal": "3", "mittel": "3", "low": "5", "niedrig": "5", "gering": "5"}
)

UNIT_WORDS: Mapping[Unit, tuple[str, ...]] = MappingProxyType(
    {
        Unit.HOURS: ("h", "hours", "hour", "hrs", "hr", "std", "stunden"),
        Unit.DAYS: ("d", "days", "day", "pd", "pt", "mandays", "manday", "md", "tage", "person days", "man days", "personentage"),
        Unit.FTE: ("fte", "ftes", "headcount", "heads", "hc", "vzae", "vzk", "people"),
        Unit.PERCENT: ("%", "percent", "percentage", "pct", "prozent"),
    }
)

TOTAL_WORDS = frozenset(
    (
        "total",
        "totals",
        "sum",
        "sums",
        "subtotal",
        "sub total",
        "grand total",
        "summe",
        "gesamt",
        "zwischensumme",
        "gesamtsumme",
        "overall",
        "average",
        "avg",
        "insgesamt",
    )
)
"""A row of this name alone, or that begins or ends with it and sums up others, is a total."""


def unit_in(text: str) -> Unit | None:
    """The unit that a heading, title or sheet name speaks of; none where it names several or no unit."""
    found = {unit for unit, words in UNIT_WORDS.items() for word in words if f" {word} " in f" {folded(text)} "}
    if "%" in text:
        found.add(Unit.PERCENT)
    return next(iter(found)) if len(found) == 1 else None


NOBODY_WORDS = frozenset(
    {"tbd", "tba", "tbc", "tbh", "n n", "nn", "to be defined", "to be determined", "to be announced", "to be confirmed", "to be hired",
     "to be named", "open", "open position", "vacant", "vacancy", "unassigned", "not assigned", "nobody", "new hire", "offen", "vakant",
     "unbesetzt", "niemand"}
)  # fmt: skip
"""What stands in the place of a name as long as nobody is named."""


def is_nobody(name: str) -> bool:
    """Whether a name says that nobody is named yet; it may be numbered, as in “TBD 2”."""
    return re.sub(r" \d+$", "", folded(name)) in NOBODY_WORDS
