"""The statement: what is owed for a period, line by line, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from safeconduct.agreement.citation import Citation, Grade, Words
from safeconduct.basics import (
    AgreementId,
    ClauseRef,
    Currency,
    Finding,
    Message,
    Money,
    Period,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a clause at one rate version and price level.

    Attributes:
        item: id of the tariff item.
        shape: the item's price shape, e.g. ``per-diem``.
        label: what the line is for.
        clause: the clause that owes it.
        source: id of the source that the clause stands in.
        stretch: the days that the line covers.
        quantity: exact quantity; it may be a fraction, such as 1/12 of a year.
        unit: what is counted.
        rate: the rate as the agreement states it; it may be finer than the currency's scale.
        rate_clause: the clause of the rate version.
        factor: what indexation multiplies the rate by; 1 where none applies.
        exact: quantity × rate × factor, before rounding.
        amount: what is owed, at the currency's scale.
        provisional: whether a missing figure or an unknown day can still change the line.
        grade: how the worst-known term is known that the line rests on.
        assumed: the assumed terms that the line rests on, with why each was assumed.
        notes: what else a reader must know of the line.
    """

    item: str
    shape: str
    label: Words
    clause: ClauseRef
    source: str
    stretch: Period
    quantity: Fraction
    unit: str
    rate: Decimal
    rate_clause: ClauseRef
    factor: Fraction
    exact: Fraction
    amount: Money
    provisional: bool
    grade: Grade
    assumed: tuple[Citation, ...]
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure that stands beside the lines and is not owed.

    Attributes:
        item: id of the tariff item.
        clause: the clause that the figure is compared with.
        bed_days: the bed-days that it rests on; None where it rests on none.
        amount: the figure, rounded as the tariff says; None where the sources name no rate.
        why: what it compares, and why it is not owed.
    """

    item: str
    clause: ClauseRef
    bed_days: int | None
    amount: Money | None
    why: Message


@dataclass(frozen=True, slots=True)
class FlaggedDays:
    """Days that somebody disputes, or for which no order was registered. Billed, and flagged.

    Attributes:
        booking: the booking.
        kind: ``disputed`` or ``unregistered``.
        span: the days.
        bed_days: bed-days of the booking within them.
        why: what the side that flags them says.
    """

    booking: str
    kind: str
    span: Period
    bed_days: int
    why: str


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that a statement rests on.

    Attributes:
        kind: ``bookings``, ``absences``, ``places``, ``acts``, ``indices`` or ``flags``.
        name: the file as the person named it.
        digest: ``sha256:`` and the hexadecimal digest of its bytes.
    """

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What is owed under an agreement for a period.

    Attributes:
        agreement: the agreement's id.
        title: its title.
        period: the days that the statement speaks of.
        currency: the currency of every amount.
        terms_hash: digest of the terms that it was computed from.
        files: the files that it rests on.
        lines: the lines, in the order of the tariff, then of time.
        days: bed-days in the register within the period; None where no register was given.
        total: the sum of the lines.
        comparisons: figures that are not owed.
        flagged: disputed and unregistered days.
        findings: what a person must look at, and what must be said.
    """

    agreement: AgreementId
    title: Words
    period: Period
    currency: Currency
    terms_hash: str
    files: tuple[InputFile, ...]
    lines: tuple[Line, ...]
    days: int | None
    total: Money
    comparisons: tuple[Comparison, ...]
    flagged: tuple[FlaggedDays, ...]
    findings: tuple[Finding, ...]
