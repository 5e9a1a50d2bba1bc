"""A difference: what the two books disagree about, what it moves, and the clause that decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from safeconduct.basics import Message, Money
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.matching import Grounds


@dataclass(frozen=True, slots=True)
class Values:
    """What one side has for a booking.

    Attributes:
        booking: its id, or several joined by `` + ``; empty where the side has none.
        days: days that it claims; None where the side has no such booking.
        exact: money that it claims, exact; None likewise.
        lines: the rows of its book.
    """

    booking: str = ""
    days: int | None = None
    exact: Fraction | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A difference before its money is rounded.

    Attributes:
        kind: its kind.
        days: days that it moves, theirs less ours.
        exact: money that it moves, theirs less ours; exact unless rounded by booking.
        why: the sentence.
        clause: the clause that decides it.
        on: a day at which it falls, for pictures by month.
    """

    kind: Kind
    days: int
    exact: Fraction
    why: Message
    clause: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """A step with the booking that it belongs to; none for what belongs to a period."""

    step: Step
    ours: Values = Values()
    theirs: Values = Values()
    person: str = ""
    place: str = ""
    grounds: Grounds | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of a reconciliation.

    Attributes:
        kind: why the books differ.
        booking: our id, or theirs where we have none; empty for a line of a period.
        ours_booking: our id.
        theirs_booking: their id.
        ours_days: days that our book claims for the booking; None where it has none.
        theirs_days: days that theirs claims.
        ours_amount: money that our book claims for the booking; None where no amount is the
            booking's own.
        theirs_amount: money that theirs claims.
        days: days that the line moves, theirs less ours.
        amount: money that it moves, theirs less ours.
        clause: the clause that decides it.
        why: the sentence.
        on: a day at which it falls.
        person: reference to the person, where a book has one.
        place: the place.
        grounds: why the two entries are taken to be one booking.
        ours_lines: rows of our book that it speaks of; none for most lines of a period.
        theirs_lines: rows of theirs.
    """

    kind: Kind
    booking: str
    ours_booking: str
    theirs_booking: str
    ours_days: int | None
    theirs_days: int | None
    ours_amount: Money | None
    theirs_amount: Money | None
    days: int
    amount: Money
    clause: str
    why: Message
    on: date | None
    person: str
    place: str
    grounds: Grounds | None
    ours_lines: tuple[int, ...] = field(default=(), compare=False)
    theirs_lines: tuple[int, ...] = field(default=(), compare=False)

    @property
    def order(self) -> tuple[str, ...]:
        """What differences are sorted by."""
        return (
            "1" if self.booking else "2",
            self.booking,
            self.theirs_booking,
            self.on.isoformat() if self.on else "",
            self.kind.value,
            self.why.code,
            f"{self.days:+}",
            str(self.amount),
            f"{self.ours_days} {self.theirs_days}",
            f"{self.ours_amount} {self.theirs_amount}",
        )
