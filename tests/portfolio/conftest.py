"""A PostgreSQL server for the tests of shared banks, one for a run, and a database of its own for each test."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from bank_server import NoServerError, Server, running

from data.bank.address import Address


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    try:
        with running() as started:
            yield started
    except NoServerError as why:
        pytest.skip(str(why))


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """An empty database."""
    name = f"bank_{secrets.token_hex(4)}"
    server.create(name)
    yield server.address(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
