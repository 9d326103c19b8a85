"""Make .venv from the pinned versions, and see that Qt finds its system libraries.

    python3 tools/bootstrap.py [none | offscreen | window | screen]

The word says which of Qt's system libraries the caller needs (default: none); screen adds the virtual screen of the tests.
Only the standard library is used, so any Python 3.11 to 3.14 can start it. A second run finds everything done and returns at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

import system_libraries
import tiny_portfolio

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "ready"
SEARCH_STAMP = ENVIRONMENT / "search-compiled"
BINARIES = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BINARIES / ("python.exe" if os.name == "nt" else "python")

# What in the user's environment would send packages elsewhere or mix in another Python's.
DISTURBING = ("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")


class SetupError(Exception):
    """A step of the set-up failed; the message says what to do."""


def main() -> int:
    """Set everything up; 0 when the caller can go on, 1 with the way out printed, 2 for wrong usage."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "none"
    if wanted not in system_libraries.PACKAGES:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        if not environment_is_ready():
            leave_environment()
            build_environment(wanted)
        compile_search()
        system_libraries.provide(wanted, ENVIRONMENT, PYTHON)
    except (SetupError, system_libraries.MissingLibrariesError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


def fingerprint() -> str:
    """What .venv is made from: the pinned versions, this Python, and this place (a moved .venv points back)."""
    project = project_file()
    made_from = [project["build-system"], project["project"], project["dependency-groups"], sys.version, sys.base_prefix, str(ROOT)]
    content = repr(made_from).encode() + (ROOT / "constraints.txt").read_bytes() + Path(__file__).read_bytes()
    return hashlib.sha256(content).hexdigest()


def project_file() -> dict[str, Any]:  # Any: as tomllib gives it
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def environment_is_ready() -> bool:
    try:
        return STAMP.read_text() == fingerprint()
    except OSError:
        return False


def leave_environment() -> None:
    """Go on in the Python that .venv was made with: an environment cannot rebuild itself."""
    if sys.prefix != sys.base_prefix:
        base = os.fspath(Path(sys._base_executable).resolve())  # type: ignore[attr-defined] # it has no public name
        os.execv(base, [base, "-E", "-s", *sys.argv])  # noqa: S606 - the same script, no shell


def build_environment(wanted: str) -> None:
    started = time.monotonic()
    print(f"Setting up .venv with Python {sys.version.split()[0]} (once; about a minute) ...", flush=True)
    make_empty_environment(wanted)
    install("--constraint", "constraints.txt", *requirements())
    # The packages go in by a path, so an edit of the sources is live; hatchling is there already, at its pinned version.
    install("--no-deps", "--no-build-isolation", "--editable", ".")
    compile_own_packages()
    STAMP.write_text(fingerprint())
    print(f"Done in {time.monotonic() - started:.0f} s.", flush=True)


def requirements() -> list[str]:
    """What the product and its developers need, as pyproject.toml says (pip before 25.1 cannot read groups)."""
    project = project_file()
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


def make_empty_environment(wanted: str) -> None:
    """A fresh .venv with pip in it, whichever way this Python can have one."""
    if not has_ensurepip() and not can_lend_pip():
        install_venv_package(wanted)
    own = has_ensurepip()
    run([sys.executable, "-m", "venv", "--clear", *([] if own else ["--without-pip"]), str(ENVIRONMENT)], "make .venv")
    if not own:
        run([sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "pip"], "put pip into .venv")


def has_ensurepip() -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def can_lend_pip() -> bool:
    """Whether this Python has a pip that can install into another environment (22.3 and newer)."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--python", sys.executable, "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def install_venv_package(wanted: str) -> None:
    """Debian keeps ensurepip in a package of its own: install it where this user may, else say how."""
    packages = [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
    if not system_libraries.install_packages(packages) or not has_ensurepip():
        line = system_libraries.command_line([*packages, *system_libraries.usual_packages(wanted)])
        raise SetupError(f"This Python ({sys.executable}) cannot make an environment. Type this line, then try again:\n\n    {line}\n")


def install(*arguments: str) -> None:
    """Run the environment's pip; its index is the user's own (PIP_INDEX_URL, pip.conf)."""
    run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--compile", "--disable-pip-version-check", *arguments],
        "install the packages (pip says why above; it takes its index from PIP_INDEX_URL or pip.conf where you have one)",
    )


def compile_own_packages() -> None:
    """Write bytecode for our own sources, even where the user forbids it: without it each start costs a second more."""
    packages = ("data", "planner", "solver", "ui")
    run([str(PYTHON), "-m", "compileall", "-q", *packages], "compile the packages")


def compile_search() -> None:
    """Solve a tiny portfolio once the search's inner loops are new: they become machine code, kept on disk, before anyone waits."""
    loops = [file.read_bytes() for file in sorted((ROOT / "solver").glob("*.py")) if b"solver.compiled" in file.read_bytes()]
    state = hashlib.sha256(b"".join(loops)).hexdigest()
    if SEARCH_STAMP.exists() and SEARCH_STAMP.read_text() == state:
        return
    print("Compiling the search (a minute) ...", flush=True)
    with tempfile.TemporaryDirectory() as place:
        tiny_portfolio.write(Path(place) / "tiny")
        command = [str(PYTHON), "-m", "planner", "solve", str(Path(place) / "tiny"), str(Path(place) / "plan"), "--time-limit", "5"]
        solved = subprocess.run(command, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=False)
    if solved.returncode != 0:  # no reason to stop: the tests say more of what is wrong
        print(f"The first solve failed; going on without it.\n{solved.stderr}", file=sys.stderr)
        return
    SEARCH_STAMP.write_text(state)


def run(command: list[str], purpose: str) -> None:
    if subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode != 0:
        raise SetupError(f"Could not {purpose}.")


def clean_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in DISTURBING}
    return kept | {"PYTHONNOUSERSITE": "1", "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_USE_PEP517": "1", "PIP_ROOT_USER_ACTION": "ignore"}


if __name__ == "__main__":
    sys.exit(main())
