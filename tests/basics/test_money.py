"""Money is exact, has a currency, and never rounds by the way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import Currency, Money, digest

EUR = Currency("EUR", 2)
JPY = Currency("JPY", 0)
USD = Currency("USD", 2)

cents = st.integers(-(10**40), 10**40)


def euros(whole_cents: int) -> Money:
    return Money(Decimal(f"{whole_cents}E-2"), EUR)


def test_an_amount_has_the_scale_of_its_currency() -> None:
    assert str(Money(Decimal(37665012), EUR)) == "37665012.00"
    assert str(Money(Decimal("1E+3"), JPY)) == "1000"


@pytest.mark.parametrize("finer", ["0.001", "119.8333", "1E-3"])
def test_an_amount_finer_than_a_cent_is_refused(finer: str) -> None:
    with pytest.raises(ValueError, match="EUR"):
        Money(Decimal(finer), EUR)


@pytest.mark.parametrize("nothing", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(nothing: str) -> None:
    with pytest.raises(ValueError, match="EUR"):
        Money(Decimal(nothing), EUR)


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="EUR and USD do not add"):
        Money(Decimal(1), EUR) + Money(Decimal(1), USD)
    with pytest.raises(ValueError, match="EUR and USD"):
        _ = Money(Decimal(1), EUR) < Money(Decimal(2), USD)
    assert Money(Decimal(1), EUR) != Money(Decimal(1), USD)


@pytest.mark.parametrize(("code", "scale"), [("eur", 2), ("EURO", 2), ("", 2), ("EUR", -1)])
def test_what_is_no_currency_is_refused(code: str, scale: int) -> None:
    with pytest.raises(ValueError, match="no currency"):
        Currency(code, scale)


def test_nothing_is_owed_in_one_way_only() -> None:
    minus_zero = Money(Decimal("-0.00"), EUR)
    assert str(minus_zero) == "0.00"
    assert digest(minus_zero) == digest(EUR.zero())


@given(cents, cents)
def test_sums_and_differences_are_exact(first: int, second: int) -> None:
    assert euros(first) + euros(second) == euros(first + second)
    assert euros(first) - euros(second) == euros(first - second)
    assert -euros(first) == euros(-first)
    assert (euros(first) < euros(second)) == (first < second)


@given(st.lists(cents, max_size=20))
def test_the_order_of_a_sum_does_not_matter(amounts: list[int]) -> None:
    forwards = sum(map(euros, amounts), EUR.zero())
    backwards = sum(map(euros, reversed(amounts)), EUR.zero())
    assert forwards == backwards
    assert Fraction(forwards.amount) == Fraction(sum(amounts), 100)
