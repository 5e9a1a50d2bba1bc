"""An entry: one row of a party's book, with the dates that it records and what it claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from safeconduct.custody import Absence, Moment


class Side(StrEnum):
    """Whose book it is."""

    OURS = "ours"
    THEIRS = "theirs"

    @property
    def sign(self) -> int:
        """How the side's days and money enter a difference, which is theirs less ours."""
        return 1 if self is Side.THEIRS else -1


@dataclass(frozen=True, slots=True)
class Stay:
    """The dates of an entry, as far as they can be read.

    Attributes:
        arrived: the arrival; None where it cannot be read.
        departed: the departure; None where the person is held, or where it cannot be read.
        is_open: whether the book says that the person is still held.
        absences: the absences that the side records within it.
    """

    arrived: Moment | None
    departed: Moment | None
    is_open: bool
    absences: tuple[Absence, ...] = ()

    @property
    def is_backwards(self) -> bool:
        """Whether the departure is before the arrival."""
        return (
            self.arrived is not None
            and self.departed is not None
            and self.departed.day < self.arrived.day
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a book.

    Attributes:
        side: whose book.
        line: line of the file, or row of the sheet.
        booking: the side's id; empty where the row has none.
        person: reference to the person; empty where the row has none.
        place: the place; empty where the row has none.
        stay: the dates.
        stated_days: days that the side claims within the period, where they are not what its own
            dates give; None where it claims nothing else.
        stated_amount: money that it claims likewise, in the currency of the agreement.
        arrived_as: the arrival as written, for sentences.
        departed_as: the departure as written.
        order: what entries are sorted by, so that the order of rows never matters.
    """

    side: Side
    line: int
    booking: str
    person: str
    place: str
    stay: Stay
    stated_days: int | None = None
    stated_amount: Decimal | None = None
    arrived_as: str = ""
    departed_as: str = ""
    order: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "order", self._order())

    def _order(self) -> tuple[str, ...]:
        arrived, departed = self.stay.arrived, self.stay.departed
        return (
            self.booking,
            self.person,
            self.place,
            arrived.day.isoformat() if arrived else "",
            departed.day.isoformat() if departed else "",
            self.arrived_as,
            self.departed_as,
            str(self.stated_days),
            str(self.stated_amount),
            str(self.stay.absences),
            f"{self.line:012}",
        )

    @property
    def first_day(self) -> date | None:
        """The day of arrival, or of departure where the arrival cannot be read."""
        moment = self.stay.arrived or self.stay.departed
        return moment.day if moment else None
