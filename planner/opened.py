"""What is open: a file or a shared bank, how it is opened, what it is called, how it is brought up to date and let go of."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from data.bank.address import Address
from data.bank.bank import Bank
from data.document.access import ReadOnly
from data.document.backups import Backup
from data.document.document import Document
from data.document.publishing import Publication, Published
from data.document.recovery import OnLeftover
from data.edits import Edit
from data.portfolio import Portfolio
from data.validation import check
from planner.changing import NoFileError, RefusedEdit


class Opened:
    """One open file or shared bank, whatever is done with the portfolio in it (`planner.workspace`)."""

    def __init__(self, kept: Document | Bank) -> None:
        self._kept = kept

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, replace: bool = False) -> Self:
        """A new file of this portfolio, opened; a path that is taken is refused unless it may be replaced.

        Raises RefusedEdit where the portfolio breaks a rule.
        """
        if findings := check(portfolio):
            raise RefusedEdit(Edit(f"Create {path}", ()), findings)
        return cls(Document.create(path, portfolio, replace=replace))

    @classmethod
    def open(cls, path: Path, *, on_leftover: OnLeftover = OnLeftover.ASK) -> Self:
        """An existing file, with the history it had when it was closed.

        Read-only where it is open elsewhere, newer, or may not be written. Raises UnsavedWorkError where a crash left work
        that is not in the file, and nothing is said about it.
        """
        return cls(Document.open(path, on_leftover=on_leftover))

    @classmethod
    def read(cls, path: Path) -> Self:
        """A file as it stands, read-only, whoever has it open."""
        return cls(Document.read(path))

    @classmethod
    def create_shared(cls, address: Address, portfolio: Portfolio) -> Self:
        """A new shared bank of this portfolio in a database that holds none, opened. Raises RefusedEdit, BankError."""
        if findings := check(portfolio):
            raise RefusedEdit(Edit(f"Create {address}", ()), findings)
        return cls(Bank.create(address, portfolio))

    @classmethod
    def open_shared(cls, address: Address) -> Self:
        """A shared bank, whose edits several people make at once. Raises BankError."""
        return cls(Bank.open(address))

    @property
    def path(self) -> Path:
        """The user's file; NoFileError where this is a shared bank."""
        return self._document.path

    @property
    def address(self) -> Address | None:
        """Where the shared bank is; None where this is a file."""
        return self._kept.address if isinstance(self._kept, Bank) else None

    @property
    def title(self) -> str:
        """What a window calls it."""
        return f"{self._kept.address.url.database}" if isinstance(self._kept, Bank) else self._kept.path.stem

    @property
    def place(self) -> str:
        """Where it is, to be shown and to be opened again: a path, or an address without its password."""
        return str(self._kept.address if isinstance(self._kept, Bank) else self._kept.path)

    @property
    def read_only(self) -> ReadOnly | None:
        """Why nothing can be changed here; None where it can."""
        return self._kept.read_only if isinstance(self._kept, Document) else None

    @property
    def unpublished(self) -> bool:
        """Whether the user's file lacks something that is safe in the working copy."""
        return isinstance(self._kept, Document) and self._kept.unpublished

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of the file itself."""
        return self._kept.remarks if isinstance(self._kept, Document) else ()

    @property
    def digest(self) -> str:
        """The digest of the plan of record and its scenarios as the file holds them."""
        return self._kept.digest

    def publication(self, *, asked: bool = False) -> Publication | None:
        """What a worker needs to bring the file up to date; None where it is. The file itself is looked at where the user `asked`."""
        return self._kept.publication(asked=asked) if isinstance(self._kept, Document) else None

    def take(self, published: Published) -> None:
        """Takes in what a publication came to."""
        self._document.take(published)

    def publish(self) -> Published | None:
        """Brings the file up to date in this thread; None where it is.

        Raises NotPublishedError, ChangedElsewhereError or GoneError; the file is then as it was and no edit is lost.
        """
        return self._kept.publish() if isinstance(self._kept, Document) else None

    def replace_theirs(self) -> Path:
        """Publishes over a file that was changed outside, and answers where a copy of that is kept."""
        return self._document.replace_theirs()

    def write_again(self) -> None:
        """Publishes to the place from which the file was moved away."""
        self._document.write_again()

    def backups(self) -> tuple[Backup, ...]:
        """The backups of this document, newest first; those of a shared bank are its server's."""
        return self._kept.backups() if isinstance(self._kept, Document) else ()

    def close(self, *, publish: bool = True) -> None:
        """Publishes what the file lacks and lets go of it. Where that fails it stays open.

        Without publishing, the working copy is kept, and offered when the file is opened next.
        """
        if isinstance(self._kept, Document):
            self._kept.close(publish=publish)
        else:
            self._kept.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close(publish=kind is None)

    @property
    def _document(self) -> Document:
        if isinstance(self._kept, Bank):
            raise NoFileError(self._kept.address)
        return self._kept
