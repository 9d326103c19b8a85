"""Light and dark: palette, a small style sheet, and the keeper that follows the system or the user's choice."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.tokens import BASE_PIXELS, DARK, LIGHT, Tokens

STYLE_SHEET = Template((Path(__file__).parent / "style.qss").read_text(encoding="utf-8"))


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The theme in force. Widgets that paint with tokens connect to `changed`."""

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self.tokens = self._resolved()
        application.setStyle("Fusion")
        application.setFont(base_font(application.font()))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._show()

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Puts the choice in force at once, everywhere."""
        self._choice = choice
        self._follow_system()

    def _follow_system(self) -> None:
        tokens = self._resolved()
        if tokens is not self.tokens:
            self.tokens = tokens
            self._show()
            self.changed.emit(tokens)

    def _resolved(self) -> Tokens:
        if self._choice is ThemeChoice.SYSTEM:
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _show(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))


def base_font(system: QFont) -> QFont:
    """The system's font at 13 px with tabular figures where it has them."""
    font = QFont(system)
    font.setPixelSize(BASE_PIXELS)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def style_sheet(tokens: Tokens) -> str:
    colours = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__ if name not in ("name", "ramp")}
    return STYLE_SHEET.substitute(colours, theme=tokens.name, icons=(Path(__file__).parent / "icons").as_posix())


def palette(tokens: Tokens) -> QPalette:
    """The tokens as the roles Qt's own style paints with."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in (
        (roles.Window, tokens.window),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.window),
        (roles.Button, tokens.raised),
        (roles.ToolTipBase, tokens.raised),
        (roles.Highlight, tokens.selection),
        (roles.HighlightedText, tokens.text),
        (roles.WindowText, tokens.text),
        (roles.Text, tokens.text),
        (roles.ButtonText, tokens.text),
        (roles.ToolTipText, tokens.text),
        (roles.PlaceholderText, tokens.muted),
        (roles.Link, tokens.accent),
        (roles.Accent, tokens.accent),
        (roles.Mid, tokens.line),
        (roles.Midlight, tokens.grid),
        (roles.Light, tokens.raised),
        (roles.Dark, tokens.line),
        (roles.Shadow, tokens.line),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
