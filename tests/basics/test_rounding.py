"""One rounding, in the way that a clause states."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import Currency, Money, RoundingMode, round_decimal
from tests.basics.table import rows

figures = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
scales = st.integers(0, 6)
modes = st.sampled_from(RoundingMode)


@pytest.mark.parametrize("mode", RoundingMode)
@pytest.mark.parametrize("row", rows("rounding"), ids=lambda row: row["exact"])
def test_the_table_of_roundings(row: dict[str, Any], mode: RoundingMode) -> None:
    currency = Currency("XXX", row["scale"])
    assert str(Money.rounded(Decimal(row["exact"]), currency, mode)) == row[mode.value]


def by_fractions(exact: Decimal, scale: int, mode: RoundingMode) -> Fraction:
    """The same by whole numbers of the smallest unit, with no decimal arithmetic."""
    units = abs(Fraction(exact)) * 10**scale
    whole, rest = divmod(units, 1)
    half = Fraction(1, 2)
    more = {
        RoundingMode.DOWN: False,
        RoundingMode.UP: rest > 0,
        RoundingMode.HALF_UP: rest >= half,
        RoundingMode.HALF_EVEN: rest > half or (rest == half and whole % 2 == 1),
    }[mode]
    return Fraction(whole + more, 10**scale) * (-1 if exact < 0 else 1)


@given(figures, scales, modes)
def test_two_methods_agree(exact: Decimal, scale: int, mode: RoundingMode) -> None:
    assert Fraction(round_decimal(exact, scale, mode)) == by_fractions(exact, scale, mode)


@given(figures, scales, modes)
def test_rounding_twice_changes_nothing(exact: Decimal, scale: int, mode: RoundingMode) -> None:
    once = round_decimal(exact, scale, mode)
    assert round_decimal(once, scale, mode) == once
    assert -once.as_tuple().exponent == scale  # type: ignore[operator]
