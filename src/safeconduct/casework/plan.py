"""What an act would state: rows and an entry. A plan is a value; nothing has happened yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.record import Confidentiality


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that an act states, whole: it replaces the version before it.

    Attributes:
        table: the declared table.
        key: what names the row.
        values: by column; what is left out is nobody's knowledge.
        happened_at: when it happened, aware; None for the moment of recording.
        is_open: whether what it tells of goes on.
    """

    table: str
    key: str
    values: Mapping[str, Cell]
    happened_at: datetime | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Erase:
    """Personal values that an act erases, in every version of a row, from store and record.

    Attributes:
        table: the declared table.
        key: the row.
        columns: which columns; none for every one that says something of a person.
    """

    table: str
    key: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act would state.

    Attributes:
        event: the kind of entry, one of ``record``'s events; empty for the act's own.
        rows: the rows; their personal values go behind digests of their own.
        case: the case's random identifier; empty for what concerns no single person.
        facts: what the entry says in clear: codes, digests, dates and counts, no free text.
        personal: further values that the entry hides.
        confidentiality: a closer class than the event's own.
        acts: signed acts over the entry's decision.
        erases: personal values to erase; the case must be under no legal hold.
        findings: what somebody should look at although nothing stands in the way.
    """

    rows: tuple[NewRow, ...]
    event: str = ""
    case: str = ""
    facts: Mapping[str, Plain] = field(default_factory=dict)
    personal: Mapping[str, Plain] = field(default_factory=dict)
    confidentiality: Confidentiality | None = None
    acts: tuple[str, ...] = ()
    erases: tuple[Erase, ...] = ()
    findings: tuple[Finding, ...] = ()


def changed(row: KeptRow, *, is_open: bool | None = None, **values: Cell) -> NewRow:
    """A row's next version: as it stands, with some values changed."""
    merged = {name: value for name, value in {**row.values, **values}.items() if value is not None}
    return NewRow(row.table, row.key, merged, None, row.is_open if is_open is None else is_open)
