"""Builders of the columns that show one field of an entity, shared by the tables of resources, projects and demands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from data.entities import Entity, Id
from data.workbook.sheets import Look
from ui.presenters import fields
from ui.presenters.columns import Column, SortKey, by_figure, by_text
from ui.presenters.formats import Formats


class OfEntity(Protocol):
    """A row that stands for one entity."""

    @property
    def id(self) -> Id: ...

    @property
    def entity(self) -> Entity: ...


Row = TypeVar("Row", bound=OfEntity)
Reader = Callable[[str], object]


class HasName(Protocol):
    """What a reference can name."""

    @property
    def name(self) -> str: ...


MANY = 40
"""Names beyond which choosing from a list alone is slow."""


class FieldColumns(Generic[Row]):
    """Makes columns of fields for one type of row."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def words(
        self,
        field: str,
        heading: str,
        width: int,
        say: Callable[[Row], str],
        read: Reader | None,
        *,
        tip: str = "",
        choices: Callable[[], Sequence[str]] | None = None,
        free: bool = False,
    ) -> Column[Row]:
        """A column of text; without a reader it cannot be edited."""
        return Column(
            key=field,
            heading=heading,
            width=width,
            text=say,
            order=lambda row: by_text(say(row)),
            tip=tip,
            read=_changing(field, read),
            choices=choices,
            free=free,
        )

    def reference(
        self,
        field: str,
        heading: str,
        width: int,
        say: Callable[[Row], str],
        targets: Mapping[Id, HasName],
        what: str,
    ) -> Column[Row]:
        """A column that names something else in the portfolio; with many to choose from a name can be typed, too."""
        names = [(target.name, key) for key, target in targets.items()]
        offered = lambda: sorted((name for name, _ in names), key=str.casefold)  # noqa: E731
        return self.words(field, heading, width, say, fields.reference(names, what), choices=offered, free=len(names) > MANY)

    def figure(
        self,
        field: str,
        heading: str,
        width: int,
        value: Callable[[Row], float | None],
        read: Reader | None,
        *,
        tip: str = "",
    ) -> Column[Row]:
        """A column of figures that shows the decimals they have."""
        return Column(
            key=field,
            heading=heading,
            width=width,
            text=lambda row: self._formats.figure(value(row)),
            order=lambda row: by_figure(value(row)),
            tip=tip,
            numeric=True,
            read=_changing(field, read),
            measure=self._formats.read_number,
            out=value,
            look=Look.PLAIN,
        )

    def shown(
        self,
        key: str,
        heading: str,
        width: int,
        value: Callable[[Row], float | None],
        say: Callable[[float | None], str],
        *,
        tip: str,
        share: bool = False,
        mark: Callable[[Row], str] | None = None,
    ) -> Column[Row]:
        """A column of figures that were worked out, not typed; a `share` is a fraction shown as percent."""
        return Column(
            key=key,
            heading=heading,
            width=width,
            text=lambda row: say(value(row)),
            order=lambda row: by_figure(value(row)),
            tip=tip,
            numeric=True,
            mark=mark,
            measure=(lambda text: self._formats.read_number(text) / 100) if share else self._formats.read_number,
            out=value,
            look=Look.SHARE if share else Look.HOURS,
        )

    def date(self, field: str, heading: str, width: int, read: Reader | None, *, tip: str = "") -> Column[Row]:
        """A column of dates, sorted by day."""

        def order(row: Row) -> SortKey:
            day = getattr(row.entity, field)
            return (day is None, day.toordinal() if day else 0)

        return Column(
            key=field,
            heading=heading,
            width=width,
            text=lambda row: self._formats.date(getattr(row.entity, field)),
            order=order,
            tip=tip,
            read=_changing(field, read),
            measure=lambda text: float(self._formats.read_date(text).toordinal()),
            out=lambda row: getattr(row.entity, field),
            look=Look.DATE,
        )


def _changing(field: str, read: Reader | None) -> Callable[[Row, str], Entity] | None:
    if read is None:
        return None
    return lambda row, text: replace(row.entity, **{field: read(text)})  # type: ignore[arg-type]  # read is that field's reader
