"""What every test shares: no real screen, nothing of the user's own settings touched, the same examples every time."""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator

PRIVATE = tempfile.mkdtemp(prefix="plimsoll-tests-")
atexit.register(shutil.rmtree, PRIVATE, ignore_errors=True)

# Before any Qt import: an offscreen screen, and settings, data and cache in a folder of this run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for place in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HYPOTHESIS_STORAGE_DIRECTORY"):
    os.environ[place] = os.path.join(PRIVATE, place.lower())  # noqa: PTH118 - before anything else is imported

import pytest  # noqa: E402
from bank_server import NoServerError, Server, running  # noqa: E402
from hypothesis import HealthCheck, Phase, settings  # noqa: E402

from data.bank.address import Address  # noqa: E402

settings.register_profile(
    "plimsoll",
    deadline=None,
    derandomize=True,
    max_examples=40,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),  # explaining a failure of a whole portfolio takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("plimsoll")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the tests of shared banks, one for a run; where one is installed and does not work, they fail."""
    try:
        with running() as started:
            yield started
    except NoServerError as why:
        pytest.skip(str(why))


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """An empty database, the test's own."""
    name = f"bank_{secrets.token_hex(4)}"
    server.create(name)
    yield server.address(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
