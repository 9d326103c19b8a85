"""The settings of the window, each in force as soon as it is chosen, or from the next start on where it says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import languages, own_name
from ui.settings import SCALES, Preferences
from ui.theme import ThemeChoice
from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, label, wrapped
from ui.widgets.time_limit import TimeLimit


class SettingsDialog(QDialog):
    """`theme_chosen`, `language_chosen` and `time_limit_chosen` tell what others have to put in force; the rest is written here."""

    theme_chosen = Signal(object)
    language_chosen = Signal(str)
    time_limit_chosen = Signal(int)

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Settings"))
        self.theme, self.scale, self.language = QComboBox(), QComboBox(), QComboBox()
        self.time_limit = TimeLimit(preferences.time_limit)
        self.reopens = QCheckBox(self.tr("Start with the portfolio that was open last"))
        self._fill()
        self._lay_out()
        self.theme.activated.connect(self._choose_theme)
        self.scale.activated.connect(self._choose_scale)
        self.language.activated.connect(self._choose_language)
        self.time_limit.chosen.connect(self.time_limit_chosen)
        self.reopens.toggled.connect(self._choose_reopening)

    def _fill(self) -> None:
        kept = self._preferences
        for choice, name in zip(ThemeChoice, (self.tr("As the system is"), self.tr("Light"), self.tr("Dark")), strict=True):
            self.theme.addItem(name, choice)
        for percent in SCALES:
            self.scale.addItem(f"{percent} %", percent)
        for code, name in (("", self.tr("That of the system")), *((each, own_name(each)) for each in languages())):
            self.language.addItem(name, code)
        for box, value in ((self.theme, kept.theme), (self.scale, kept.scale), (self.language, kept.language)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.reopens.setChecked(kept.reopens_last)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        for words, part in (
            (self.tr("&Theme"), self.theme),
            (self.tr("&Size of text and everything else"), self.scale),
            (self.tr("&Language"), self.language),
            (self.tr("Time limit of a &solve"), self.time_limit),
        ):
            part.setAccessibleName(words.replace("&", ""))
            form.addRow(words, part)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Settings"), "heading"))
        column.addLayout(form)
        column.addWidget(self.reopens)
        column.addWidget(wrapped(self.tr("Size and language are in force from the next start on, everything else at once."), "muted"))
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(460)

    def _choose_theme(self) -> None:
        self.theme_chosen.emit(ThemeChoice(self.theme.currentData()))

    def _choose_scale(self) -> None:
        self._preferences.scale = self.scale.currentData()

    def _choose_language(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    def _choose_reopening(self, reopen: bool) -> None:
        self._preferences.reopens_last = reopen
