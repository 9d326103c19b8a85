"""What figures count and what words mean, where headings leave it open: by magnitude, and by the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.entities import Profile, ProjectStatus, ResourceKind
from data.workbook.cells import Misread, whole
from data.workbook.reading import Cell
from planner.importing.mapping.quantities import Amount, amount
from planner.importing.mapping.values import Span, Target, Unit
from planner.importing.mapping.words import CHOICES, RANKED, THREE_STEPS, folded, unit_in, unit_words

MOST_FTE, MOST_DAYS_A_WEEK, MOST_HOURS_A_WEEK = 2.0, 6.0, 80.0
"""Figures of a week up to which they are FTE, days, hours; above and round they are percent."""
MOST_FTE_A_MONTH, MOST_DAYS_A_MONTH = 3.0, 23.0
MOST_HEADS = 25.0
"""FTE that one row asks for; more are percent."""
OWN_WORDS = {"Status": ProjectStatus, "Kind": ResourceKind, "Profile": Profile}


def figures_of(cells: Iterable[Cell]) -> list[float]:
    """The figures among cells, without noughts."""
    return [read.figure for each in cells if isinstance(read := amount(each), Amount) and read.figure]


def unit_of_column(heading: str, field: str, cells: Sequence[Cell]) -> Unit | None:
    """What the figures of a list's column count; None where they are what the field asks for."""
    named = unit_in(unit_words(heading)) or unit_in(heading)
    figures = figures_of(cells)
    most = max(figures, default=0.0)
    match field:
        case "Project share" | "Percent":
            return Unit.SHARE if figures and most <= 1 and named is not Unit.HOURS else _unless(named, Unit.PERCENT)
        case "Hours per week":
            return _unless(_of_a_week(named, figures), Unit.HOURS)
        case "Total hours" | "Cost per hour":
            return Unit.DAYS if named is Unit.DAYS or (field == "Cost per hour" and "day" in folded(heading).split()) else None
        case "FTE":
            return Unit.PERCENT if (named is Unit.PERCENT and most > MOST_FTE) or most > MOST_HEADS else None
    return None


def _of_a_week(named: Unit | None, figures: Sequence[float]) -> Unit:
    if named is Unit.PERCENT:
        return Unit.PERCENT if max(figures, default=100.0) > MOST_FTE else Unit.SHARE
    return named or unit_of_figures(figures, Span.WEEKS, Target.CAPACITY)


def _unless(unit: Unit | None, own: Unit) -> Unit | None:
    return None if unit is own else unit


def unit_of_figures(figures: Sequence[float], span: Span, target: Target) -> Unit:
    """What figures of weeks or months count, by their size: 0.5 is a share, 3 are days, 24 are hours, 100 are percent."""
    most = max(figures, default=0.0)
    if span is Span.DAYS:
        return Unit.SHARE if most <= 1 else Unit.HOURS
    if most <= (MOST_FTE if span is Span.WEEKS else MOST_FTE_A_MONTH):
        return Unit.FTE
    if span is Span.WEEKS:
        return (
            Unit.DAYS
            if most <= MOST_DAYS_A_WEEK
            else Unit.HOURS
            if most <= MOST_HOURS_A_WEEK or target is Target.ASKED
            else _round(figures)
        )
    return Unit.DAYS if most <= MOST_DAYS_A_MONTH else Unit.HOURS


def _round(figures: Sequence[float]) -> Unit:
    return Unit.PERCENT if all(figure % 5 == 0 and figure <= 200 for figure in figures) else Unit.HOURS


def named_unit(texts: Iterable[str], figures: Sequence[float]) -> Unit | None:
    """The unit that titles or headings name; percent of figures that are at most 1 are shares."""
    for text in texts:
        unit = unit_in(unit_words(text)) or unit_in(text)
        if unit is Unit.PERCENT and figures and max(figures) <= MOST_FTE:
            return Unit.SHARE
        if unit is not None:
            return unit
    return None


def words_of(field: str, cells: Iterable[Cell]) -> tuple[tuple[str, str], ...]:
    """The words of a column and what is meant by each; blank where it is not known."""
    found = {" ".join(each.split()): folded(each) for each in cells if isinstance(each, str) and each.strip()}
    known = dict(CHOICES.get(field, {}))
    if field == "Priority" and not set(found.values()) & set(RANKED["Priority"]):
        known |= THREE_STEPS
    return tuple((word, known.get(plain, "")) for word, plain in found.items() if not _is_own(field, word))


def _is_own(field: str, word: str) -> bool:
    """Whether the contract knows the word itself."""
    if field in ("Priority", "Level", "Min level"):
        return not isinstance(whole(word), Misread)
    own = {"yes", "no", "y", "n", "true", "false", "0", "1"} if field == "Must do" else {"hard", "soft", "fs", "ss", "ff", "sf"}
    return folded(word) in ({folded(each.value) for each in OWN_WORDS[field]} if field in OWN_WORDS else own)
