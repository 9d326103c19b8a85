"""The system libraries that Qt needs and Python's packages do not bring: found by asking the loader, installed where allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

OFFSCREEN: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
}
"""The Debian and Ubuntu package of each library that Qt needs even without a screen."""

WINDOW: Final = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""The same for a real window, beside the ones above."""

SCREEN: Final = {"Xvfb": "xvfb"}
"""The package of the virtual screen on which a real window is tested."""

PACKAGES: Final = {"none": {}, "offscreen": OFFSCREEN, "window": OFFSCREEN | WINDOW, "screen": OFFSCREEN | WINDOW | SCREEN}

MODULES: Final = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest")
PLUGINS: Final = {
    "offscreen": ("platforms/libqoffscreen.so", "platforms/libqminimal.so"),
    "window": ("platforms/libqoffscreen.so", "platforms/libqxcb.so", "xcbglintegrations/*.so", "platforms/libqwayland*.so"),
    "screen": ("platforms/libqoffscreen.so", "platforms/libqxcb.so", "xcbglintegrations/*.so"),
}


class MissingLibrariesError(Exception):
    """Qt lacks system libraries that could not be installed; the message says which line to type."""


def provide(wanted: str, environment: Path, python: Path) -> None:
    """See that Qt finds what it needs for `wanted`, a key of PACKAGES; asks once for each environment.

    Nobody is kept from the other tests where a virtual screen cannot be had: only in CI (the variable CI) it must be there.
    """
    stamp = environment / f"qt-{wanted}"
    if wanted not in PLUGINS or not sys.platform.startswith("linux") or stamp.exists():
        return
    missing = missing_parts(wanted, environment)
    if missing and install_packages(packages_of(missing)):
        missing = missing_parts(wanted, environment)
    if missing and wanted == "screen" and not os.environ.get("CI"):
        print(f"The test of the real window is left out. {advice(missing, wanted)}", file=sys.stderr)
        provide("offscreen", environment, python)
        return
    if missing:
        raise MissingLibrariesError(advice(missing, wanted))
    try_qt(python)
    stamp.touch()


def missing_parts(wanted: str, environment: Path) -> tuple[str, ...]:
    """What the loader does not find, and the virtual screen where it is wanted and not there."""
    programs = SCREEN if wanted == "screen" else {}
    return (*missing_libraries(wanted, environment), *(name for name in programs if shutil.which(name) is None))


def missing_libraries(wanted: str, environment: Path) -> tuple[str, ...]:
    """The libraries that the loader does not find for Qt's modules and the plugins of `wanted`."""
    files = [str(file) for folder in environment.glob("lib/python3*/site-packages/PySide6") for file in needed_files(folder, wanted)]
    if shutil.which("ldd") is None:
        return ()
    report = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
    return tuple(sorted({line.split()[0] for line in report.splitlines() if line.endswith("=> not found")}))


def packages_of(libraries: tuple[str, ...]) -> list[str]:
    known = PACKAGES["screen"]
    return sorted({known[library] for library in libraries if library in known})


def usual_packages(wanted: str) -> list[str]:
    """Every package that `wanted` may need, for a line typed before Qt itself can be asked."""
    return packages_of(tuple(PACKAGES[wanted]))


def needed_files(folder: Path, wanted: str) -> list[Path]:
    bindings = [file for module in MODULES for file in folder.glob(f"{module}.*.so")]
    return bindings + [file for pattern in PLUGINS[wanted] for file in (folder / "Qt" / "plugins").glob(pattern)]


def try_qt(python: Path) -> None:
    """Start an application offscreen: the loader's word is not the whole truth."""
    code = f"from PySide6 import {', '.join(MODULES)}; QtWidgets.QApplication([])"
    screenless = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run([python, "-E", "-s", "-c", code], capture_output=True, text=True, check=False, env=screenless)
    if tried.returncode != 0:
        raise MissingLibrariesError(f"Qt does not start:\n{tried.stderr}")


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages as root or through sudo that asks no password; False where this user may not."""
    prefix = privileged_prefix()
    if prefix is None or not packages:
        return False
    print(f"Installing {' '.join(packages)} ...", flush=True)
    unasked = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    steps = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
    done = False
    for step in steps:  # an index that cannot be renewed may still do: only the installation counts
        done = subprocess.run([*prefix, *step], check=False, env=unasked, stdout=subprocess.DEVNULL).returncode == 0
    return done


def privileged_prefix() -> list[str] | None:
    """What to put before apt-get: nothing as root, sudo where it asks no password; None where neither can be had."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return None


def command_line(packages: list[str]) -> str:
    """The line a user types to install these packages."""
    prefix = "" if os.geteuid() == 0 else "sudo "
    return f"{prefix}apt-get update && {prefix}apt-get install -y --no-install-recommends {' '.join(packages)}"


def advice(missing: tuple[str, ...], wanted: str) -> str:
    """What to type for the libraries that are missing, and how to do without a window."""
    lines = [f"Qt lacks parts of the system: {', '.join(missing)}."]
    if shutil.which("apt-get"):
        lines += ["Type this line, then try again:", "", f"    {command_line(packages_of(missing))}", ""]
    else:
        lines.append("Install them under the names that your system has for them, then try again.")
    if wanted == "window":
        lines.append("Or go without a window: `env -u DISPLAY -u WAYLAND_DISPLAY make demo` writes the plan and its charts to demo-out.")
    return "\n".join(lines)
