"""Charts are saved whole, the same bytes each time, with text as text."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from builders import allocation, plan, small_case, week

from planner.charts import chart_names, load_chart, save, save_all
from planner.charts.saving import ChartNotSavedError, UnknownFormatError
from planner.charts.style import DARK, LIGHT, PROJECT_COLOURS, elided, ink_on, percent, text_width

ROOT = Path(__file__).parents[2]


def small_plan():
    return plan(allocation("Build", "Ann", 1, 40.0), allocation("Check", "Cleo", 2, 10.0))


def chart(**options):
    return load_chart(small_case(), small_plan(), today=week(2), **options)


def test_a_picture_has_200_dots_to_the_inch(tmp_path):
    save(chart(), tmp_path / "load.png")
    written = (tmp_path / "load.png").read_bytes()
    assert written.startswith(b"\x89PNG")
    assert (int.from_bytes(written[16:20]), int.from_bytes(written[20:24])) == (2400, 1160)


def test_text_stays_text_in_a_drawing(tmp_path):
    save(chart(), tmp_path / "load.svg")
    texts = {"".join(text.itertext()) for text in ET.parse(tmp_path / "load.svg").iter("{http://www.w3.org/2000/svg}text")}
    assert {"Apollo", "capacity", "hours a week"} <= texts


def test_print_embeds_its_fonts_and_tells_no_date(tmp_path):
    save(chart(), tmp_path / "load.pdf")
    written = (tmp_path / "load.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert b"/FontFile2" in written
    assert b"CreationDate" not in written


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_chart_is_the_same_file(tmp_path, suffix):
    save(chart(), tmp_path / f"one{suffix}")
    save(chart(), tmp_path / f"two{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_a_drawing_does_not_depend_on_the_process(tmp_path):
    save(chart(), tmp_path / "here.svg")
    script = (
        "import sys; sys.path[:0] = ['tests', '.']; from pathlib import Path\n"
        "from builders import *; from planner.charts import load_chart, save\n"
        "given = plan(allocation('Build', 'Ann', 1, 40.0), allocation('Check', 'Cleo', 2, 10.0))\n"
        f"save(load_chart(small_case(), given, today=week(2)), Path({str(tmp_path / 'there.svg')!r}))"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    assert (tmp_path / "here.svg").read_bytes() == (tmp_path / "there.svg").read_bytes()


def test_the_page_has_the_colour_of_the_theme(tmp_path):
    save(chart(theme="dark"), tmp_path / "dark.svg")
    assert DARK.surface.lower() in (tmp_path / "dark.svg").read_text(encoding="utf-8")


def test_another_suffix_is_refused_by_name(tmp_path):
    with pytest.raises(UnknownFormatError, match=r"load\.gif cannot be written: a chart is saved as \.png, \.svg or \.pdf, not “\.gif”"):
        save(chart(), tmp_path / "load.gif")


def test_a_folder_that_is_not_there_is_a_planner_error(tmp_path):
    with pytest.raises(ChartNotSavedError, match=r"load\.png cannot be written: No such file or directory"):
        save(chart(), tmp_path / "nowhere" / "load.png")


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "load.png"
    target.write_bytes(b"old")
    figure = chart()

    def full_disk(*args, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(figure, "savefig", full_disk)
    with pytest.raises(ChartNotSavedError, match="No space left on device"):
        save(figure, target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("load.png", b"old")]


def test_every_chart_is_saved_in_every_format_asked_for(tmp_path):
    written = save_all(small_case(), small_plan(), tmp_path / "charts", formats=("svg",), today=week(2))
    assert chart_names() == ("load", "load-scarcest-role", "heat-map", "coverage", "gantt")
    assert [path.name for path in written] == ["load.svg", "load-scarcest-role.svg", "heat-map.svg", "coverage.svg", "gantt.svg"]
    assert sorted(path.name for path in (tmp_path / "charts").iterdir()) == sorted(path.name for path in written)


def test_letters_the_font_lacks_are_no_failure(tmp_path):
    figure = chart()
    figure.text(0.5, 0.5, "計画")
    save(figure, tmp_path / "load.png")
    assert (tmp_path / "load.png").stat().st_size > 10_000


def test_a_long_text_is_cut_to_its_room():
    assert elided("Data platform", 8.0, 5.0) == "Data platform"
    cut = elided("Data platform migration", 8.0, 1.0)
    assert cut.startswith("Data plat")
    assert cut.endswith("…")
    assert text_width(cut, 8.0) <= 1.0


def test_almost_all_is_99_percent():
    assert [percent(share) for share in (0.0, 0.5, 0.989, 0.996, 1.0)] == ["0 %", "50 %", "99 %", "99 %", "100 %"]


@pytest.mark.parametrize("colour", [*PROJECT_COLOURS, LIGHT.other, DARK.other])
def test_names_on_colours_have_contrast_enough(colour):
    assert _contrast(colour, ink_on(colour)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_figures_and_words_have_contrast_enough(theme):
    inks = [*theme.ramp.values()]
    assert min(_contrast(ink.fill, ink.text) for ink in inks) >= 4.5
    assert min(_contrast(theme.surface, colour) for colour in (theme.text, theme.muted, theme.accent)) >= 4.5


def test_the_command_line_starts_without_the_drawing_library():
    script = "import sys, planner.cli; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
