"""Cents: exact differences become amounts that add up to the difference of the totals.

The totals are rounded where the agreement says; a difference in days has its exact money. What
rounding leaves between the two goes with the differences in days, by largest remainder, or stands
in a line of its own where claims were rounded at another place than the agreement's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from safeconduct.basics import CrossCheckFailed, Currency, Message, Money, RoundingMode
from safeconduct.compensation.exact import to_money
from safeconduct.reconciliation.difference import Booked, Step, Values
from safeconduct.reconciliation.kinds import Kind


@dataclass(frozen=True, slots=True)
class Settling:
    """What settling needs to know.

    Attributes:
        currency: the currency.
        difference: difference of the totals, theirs less ours.
        slack: units by which rounding of the totals alone can move the difference.
        rounding_clause: the clause of rounding.
    """

    currency: Currency
    difference: Money
    slack: int
    rounding_clause: str


def settle_cents(booked: Sequence[Booked], settling: Settling) -> list[tuple[Booked, Money]]:
    """Give each difference an amount; together they are the difference of the totals.

    Raises:
        CrossCheckFailed: if they miss the difference of the totals by more than rounding explains.
    """
    pool = [one for one in booked if _is_fraction_of_rounding(one.step, settling.currency)]
    lines = [one for one in booked if not _is_fraction_of_rounding(one.step, settling.currency)]
    amounts = [nearest(one.step.exact, settling.currency) for one in lines]
    left = settling.difference - sum(amounts, settling.currency.zero())
    _require_small(left, pool, lines, settling)
    if pool:
        lines, amounts = [*lines, _pooled(pool, settling)], [*amounts, left]
    elif left.amount:
        lines, amounts = _spread(lines, amounts, left, settling)
    settled = zip(lines, amounts, strict=True)
    return [one for one in settled if one[1].amount or one[0].step.kind is not Kind.ROUNDING]


def _is_fraction_of_rounding(step: Step, currency: Currency) -> bool:
    return step.kind is Kind.ROUNDING and (step.exact / Fraction(currency.unit)).denominator != 1


def nearest(exact: Fraction, currency: Currency) -> Money:
    """The payable amount that is nearest to an exact figure."""
    if exact.denominator == 1:
        return Money(Decimal(exact.numerator), currency)
    units = exact * 10**currency.scale
    if units.denominator == 1:
        return Money(Decimal(units.numerator).scaleb(-currency.scale), currency)
    return to_money(exact, currency, RoundingMode.HALF_EVEN)


def _require_small(
    left: Money, pool: Sequence[Booked], lines: Sequence[Booked], settling: Settling
) -> None:
    """Beyond what each rounding can leave, the methods contradict each other."""
    unit = Fraction(settling.currency.unit)
    pooled = sum((one.step.exact for one in pool), Fraction(0))
    halves = sum(1 for one in lines if (one.step.exact / unit).denominator != 1)
    if abs(Fraction(left.amount) - pooled) > unit * settling.slack + unit * halves / 2:
        lines_say = Fraction(settling.difference.amount - left.amount) + pooled
        raise CrossCheckFailed(
            Message.of(
                "reconciliation.money-does-not-add-up",
                totals=settling.difference,
                lines=nearest(lines_say, settling.currency),
            )
        )


def _pooled(pool: Sequence[Booked], settling: Settling) -> Booked:
    if len(pool) == 1:
        return pool[0]
    why = Message.of("reconciliation.why-roundings", bookings=len(pool))
    days = [one.step.on for one in pool if one.step.on is not None]
    on = min(days, default=None)
    ours, theirs = (
        Values(lines=tuple(sorted({line for one in side for line in one.lines})))
        for side in ([one.ours for one in pool], [one.theirs for one in pool])
    )
    step = Step(Kind.ROUNDING, 0, Fraction(0), why, settling.rounding_clause, on)
    return Booked(step, ours, theirs)


def _spread(
    lines: list[Booked], amounts: list[Money], left: Money, settling: Settling
) -> tuple[list[Booked], list[Money]]:
    """Cents go to differences in days, then to any that was rounded, else to their own line."""
    unit = settling.currency.unit
    lost = [
        (one.step.exact - Fraction(amount.amount)) / Fraction(unit)
        for one, amount in zip(lines, amounts, strict=True)
    ]
    bearing = [i for i, one in enumerate(lines) if one.step.days and one.step.exact] or [
        i for i, part in enumerate(lost) if part
    ]
    if not bearing:
        why = Message.of("reconciliation.why-totals-rounded")
        step = Step(Kind.ROUNDING, 0, Fraction(left.amount), why, settling.rounding_clause)
        return [*lines, Booked(step)], [*amounts, left]
    units, sign = int(abs(left.amount) / unit), 1 if left.amount > 0 else -1
    order = sorted(bearing, key=lambda i: (-sign * lost[i], i))
    spread = list(amounts)
    for number in range(units):
        i = order[number % len(order)]
        spread[i] = spread[i] + Money(unit * sign, settling.currency)
    return lines, spread
