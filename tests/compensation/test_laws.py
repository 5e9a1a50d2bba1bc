"""Laws that hold for every tariff, whatever its terms."""

from __future__ import annotations

import random
from datetime import timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.tariff import GuaranteedMinimum, PerTime, RoundingPlace
from safeconduct.basics import Period
from safeconduct.compensation.billing import Inputs, bill, tariff_of
from safeconduct.compensation.indices import Indices
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.places import read_places
from safeconduct.compensation.priced import priced_items
from safeconduct.compensation.shapes import charges
from tests.compensation.by_hand import owed_by_hand
from tests.compensation.inputs import places, rows
from tests.compensation.strategies import (
    HeldDays,
    Steps,
    agreements,
    held_days,
    periods,
    place_steps,
    places_on,
    places_text,
)

BOUNDED = settings(max_examples=100, deadline=None)


def charged(agreement: Agreement, period: Period, steps: Steps, held: HeldDays) -> list[Charge]:
    tariff = tariff_of(agreement)
    measured = Measured(places(places_text(steps)), None, BedDays(held, ()))
    return [
        charge
        for one in priced_items(tariff, Indices(), period)
        for charge in charges(one.item, one.prices, measured)
    ]


def exact(owed: list[Charge]) -> Fraction:
    return sum((charge.exact for charge in owed), Fraction(0))


@given(agreements(), periods(), place_steps(), held_days)
@BOUNDED
def test_stretches_and_months_owe_what_the_days_owe_one_by_one(
    agreement: Agreement, period: Period, steps: Steps, held: HeldDays
) -> None:
    by_hand = sum(
        owed_by_hand(item, period.start, period.last, lambda day: places_on(steps, day), held)
        for item in tariff_of(agreement).items
    )
    assert exact(charged(agreement, period, steps, held)) == by_hand


@given(agreements(), st.integers(2019, 2021), place_steps(), held_days)
@BOUNDED
def test_the_months_of_a_year_owe_exactly_what_the_year_owes(
    agreement: Agreement, year: int, steps: Steps, held: HeldDays
) -> None:
    whole = charged(agreement, Period.year(year), steps, held)
    months = [charged(agreement, Period.month(year, month), steps, held) for month in range(1, 13)]
    assert exact(whole) == sum(exact(month) for month in months)


@given(agreements(), st.integers(2019, 2021), place_steps())
@BOUNDED
def test_paid_by_the_month_a_year_differs_by_less_than_a_unit_for_each_rounding(
    agreement: Agreement, year: int, steps: Steps
) -> None:
    """A unit is the smallest amount of the currency; rounded to the half, half a unit."""
    inputs = Inputs(places=places(places_text(steps)))
    whole = bill(agreement, Period.year(year), inputs)
    months = [bill(agreement, Period.month(year, month), inputs) for month in range(1, 13)]
    tariff = tariff_of(agreement)
    by_total = tariff.rounding.place is RoundingPlace.STATEMENT
    roundings = 13 if by_total else sum(len(one.lines) for one in [whole, *months])
    worst = Fraction(tariff.currency.unit) * (
        1 if tariff.rounding.mode in {"up", "down"} else Fraction(1, 2)
    )
    difference = sum(Fraction(month.total.amount) for month in months) - Fraction(
        whole.total.amount
    )
    assert abs(difference) <= roundings * worst


@given(agreements(), periods(), place_steps())
@BOUNDED
def test_lines_add_up_to_the_total_and_none_is_a_unit_away_from_its_exact_figure(
    agreement: Agreement, period: Period, steps: Steps
) -> None:
    found = bill(agreement, period, Inputs(places=places(places_text(steps))))
    assert sum((line.amount for line in found.lines), found.currency.zero()) == found.total
    for line in found.lines:
        assert line.exact == line.quantity * Fraction(line.rate) * line.factor
        assert abs(Fraction(line.amount.amount) - line.exact) < Fraction(found.currency.unit)


@given(agreements(), periods(), place_steps(), st.integers(0, 30))
@BOUNDED
def test_more_places_never_cost_less(
    agreement: Agreement, period: Period, steps: Steps, more: int
) -> None:
    grown = {day: number + more for day, number in steps.items()}
    assert exact(charged(agreement, period, steps, {})) <= exact(
        charged(agreement, period, grown, {})
    )


@given(agreements(), periods(), place_steps(), st.randoms(use_true_random=False))
@BOUNDED
def test_the_order_of_rows_never_matters(
    agreement: Agreement, period: Period, steps: Steps, chance: random.Random
) -> None:
    lines = places_text(steps).splitlines()
    shuffled = chance.sample(lines, len(lines))
    assert bill(agreement, period, Inputs(places=places("\n".join(lines)))).lines == (
        bill(agreement, period, Inputs(places=places("\n".join(shuffled)))).lines
    )


@given(agreements(), periods(), place_steps(), held_days)
@BOUNDED
def test_two_periods_that_meet_owe_what_the_whole_owes(
    agreement: Agreement, period: Period, steps: Steps, held: HeldDays
) -> None:
    """But for a guarantee over the month, which can lack less over the whole than over parts."""
    assume(period.days > 1)
    middle = period.start + timedelta(days=period.days // 2)
    parts = [Period(period.start, middle), Period(middle, period.end)]
    apart = sum(exact(charged(agreement, part, steps, held)) for part in parts)
    whole = exact(charged(agreement, period, steps, held))
    assert whole <= apart if _has_monthly_guarantee(agreement) else whole == apart


def _has_monthly_guarantee(agreement: Agreement) -> bool:
    return any(
        isinstance(item, GuaranteedMinimum) and item.measured is PerTime.MONTH
        for item in tariff_of(agreement).items
    )


@given(agreements(), periods(), place_steps())
@BOUNDED
def test_no_amount_is_in_another_currency(
    agreement: Agreement, period: Period, steps: Steps
) -> None:
    found = bill(agreement, period, Inputs(places=places(places_text(steps))))
    assert {line.amount.currency for line in found.lines} <= {tariff_of(agreement).currency}


def test_a_day_without_a_row_is_not_billed_as_zero_places_but_said_to_be_unknown() -> None:
    known = read_places(rows("from,to,places\n2020-01-01,2020-01-10,5"))
    runs = list(known.runs(Period.month(2020, 1)))
    assert [(run.days, number) for run, number in runs] == [(10, 5), (21, None)]
