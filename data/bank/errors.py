"""What can be wrong with a bank, its server or the way to it, each with its place and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from data.bank.address import Address
from data.entities import Id
from data.errors import PlannerError


class BankError(PlannerError):
    """Something about one bank; `address` says which."""

    def __init__(self, address: Address, said: str) -> None:
        super().__init__(f"{address}: {address.without_secrets(said)}")
        self.address = address


class NoDriverError(BankError):
    def __init__(self, address: Address) -> None:
        super().__init__(address, "shared banks need psycopg, which is not installed here; type: pip install 'plimsoll-planner[bank]'")


class UnreachableError(BankError):
    def __init__(self, address: Address, why: str) -> None:
        super().__init__(address, f"the server cannot be reached ({why}); check host, port and network, or ask who runs the server")


class NotLetInError(BankError):
    def __init__(self, address: Address, why: str) -> None:
        super().__init__(address, f"the server did not let you in ({why}); check user name and password, or ask who runs the server")


class NoDatabaseError(BankError):
    def __init__(self, address: Address) -> None:
        name = address.url.database
        super().__init__(address, f"the server has no database “{name}”; check the name, or ask who runs the server to create it")


class NoRightsError(BankError):
    def __init__(self, address: Address, why: str) -> None:
        super().__init__(address, f"you may not do this ({why}); ask who made the bank for rights to its schema “plimsoll”")


class NoBankError(BankError):
    def __init__(self, address: Address) -> None:
        super().__init__(address, "this database holds no portfolio yet; check its name, or create a shared bank in it")


class AlreadyABankError(BankError):
    def __init__(self, address: Address) -> None:
        super().__init__(address, "this database holds a portfolio already; open that, or name another database")


class NotABankError(BankError):
    def __init__(self, address: Address, why: str) -> None:
        super().__init__(address, f"this is no bank that Plimsoll can trust: {why}; ask who runs the database")


class NewerBankError(BankError):
    def __init__(self, address: Address, version: int, known: int) -> None:
        super().__init__(
            address, f"a newer Plimsoll made this bank (version {version}, this one knows {known}); open it with that Plimsoll"
        )


class OlderBankError(BankError):
    """A bank that `schema.bring_up` makes one of this version, where the owner of its tables is who asks."""

    def __init__(self, address: Address, version: int, known: int) -> None:
        super().__init__(
            address,
            f"an older Plimsoll made this bank (version {version}, this one needs {known}) and only who made it may bring it up; "
            "ask them to open it once with this Plimsoll",
        )


class DamagedBankError(BankError):
    def __init__(self, address: Address, what: str) -> None:
        super().__init__(address, f"the bank is damaged: {what}; ask who runs the server for a backup, and change nothing until then")


class BehindError(BankError):
    """Somebody else has written since; nothing was written. `Bank.catch_up` reads it, then it can be decided again."""

    def __init__(self, address: Address) -> None:
        super().__init__(address, "somebody else has changed the portfolio meanwhile; look at it again and repeat the change")


class ReplacedBankError(BankError):
    def __init__(self, address: Address) -> None:
        super().__init__(address, "the bank was put back to an earlier state since it was opened here; close it and open it again")


class NoSuchPlanError(BankError):
    def __init__(self, address: Address, plan: Id) -> None:
        super().__init__(address, f"it holds no plan {plan}; solve again")


class BusyError(BankError):
    def __init__(self, address: Address) -> None:
        super().__init__(address, "somebody else is writing; nothing of this step was kept, so try again in a moment")


class LostConnectionError(BankError):
    """The connection broke; where it was writing, the step was kept whole or not at all, which `Bank.catch_up` shows."""

    def __init__(self, address: Address, why: str) -> None:
        super().__init__(address, f"the connection to the server was lost ({why}); nothing was half written, so try again")


class UnwritableTextError(BankError):
    def __init__(self, address: Address, what: str) -> None:
        super().__init__(address, f"{what}; take it out and try again")


class ServerError(BankError):
    """The server refused; nothing of the step was kept."""

    def __init__(self, address: Address, what: str) -> None:
        super().__init__(address, f"{what}; nothing of this step was kept, so try again or ask who runs the server")


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turns errors of the server, the driver and the network into ours; a broken constraint is a bug and passes through."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as problem:
        raise _ours(address, problem) from problem


def _ours(address: Address, problem: DBAPIError) -> BankError:
    said = " ".join(str(problem.orig).split())
    state = str(getattr(problem.orig, "sqlstate", None) or "")
    if problem.connection_invalidated or state.startswith(("08", "57P")):
        return LostConnectionError(address, said)
    return _refused(address, state, said) if state else _not_connected(address, said)


def _refused(address: Address, state: str, said: str) -> BankError:
    """By the server's own code for what is wrong (PostgreSQL, Appendix A), which no language changes."""
    match state:
        case "42501":
            return NoRightsError(address, said)
        case "55P03" | "40P01" | "40001":
            return BusyError(address)
        case "25006" | "0A000":  # a standby that follows another server
            return ServerError(address, f"the server lets itself only be read just now ({said})")
        case "3F000" | "42P01" | "42703":
            return DamagedBankError(address, said)
        case "22021":
            return UnwritableTextError(address, f"a text holds a sign that the bank cannot keep ({said})")
        case _:
            return ServerError(address, said)


def _not_connected(address: Address, said: str) -> BankError:
    """Before there is a connection the server's code is not handed on, only its words, which are English on most servers."""
    _, refused, reason = said.rpartition("FATAL: ")
    reason = reason.strip().removeprefix("connection failed: ")
    if refused and reason.startswith("database") and reason.endswith("does not exist"):
        return NoDatabaseError(address)
    if refused and reason.startswith("permission denied for database"):
        return NoRightsError(address, reason)
    if refused or "password" in reason:
        return NotLetInError(address, reason)
    return UnreachableError(address, reason)
