"""The language of the window: which there are, which one is wanted, and how presenters, views and Qt's own dialogs come to speak it.

Texts of modules are said when these are imported, so the language is begun before anything else of the window is, and stays until the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.presenters.saying import speak

FOLDER = Path(__file__).parent / "translations"
ENGLISH = "en"
VARIABLE = "PLIMSOLL_LANGUAGE"
"""Names a language for one start, before what was chosen in the window."""


@dataclass(frozen=True)
class Language:
    """A language in force: its code and, unless it is English, the texts of the window and those of Qt."""

    code: str = ENGLISH
    translators: tuple[QTranslator, ...] = ()

    def install(self, application: QCoreApplication) -> None:
        """Lets views and Qt's own dialogs speak it."""
        for translator in reversed(self.translators):
            application.installTranslator(translator)

    @property
    def locale(self) -> QLocale:
        """How it calls months, where it is not that of the system."""
        return QLocale(self.code)


def languages() -> tuple[str, ...]:
    """The codes of all languages that the window speaks, English first."""
    return ENGLISH, *sorted(path.stem.removeprefix("plimsoll_") for path in FOLDER.glob("plimsoll_*.qm"))


def own_name(code: str) -> str:
    """What a language calls itself: English, Deutsch."""
    name = QLocale(code).nativeLanguageName() if code != ENGLISH else "English"
    return name[:1].upper() + name[1:]


def wanted(chosen: str, environment: Mapping[str, str], system: QLocale) -> str:
    """The language to speak: that of the environment, else the one chosen, else the system's; English where it is not there."""
    for said in (environment.get(VARIABLE, ""), chosen):
        code = said.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in languages():
            return code
    ranked = (tag.partition("-")[0] for tag in system.uiLanguages())
    return next((code for code in ranked if code in languages()), ENGLISH)


def begin(code: str) -> Language:
    """Lets the presenters speak it from here on; to be called before they are imported. Raises RuntimeError where it comes too late."""
    if code == ENGLISH:
        return Language()
    ours, qts = QTranslator(), QTranslator()
    if not ours.load(str(FOLDER / f"plimsoll_{code}.qm")):
        return Language()
    qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    speak(lambda context, text, disambiguation, n: ours.translate(context, text, disambiguation, n) or "")
    return Language(code, (ours, qts))
