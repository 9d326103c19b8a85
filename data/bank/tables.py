"""The tables of a bank: those of a file without its seal, and one that says the version."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, MetaData, Table

from data.database.tables import SEAL, metadata

BANK = Table(
    "bank",
    MetaData(),
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    Column("version", Integer, CheckConstraint("version >= 1"), nullable=False),
)
"""One row: the version of the schema."""

TABLES = (BANK, *(table for table in metadata.sorted_tables if table is not SEAL))
