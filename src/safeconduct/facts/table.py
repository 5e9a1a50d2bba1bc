"""Columns and tables: how a fact is declared, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from safeconduct.facts.kinds import FactType, OfficeKind, Personal, Unit


@dataclass(frozen=True, slots=True)
class Column:
    """One fact that can be known.

    Attributes:
        name: identifier in schema, SQL and JSON.
        type: what a cell holds.
        codes: for codes, the closed list.
        unit: for whole numbers, what they count.
        personal: how close to a person the fact is.
        required: whether a row without it cannot be read at all.
        refers_to: for references, the table whose key the cell holds.
        attestors: kinds of office that can vouch for the fact; empty means as the table says.
        article: where the need to know it comes from, e.g. ``ICPPED 17(3)(a)``.
        past: tells of something that has happened, so that a time after its recording is wrong.
        derived: computed from other cells; never stands in a file.
    """

    name: str
    type: FactType
    codes: tuple[str, ...] = ()
    unit: Unit = Unit.NONE
    personal: Personal = Personal.PERSONAL
    required: bool = False
    refers_to: str = ""
    attestors: tuple[OfficeKind, ...] = ()
    article: str = ""
    past: bool = False
    derived: bool = False


class Subject(StrEnum):
    """Of what the rows of a table speak."""

    PERSON = "person"
    """Any number of rows for a person."""

    ONE_PERSON = "one-person"
    """One row for each person."""

    FRAME = "frame"
    """Rows that stand around persons: transfers, places, offices, the bundle itself."""


@dataclass(frozen=True, slots=True)
class Table:
    """Facts of one kind.

    Attributes:
        name: identifier; also the file name in a bundle and the sheet name in a workbook.
        subject: of what its rows speak.
        columns: the declared columns, in order, without the three that every row carries.
        key: the column that names a row; empty where rows need no name.
        attestors: kinds of office that can vouch for its facts.
        registers: the registers a search of which can close the table's list for a person.
        register_column: the column that says from which register a row comes, where one table
            is filled from several.
        attested_by_code: where only some offices can vouch for a row of one sort, those by the
            code in ``code_column``: the receiving side alone says that it accepts.
        code_column: the column of those codes.
    """

    name: str
    subject: Subject
    columns: tuple[Column, ...]
    key: str = ""
    attestors: tuple[OfficeKind, ...] = ()
    registers: tuple[str, ...] = ()
    register_column: str = ""
    attested_by_code: Mapping[str, tuple[OfficeKind, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    code_column: str = ""

    def column(self, name: str) -> Column | None:
        """The column of that name, derived ones too, or None."""
        return next((column for column in self.all_columns if column.name == name), None)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Declared columns, those that every row carries, and derived ones."""
        written = (*self.columns, *PROVENANCE)
        return (*written, *_derived(self, written))

    @property
    def written_columns(self) -> tuple[Column, ...]:
        """The columns of a file."""
        return (*self.columns, *PROVENANCE)

    def may_attest(self, column: Column) -> tuple[OfficeKind, ...]:
        """Kinds of office that can vouch for a fact of this table."""
        return column.attestors or self.attestors

    def may_vouch(self, code: str) -> tuple[OfficeKind, ...]:
        """Kinds of office that can vouch for a row whose ``code_column`` holds the code."""
        return self.attested_by_code.get(code, self.attestors)


@dataclass(frozen=True, slots=True)
class GroundTable(Table):
    """A table whose facts a condition may read."""


@dataclass(frozen=True, slots=True)
class RecordedTable(Table):
    """A table that is kept and shown, and that no condition can read.

    Allegations are such: conditions refer to facts of a ``GroundTable`` only, so that a condition
    on an allegation cannot be built.
    """


PROVENANCE = (
    Column(
        "recorded_at", FactType.INSTANT, personal=Personal.NO, required=True, article="Mandela 6"
    ),
    Column(
        "attested_by", FactType.REFERENCE, refers_to="offices", personal=Personal.NO,
        article="LED 7(1)",
    ),
    Column("source", FactType.TEXT, personal=Personal.NO, article="LED 7(1)"),
)  # fmt: skip
"""What every row carries: when it was recorded, which office vouches for it, and from what."""

ISSUER_EMPOWERED = Column("issuer_empowered", FactType.BOOLEAN, derived=True)
"""Whether the office that issued a legal basis is listed as empowered to detain by a law."""

DAY_SUFFIX = "_day"
STATE_SUFFIX = "_state"


def _derived(table: Table, written: tuple[Column, ...]) -> tuple[Column, ...]:
    days = [
        Column(c.name + DAY_SUFFIX, FactType.DATE, personal=c.personal, derived=True)
        for c in written
        if c.type is FactType.INSTANT
    ]
    states = [
        Column(c.name + STATE_SUFFIX, FactType.JURISDICTION, personal=c.personal, derived=True)
        for c in written
        if c.type is FactType.JURISDICTION
    ]
    own = [ISSUER_EMPOWERED] if table.name == "legal_bases" else []
    return (*days, *states, *own)
