"""Where a bank is: the address of a PostgreSQL database, whose password nobody reads."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from data.errors import PlannerError

DRIVER = "postgresql+psycopg"
EXAMPLE = f"{DRIVER}://dana@db.example.org/portfolio"

_SCHEMES = (DRIVER, "postgresql", "postgres")
_SHOWN = frozenset({"host", "port", "sslmode", "sslrootcert", "service"})
"""Parts of an address after its question mark that hold nothing secret."""


class BadAddressError(PlannerError):
    """A text that should be the address of a bank is none; the message does not repeat it, for it may hold a password."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no address of a shared bank ({why}); write it like {EXAMPLE}")


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """The address of a bank; as text it has no password, and can be kept and typed again."""

    url: URL

    @classmethod
    def of(cls, text: str) -> Address:
        """Raises BadAddressError where the text is no address of a database on PostgreSQL."""
        try:
            url = make_url(text.strip())
        except (ArgumentError, ValueError):
            raise BadAddressError("it cannot be read; in a password write %40 for @ and %3A for :") from None  # its words hold the text
        if url.drivername not in _SCHEMES:
            raise BadAddressError(f"it does not begin with {DRIVER}://")
        if not url.database:
            raise BadAddressError("it names no database after the host")
        return cls(_password_in_its_place(url.set(drivername=DRIVER)))

    def with_password(self, password: str) -> Address:
        return Address(self.url.set(password=password))

    def without_secrets(self, said: str) -> str:
        """Words of a server or a driver that may quote the address."""
        return said.replace(self.url.password, "***") if self.url.password else said

    def __str__(self) -> str:
        shown = {name: value for name, value in self.url.query.items() if name in _SHOWN}
        return URL.create(DRIVER, self.url.username, None, self.url.host, self.url.port, self.url.database, shown).render_as_string()

    def __repr__(self) -> str:
        return f"Address({str(self)!r})"


def is_address(text: str) -> bool:
    """Whether a text is meant as the address of a bank and not as a path."""
    return text.strip().partition("://")[0].lower() in _SCHEMES


def _password_in_its_place(url: URL) -> URL:
    given = url.query.get("password")
    if not isinstance(given, str):
        return url
    return url.difference_update_query(["password"]).set(password=given)
