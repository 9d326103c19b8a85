"""Another program on the same screen, such as a spreadsheet: it puts texts on the clipboard and says what is there.

Each line of stdin is a request, each line of stdout an answer, both JSON: {"put": TEXT} or {"take": true}; {"picture": PATH} takes a
picture of the whole screen.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication


def answer() -> None:
    line = sys.stdin.readline()
    if not line:
        QGuiApplication.quit()
        return
    match json.loads(line):
        case {"put": text}:
            QGuiApplication.clipboard().setText(text)
            said = text
        case {"picture": path}:
            said = str(QGuiApplication.primaryScreen().grabWindow(0).save(path))
        case _:
            said = QGuiApplication.clipboard().text()
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    application = QGuiApplication([])
    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(answer)
    sys.exit(application.exec())
