"""Evidence: what each booking contributes to a statement, so that anyone can add it up again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from safeconduct.agreement.tariff import PerDiem, RoundingPlace, Tariff
from safeconduct.basics import (
    BookingId,
    CrossCheckFailed,
    Message,
    Money,
    Period,
    PersonRef,
    PlaceId,
)
from safeconduct.compensation.allocation import allocate
from safeconduct.compensation.exact import to_money
from safeconduct.compensation.shapes.per_diem import is_banded
from safeconduct.compensation.statement import Line, Statement
from safeconduct.custody import BookingDays, DayCounts


@dataclass(frozen=True, slots=True)
class BookingLine:
    """One booking's part of a line of a statement.

    Attributes:
        item: the tariff item; empty where the tariff prices no single booking.
        clause: its clause; empty likewise.
        booking: the booking.
        person: the person's reference, where the register has one.
        place: the place.
        span: the days of the line, or of the statement.
        days: bed-days of the booking in them.
        absent_nights: nights that an absence took off.
        first_day: first day counted.
        last_day: last day counted.
        rate: the rate as the agreement states it; None where no rate is the booking's own.
        amount: the booking's part of the line's amount; None likewise. Where the tariff rounds by
            booking it is rounded by itself, else the line's amount is shared by largest remainder.
    """

    item: str
    clause: str
    booking: BookingId
    person: PersonRef | None
    place: PlaceId
    span: Period
    days: int
    absent_nights: int
    first_day: date | None
    last_day: date | None
    rate: Decimal | None
    amount: Money | None


def evidence(statement: Statement, tariff: Tariff, counts: DayCounts) -> Iterator[BookingLine]:
    """The bookings behind a statement, line by line, in the order of their ids.

    A rate for a band of each day's bed-days, a guarantee and a fixed sum belong to no booking:
    then the bookings are listed with their days over the whole period, and without an amount.

    Raises:
        CrossCheckFailed: if the bookings of a line do not add up to its amount.
    """
    priced = {item.id for item in tariff.items if isinstance(item, PerDiem) and not is_banded(item)}
    lines = [line for line in statement.lines if line.item in priced]
    for line in lines:
        yield from _of_line(line, tariff, _held(counts, line.stretch))
    if not lines:
        for held in _held(counts, statement.period):
            yield _booking_line(held, None, None)


def _held(counts: DayCounts, span: Period) -> Sequence[BookingDays]:
    held = (one for one in counts.by_booking([span]) if one.days or one.absent_nights)
    return sorted(held, key=lambda one: one.booking)


def _of_line(line: Line, tariff: Tariff, held: Sequence[BookingDays]) -> Iterable[BookingLine]:
    each = Fraction(line.rate) * line.factor
    exact = [one.days * each for one in held]
    mode, currency = tariff.rounding.mode, tariff.currency
    if tariff.rounding.place is RoundingPlace.BOOKING:
        amounts: Sequence[Money] = [to_money(figure, currency, mode) for figure in exact]
    else:
        amounts = allocate(exact, line.amount)
    if sum(amounts, currency.zero()) != line.amount or sum(exact) != line.exact:
        raise CrossCheckFailed(Message.of("compensation.evidence-does-not-add-up", item=line.item))
    return [_booking_line(one, line, amount) for one, amount in zip(held, amounts, strict=True)]


def _booking_line(held: BookingDays, line: Line | None, amount: Money | None) -> BookingLine:
    return BookingLine(
        item=line.item if line else "",
        clause=line.clause if line else "",
        booking=held.booking,
        person=held.person,
        place=held.place,
        span=held.span,
        days=held.days,
        absent_nights=held.absent_nights,
        first_day=held.first_day,
        last_day=held.last_day,
        rate=line.rate if line else None,
        amount=amount,
    )
