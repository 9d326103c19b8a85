"""Text files that people write for Plimsoll themselves: policies and mappings, in TOML."""

from __future__ import annotations

from pathlib import Path

from data.errors import PlannerError


def text_of(path: Path, kind: str, most_bytes: int, error: type[PlannerError]) -> str:
    """The text of a file that should hold a policy, a mapping or whatever `kind` says. Raises `error` with the way out.

    A file of more than `most_bytes` is another one by mistake, and not read whole.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(most_bytes + 1)
    except OSError as problem:
        raise error(f"{path}: cannot be read ({problem.strerror or problem}); name a {kind} file.") from problem
    if len(content) > most_bytes:
        raise error(f"{path}: has more than {most_bytes:,} bytes, which is no {kind}; name a {kind} file.")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        raise error(f"{path}: is no text in UTF-8; save it as UTF-8.") from problem
