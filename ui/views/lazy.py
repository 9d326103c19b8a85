"""Pages that are not seen wait with their work until they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls `reload` when asked to, or, while the page is hidden, once as soon as it is shown."""

    def __init__(self, page: QWidget, reload: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._reload, self._is_due = page, reload, True
        page.installEventFilter(self)

    def ask(self) -> None:
        if self._page.isVisible():
            self._is_due = False
            self._reload()
        else:
            self._is_due = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and self._is_due:
            self._is_due = False
            self._reload()
        return super().eventFilter(watched, event)
