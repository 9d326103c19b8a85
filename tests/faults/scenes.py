"""Every operation on a file, with what comes before it: the steps before are done in peace, those of the scene meet the fault."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """Steps of `tests.faults.acting`, by their names."""

    before: tuple[str, ...]
    steps: tuple[str, ...]


_WORKED_ON = ("create", "edit", "plan", "publish", "change")
_CHANGED_OUTSIDE = (*_WORKED_ON, "copy", "edit", "publish", "edit", "change_outside", "meet_change")

SCENES = {
    "create": Scene((), ("create",)),
    "open": Scene((*_WORKED_ON, "close"), ("open",)),
    "edit": Scene(_WORKED_ON, ("edit", "change")),
    "bulk edit": Scene(_WORKED_ON, ("bulk",)),
    "undo": Scene((*_WORKED_ON, "bulk"), ("undo",)),
    "redo": Scene((*_WORKED_ON, "bulk", "undo"), ("redo",)),
    "import": Scene(_WORKED_ON, ("import",)),
    "accept plan": Scene(_WORKED_ON, ("plan",)),
    "save": Scene((*_WORKED_ON, "edit"), ("publish",)),
    "save as": Scene((*_WORKED_ON, "edit"), ("save_as",)),
    "save as over another": Scene(("create_other", *_WORKED_ON, "edit"), ("save_over",)),
    "save a copy": Scene((*_WORKED_ON, "edit"), ("copy",)),
    "save a copy over another": Scene(("create_other", *_WORKED_ON, "edit"), ("copy_over",)),
    "restore a backup": Scene((*_WORKED_ON, "publish", "edit"), ("restore", "publish")),
    "restore a damaged file": Scene((*_WORKED_ON, "close", "damage"), ("restore_file",)),
    "migrate": Scene(("old_file",), ("open", "edit", "publish")),
    "close": Scene((*_WORKED_ON, "edit"), ("close",)),
    "take up what was left": Scene((*_WORKED_ON, "edit", "leave"), ("take_up", "publish")),
    "set aside what was left": Scene((*_WORKED_ON, "edit", "leave"), ("set_aside",)),
    "write over theirs": Scene(_CHANGED_OUTSIDE, ("replace_theirs",)),
    "keep both": Scene(_CHANGED_OUTSIDE, ("keep_both",)),
    "take theirs": Scene(_CHANGED_OUTSIDE, ("take_theirs",)),
}
