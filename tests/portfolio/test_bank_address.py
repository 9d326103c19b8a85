"""The address of a bank: read, refused in words, and never shown with its password."""

from __future__ import annotations

import sys
import traceback

import builders as b
import pytest

from data.bank.address import Address, BadAddressError, is_address
from data.bank.bank import Bank
from data.bank.errors import NoDriverError, UnreachableError

SECRET = "s3cr:t@/?#ü%"
QUOTED = "s3cr%3At%40%2F%3F%23%C3%BC%25"
WHOLE = f"postgresql+psycopg://dana:{QUOTED}@db.example.org:5433/portfolio?sslmode=require"


def test_the_password_is_read_and_never_shown() -> None:
    address = Address.of(WHOLE)
    assert address.url.password == SECRET
    assert str(address) == "postgresql+psycopg://dana@db.example.org:5433/portfolio?sslmode=require"
    assert repr(address) == f"Address('{address}')"


def test_an_address_as_shown_is_an_address_and_takes_the_password_again() -> None:
    address = Address.of(WHOLE)
    assert Address.of(str(address)).with_password(SECRET) == address


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_usual_names_of_the_server_are_understood(scheme: str) -> None:
    assert str(Address.of(f" {scheme}://dana@db/plan ")) == "postgresql+psycopg://dana@db/plan"


def test_a_password_after_the_question_mark_is_a_password_too() -> None:
    address = Address.of(f"postgresql://dana@/plan?host=/run/postgresql&password={QUOTED}&options=-c%20x%3Dy")
    assert address.url.password == SECRET
    assert str(address) == "postgresql+psycopg://dana@/plan?host=%2Frun%2Fpostgresql"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "mysql://dana:hunter2@db/plan",
            "it does not begin with postgresql+psycopg://",
        ),
        ("postgresql://dana:hunter2@db", "it names no database after the host"),
        ("postgresql://dana:hunter2@db:x/plan", "it cannot be read; in a password write %40 for @ and %3A for :"),
        ("postgresql://db:hunter2/plan", "it cannot be read; in a password write %40 for @ and %3A for :"),
        ("postgresql://dana@db?password=hunter2", "it names no database after the host"),
        ("C:\\plans\\case.plimsoll", "it cannot be read; in a password write %40 for @ and %3A for :"),
        ("", "it cannot be read; in a password write %40 for @ and %3A for :"),
    ],
)
def test_what_is_no_address_is_refused_with_an_example_and_without_its_password(text: str, said: str) -> None:
    with pytest.raises(BadAddressError) as met:
        Address.of(text)
    assert (
        str(met.value) == f"This is no address of a shared bank ({said}); write it like postgresql+psycopg://dana@db.example.org/portfolio"
    )
    assert "hunter2" not in "".join(traceback.format_exception(met.value))


def test_an_address_is_told_from_a_path() -> None:
    assert is_address(WHOLE)
    assert is_address("postgres://db/plan")
    assert not any(
        is_address(each) for each in ("case.plimsoll", "C:\\case.plimsoll", "/home/postgres/case.plimsoll", "mysql://db/plan", "")
    )


def test_without_the_driver_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NoDriverError, match=r"need psycopg, which is not installed here; type: pip install 'plimsoll-planner\[bank\]'"):
        Bank.open(Address.of("postgresql://dana@db/plan"))


def test_a_server_that_is_not_there_is_told_soon() -> None:
    with pytest.raises(UnreachableError, match=r"the server cannot be reached \(.*refused.*\); check host, port and network"):
        Bank.create(Address.of(f"postgresql://dana:{QUOTED}@127.0.0.1:1/plan"), b.portfolio())
