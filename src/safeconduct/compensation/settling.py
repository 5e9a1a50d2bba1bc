"""Settling: exact charges become lines with amounts, by the one rounding that the tariff states."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from safeconduct.agreement.citation import Grade
from safeconduct.agreement.tariff import RoundingPlace, Tariff
from safeconduct.basics import Message, Money
from safeconduct.compensation.allocation import allocate
from safeconduct.compensation.exact import to_money
from safeconduct.compensation.grades import assumptions, worst
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.shapes import SHAPE_NAMES
from safeconduct.compensation.statement import Line


def settle(charges: Sequence[Charge], tariff: Tariff) -> tuple[Line, ...]:
    """The lines of the charges. Their amounts add up to the statement's total in every case.

    Rounded by line, each line is rounded. Rounded by booking, the amount of each booking is
    rounded and the line is their sum; a line that belongs to no booking is rounded itself. Rounded
    by statement, the exact total is rounded and lines get their parts of it by largest remainder.
    """
    amounts = _amounts(charges, tariff)
    return tuple(
        _line(charge, amount, tariff) for charge, amount in zip(charges, amounts, strict=True)
    )


def _amounts(charges: Sequence[Charge], tariff: Tariff) -> Sequence[Money]:
    mode, currency = tariff.rounding.mode, tariff.currency
    match tariff.rounding.place:
        case RoundingPlace.LINE:
            return [to_money(charge.exact, currency, mode) for charge in charges]
        case RoundingPlace.BOOKING:
            return [_by_booking(charge, tariff) for charge in charges]
        case RoundingPlace.STATEMENT:
            exact = [charge.exact for charge in charges]
            return allocate(exact, to_money(sum(exact, Fraction(0)), currency, mode))


def _by_booking(charge: Charge, tariff: Tariff) -> Money:
    mode, currency = tariff.rounding.mode, tariff.currency
    if not charge.bookings_by_days:
        return to_money(charge.exact, currency, mode)
    total = Fraction(0)
    for days, bookings in charge.bookings_by_days.items():
        total += bookings * Fraction(to_money(days * charge.price.each, currency, mode).amount)
    return to_money(total, currency, mode)


def _line(charge: Charge, amount: Money, tariff: Tariff) -> Line:
    rounded = Fraction(amount.amount) != charge.exact
    rests_on = (
        *charge.rests_on,
        *charge.price.citations,
        tariff.currency_citation,
        *((tariff.rounding.citation,) if rounded else ()),
    )
    rate = charge.price.rate
    return Line(
        item=charge.item.id,
        shape=SHAPE_NAMES[type(charge.item)],
        label=charge.item.label,
        clause=charge.item.citation.clause,
        source=charge.item.citation.source,
        stretch=charge.price.stretch,
        quantity=charge.quantity,
        unit=charge.unit,
        rate=rate.value,
        rate_clause=rate.citation.clause,
        factor=charge.price.factor,
        exact=charge.exact,
        amount=amount,
        provisional=charge.provisional,
        grade=Grade.ASSUMED if charge.silent_on else worst(rests_on),
        assumed=assumptions(rests_on),
        notes=(*charge.silent_on, *_provisional_notes(charge)),
    )


def _provisional_notes(charge: Charge) -> tuple[Message, ...]:
    notes = []
    if charge.price.missing:
        figures = ", ".join(str(figure) for figure in charge.price.missing)
        notes.append(Message.of("compensation.note-index-missing", figures=figures))
    if charge.incomplete:
        notes.append(Message.of("compensation.note-days-unknown"))
    return tuple(notes)
