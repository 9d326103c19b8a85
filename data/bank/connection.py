"""Connections to a bank: the settings under which no acknowledged edit is lost and nobody waits for long, read back on each."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from data.bank.address import Address
from data.bank.errors import NoDriverError, NotABankError

SCHEMA = "plimsoll"
"""The one schema of the database that is ours; what else the database holds is not looked at."""

MEANWHILE = MappingProxyType(
    {
        "connect_timeout": "5",  # seconds until a server that does not answer is said not to
        "keepalives_idle": "30",
        "tcp_user_timeout": "5000",  # milliseconds: a cable pulled out is no reason to wait a quarter of an hour
        "application_name": "plimsoll",
    }
)
"""libpq's own settings, unless the address says otherwise."""

SETTINGS = (
    ("search_path", f"{SCHEMA}, pg_temp"),  # nothing of another schema is taken for ours
    ("lock_timeout", "2s"),  # longer would freeze a window
    ("idle_in_transaction_session_timeout", "1min"),  # a sleeping laptop lets go of the lock
    ("row_security", "off"),  # rows that a policy hides are an error and not missing
    ("client_encoding", "UTF8"),
    ("standard_conforming_strings", "on"),
)
"""Setting and value, which must then be read back."""


def engine(address: Address) -> Engine:
    """An engine of three connections: for whoever works with the bank, a thread that watches it, and one that reads its log.

    Transactions are READ COMMITTED: a writer first takes the lock of the document's row, and what it reads after that is
    what the writer before it left (see data.bank.bank).
    """
    given = {name: value for name, value in MEANWHILE.items() if name not in address.url.query}
    try:
        made = create_engine(
            address.url,
            poolclass=QueuePool,
            pool_size=3,
            max_overflow=0,
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",
            hide_parameters=True,
            connect_args=given,
        )
    except ImportError as problem:
        raise NoDriverError(address) from problem

    def prepare(connection: Any, _record: object) -> None:  # psycopg's own connection, which SQLAlchemy hands on as it is
        _prepare(address, connection)

    event.listen(made, "connect", prepare)
    return made


def reading(at: Engine) -> Connection:
    """A connection that sees one moment of the bank and takes no lock."""
    return at.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _prepare(address: Address, connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(['set_config(%s, %s, false)'] * len(SETTINGS))}", [part for each in SETTINGS for part in each])
        for (name, wanted), found in zip(SETTINGS, cursor.fetchone(), strict=True):
            if found != wanted:
                raise NotABankError(address, f"its server sets {name} to {found!r} and not to {wanted!r}")
        # An acknowledged edit is on the server's disk; a server that waits for its copies too stays as it is.
        cursor.execute("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'")
    connection.commit()
