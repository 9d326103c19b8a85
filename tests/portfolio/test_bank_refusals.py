"""What a server refuses is said in our words with the way out, and no word of it holds a password."""

from __future__ import annotations

import secrets
import traceback
from collections.abc import Iterator

import builders as b
import pytest
from bank_server import Server

from data.bank.address import Address
from data.bank.bank import Bank
from data.bank.errors import (
    BankError,
    NoDatabaseError,
    NoRightsError,
    NotLetInError,
)
from data.edits import adding

ADD_BOB = adding("Add Bob", [b.resource("Bob")])
TEAM = (
    "SET search_path = plimsoll",
    "GRANT USAGE ON SCHEMA plimsoll TO {}",
    "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA plimsoll TO {}",
    "GRANT UPDATE ON document TO {}",
    "GRANT UPDATE, DELETE ON settings, calendars, holidays, resources, absences, projects, demands, demand_weeks, bookings, dependencies, policies, scenarios, scenario_changes TO {}",
)
"""What docs/decisions/0010-shared-bank.md tells who runs a server to grant to a team."""


@pytest.fixture
def dana(server: Server, address: Address) -> Iterator[Address]:
    """The same database, for somebody who is not its owner."""
    name = f"dana_{secrets.token_hex(4)}"
    server.run(f"CREATE ROLE {name} LOGIN PASSWORD 'pass-{name}'")
    yield server.address(str(address.url.database), name, f"pass-{name}")
    server.run(f"DROP OWNED BY {name}", database=str(address.url.database))
    server.run(f"DROP ROLE {name}")


def refused(address: Address, kind: type[BankError]) -> str:
    """What is said at opening; nothing of it, nor of what a crash report would hold, is the password."""
    with pytest.raises(kind) as met:
        Bank.open(address)
    everything = "".join(traceback.format_exception(met.value)) + repr(met.value)
    assert str(address.url.password) not in everything
    return str(met.value)


def test_a_wrong_password_is_told_and_not_shown(server: Server, address: Address) -> None:
    said = refused(address.with_password("wr0ng"), NotLetInError)
    assert 'the server did not let you in (password authentication failed for user "boss"); check user name and password' in said


def test_a_password_that_is_missing_is_told(address: Address) -> None:
    bare = Address.of(str(address))
    with pytest.raises(NotLetInError, match=r"the server did not let you in \(.*no password supplied\)"):
        Bank.open(bare)


def test_a_database_that_is_not_there_is_told(server: Server) -> None:
    assert "the server has no database “nowhere”; check the name, or ask who runs the server to create it" in refused(
        server.address("nowhere"), NoDatabaseError
    )


def test_who_may_not_connect_is_told(server: Server, address: Address, dana: Address) -> None:
    server.run(f"REVOKE CONNECT ON DATABASE {address.url.database} FROM PUBLIC")
    assert "you may not do this (permission denied for database" in refused(dana, NoRightsError)


def test_who_may_not_read_is_told(address: Address, dana: Address) -> None:
    Bank.create(address, b.portfolio()).close()
    assert "permission denied for schema plimsoll); ask who made the bank for rights to its schema “plimsoll”" in refused(
        dana, NoRightsError
    )


def test_who_may_not_make_a_schema_is_told(dana: Address) -> None:
    with pytest.raises(NoRightsError, match="permission denied for database"):
        Bank.create(dana, b.portfolio())


def test_who_may_only_read_reads_and_is_told_at_the_first_edit(server: Server, address: Address, dana: Address) -> None:
    Bank.create(address, b.small_case()).close()
    for right in TEAM[1:3]:
        server.run(right.format(dana.url.username).replace(", INSERT", ""), database=str(address.url.database))
    with Bank.open(dana) as bank:
        state = bank.state
        with pytest.raises(NoRightsError, match="permission denied for table document"):
            bank.commit(ADD_BOB if "Bob" not in bank.portfolio.resources else adding("Add Eve", [b.resource("Eve")]))
        assert bank.state == state
        assert not bank.is_behind()


def test_a_team_with_the_rights_that_the_docs_name_works_and_cannot_change_the_log(server: Server, address: Address, dana: Address) -> None:
    with Bank.create(address, b.portfolio()) as owner:
        server.run(*(right.format(dana.url.username) for right in TEAM), database=str(address.url.database))
        with Bank.open(dana) as bank:
            bank.commit(ADD_BOB)
            bank.commit(ADD_BOB.inverse())
            bank.keep_plan(b.plan(b.allocation("Check", "Cleo", 2, 10.25)))
            owner.catch_up()
            assert owner.state == bank.state
    held = server.ask(
        f"SELECT has_table_privilege('{dana.url.username}', 'plimsoll.change_log', 'UPDATE, DELETE')", str(address.url.database)
    )
    assert held == [(False,)]


def test_a_server_with_no_room_for_one_more_is_told(server: Server, address: Address, dana: Address) -> None:
    Bank.create(address, b.portfolio()).close()
    server.run(f"ALTER ROLE {dana.url.username} CONNECTION LIMIT 0")
    assert "too many connections for role" in refused(dana, NotLetInError)
