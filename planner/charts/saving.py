"""Charts as files: pictures, drawings and print, the same bytes for the same chart."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Literal

from matplotlib import rc_context
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from planner.charts.coverage import coverage_chart, coverage_pages
from planner.charts.gantt import gantt_chart, gantt_pages
from planner.charts.heat import heat_map, heat_pages
from planner.charts.load import load_chart, scarcest_role
from planner.charts.style import FONTS, ThemeName

Format = Literal["png", "svg", "pdf"]

FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
DOTS_PER_INCH = 200
LARGEST = 30_000
"""Most pixels along a side of a picture; a chart that would take more is drawn with fewer dots to the inch."""
METADATA: dict[str, dict[str, str | None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": "Plimsoll"},
    "pdf": {"CreationDate": None, "ModDate": None, "Producer": None, "Creator": "Plimsoll"},
}
"""No dates and no versions in a file, so that an unchanged chart is an unchanged file."""
WRITING: dict[Any, Any] = {
    "font.sans-serif": FONTS,
    "svg.fonttype": "none",
    "svg.hashsalt": "plimsoll",
    "pdf.fonttype": 42,
}  # Any: keys and values of rcParams
"""Text stays text in drawings, fonts are embedded in print, and ids do not change from run to run."""


class UnknownFormatError(PlannerError):
    """A chart was asked for in a format that is not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} cannot be written: a chart is saved as .png, .svg or .pdf, not “{path.suffix}”. Choose one of the three.")


class ChartNotSavedError(PlannerError):
    """The disk did not take the file; what was there before still is."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(f"{path} cannot be written: {reason.strerror or reason}. Choose another folder or make room.")


def save(figure: Figure, path: Path) -> None:
    """Write the chart in the format of the suffix, whole or not at all.

    Raises UnknownFormatError, or ChartNotSavedError where the disk refuses.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in METADATA:
        raise UnknownFormatError(path)
    try:
        _write_beside(figure, path, form)
    except OSError as reason:
        raise ChartNotSavedError(path, reason) from reason


def save_pages(figures: Iterable[Figure], path: Path) -> None:
    """Write figures as the pages of one PDF, whole or not at all; one figure is drawn at a time.

    Raises UnknownFormatError, or ChartNotSavedError where the disk refuses.
    """
    if path.suffix.lower() != ".pdf":
        raise UnknownFormatError(path)

    def draw(file: IO[bytes]) -> None:
        with PdfPages(file, metadata=dict(METADATA["pdf"])) as pages:
            for figure in figures:
                pages.savefig(figure, facecolor=figure.get_facecolor())

    try:
        _beside(path, draw)
    except OSError as reason:
        raise ChartNotSavedError(path, reason) from reason


def chart_names() -> tuple[str, ...]:
    """The charts that `save_all` writes, in the order of reading."""
    return ("load", "load-scarcest-role", "heat-map", "coverage", "gantt")


def save_all(
    portfolio: Portfolio,
    plan: Plan,
    folder: Path,
    theme: ThemeName = "light",
    formats: Sequence[Format] = FORMATS,
    *,
    today: dt.date | None = None,
) -> tuple[Path, ...]:
    """Every chart in every format, in a folder that is made where it is missing; the paths as written.

    Pages after the first are numbered (heat-map-2.png). Nothing is short: the load of the scarcest role is left out.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise ChartNotSavedError(folder, reason) from reason
    written = []
    for name, figure in _charts(portfolio, plan, theme, today):
        for form in formats:
            written.append(folder / f"{name}.{form}")
            save(figure, written[-1])
    return tuple(written)


def _charts(portfolio: Portfolio, plan: Plan, theme: ThemeName, today: dt.date | None) -> Iterator[tuple[str, Figure]]:
    """One figure at a time: a large heat map takes some memory."""
    load, scarcest, heat, coverage, gantt = chart_names()
    yield load, load_chart(portfolio, plan, theme=theme, today=today)
    role = scarcest_role(portfolio, plan)
    if role is not None:
        yield scarcest, load_chart(portfolio, plan, theme=theme, role=role, today=today)
    for page in range(1, heat_pages(portfolio) + 1):
        yield _numbered(heat, page), heat_map(portfolio, plan, theme=theme, page=page, today=today)
    for page in range(1, coverage_pages(portfolio) + 1):
        yield _numbered(coverage, page), coverage_chart(portfolio, plan, theme=theme, page=page)
    for page in range(1, gantt_pages(portfolio) + 1):
        yield _numbered(gantt, page), gantt_chart(portfolio, plan, theme=theme, page=page, today=today)


def _numbered(name: str, page: int) -> str:
    return name if page == 1 else f"{name}-{page}"


def _write_beside(figure: Figure, path: Path, form: str) -> None:
    def draw(file: IO[bytes]) -> None:
        figure.savefig(file, format=form, dpi=_dots(figure), facecolor=figure.get_facecolor(), metadata=METADATA[form])

    _beside(path, draw)


def _beside(path: Path, draw: Callable[[IO[bytes]], None]) -> None:
    """Draw into a temporary file next to the target and put it in its place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, rc_context(WRITING), warnings.catch_warnings():
            # A name in letters that the charts' font lacks is drawn with empty boxes: a flaw, no failure.
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            draw(file)
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _dots(figure: Figure) -> float:
    return min(float(DOTS_PER_INCH), LARGEST / float(max(figure.get_size_inches())))


def _umask() -> int:
    """What the user's new files may not allow; there is no way to read it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
