"""Invented books: rows as a party writes them, and what each planted error must come to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from safeconduct.basics import ONE_DAY, Period
from safeconduct.reconciliation.kinds import Kind


@dataclass(frozen=True, slots=True)
class PlantedRow:
    """A row of a book, its fields the columns of the file."""

    booking: str
    person: str
    place: str
    arrived_at: date
    departed_at: date
    stated_days: int | None = None
    stated_amount: Decimal | None = None

    @property
    def days(self) -> list[date]:
        """The days of the stay one by one, without the day of departure."""
        length = (self.departed_at - self.arrived_at).days
        return [self.arrived_at + number * ONE_DAY for number in range(length)]


@dataclass(frozen=True, slots=True)
class PlantedAbsence:
    """An absence, its fields the columns of the file."""

    booking: str
    left_at: date
    returned_at: date


@dataclass(frozen=True, slots=True)
class Effect:
    """What a planted error must come to, theirs less ours.

    Attributes:
        kind: under which kind it must be found.
        booking: our id, or theirs where we have none; empty for a line of a month.
        days: days that it moves.
        amount: money that it moves.
    """

    kind: Kind
    booking: str
    days: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Plant:
    """One booking in both books, with or without an error."""

    ours: tuple[PlantedRow, ...] = ()
    theirs: tuple[PlantedRow, ...] = ()
    absences: tuple[PlantedAbsence, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class PlantedBooks:
    """Two books and all that is between them.

    Attributes:
        agreement: file of the agreement, which ships with the program.
        period: the period that the books are of.
        ours: our rows, which state nothing.
        theirs: their rows; each states its days and its amount.
        absences: our absences.
        effects: every error's effect.
    """

    agreement: str
    period: Period
    ours: tuple[PlantedRow, ...]
    theirs: tuple[PlantedRow, ...]
    absences: tuple[PlantedAbsence, ...]
    effects: tuple[Effect, ...] = field(default=())

    def files(self) -> Mapping[str, str]:
        """The books as CSV, by name of file: ours, theirs and our absences."""
        return {
            "ours.csv": _csv(self.ours, without=("stated_days", "stated_amount")),
            "theirs.csv": _csv(self.theirs),
            "ours-absences.csv": _csv(self.absences or (), of=PlantedAbsence),
        }


def _csv(
    rows: Sequence[PlantedRow | PlantedAbsence],
    *,
    of: type = PlantedRow,
    without: Iterable[str] = (),
) -> str:
    names = [one.name for one in fields(of) if one.name not in set(without)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        values = (getattr(row, name) for name in names)
        writer.writerow("" if value is None else value for value in values)
    return text.getvalue()
