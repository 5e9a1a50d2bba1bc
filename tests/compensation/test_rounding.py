"""Exact until the one rounding; then rounded where and how the tariff says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement.citation import Grade
from safeconduct.basics import Currency, Money, RoundingMode, round_decimal
from safeconduct.compensation.allocation import allocate
from safeconduct.compensation.exact import exact_number, exact_text, round_exact, to_money
from tests.compensation.inputs import amounts, counted, line, statement
from tests.compensation.terms import item, terms

BOUNDED = settings(max_examples=200, deadline=None)
EUR = Currency("EUR", 2)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
    ),
    st.integers(0, 5),
    st.sampled_from(RoundingMode),
)
@BOUNDED
def test_whole_number_arithmetic_rounds_as_decimal_does(
    exact: Decimal, scale: int, mode: RoundingMode
) -> None:
    assert round_exact(Fraction(exact), scale, mode) == round_decimal(exact, scale, mode)


@given(st.fractions(), st.integers(0, 4), st.sampled_from(RoundingMode))
@BOUNDED
def test_rounding_moves_by_less_than_a_unit_and_halves_by_half_at_most(
    exact: Fraction, scale: int, mode: RoundingMode
) -> None:
    moved = abs(Fraction(round_exact(exact, scale, mode)) - exact)
    unit = Fraction(1, 10**scale)
    assert moved < unit
    if mode in {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN}:
        assert moved <= unit / 2


@given(st.lists(st.fractions(0, 10**6), max_size=12), st.sampled_from(RoundingMode))
@BOUNDED
def test_allocated_amounts_are_the_total_and_less_than_a_unit_from_their_figures(
    exact: list[Fraction], mode: RoundingMode
) -> None:
    total = to_money(sum(exact, Fraction(0)), EUR, mode)
    shares = allocate(exact, total)
    assert sum(shares, EUR.zero()) == total
    for share, figure in zip(shares, exact, strict=True):
        assert abs(Fraction(share.amount) - figure) < Fraction(1, 100)


def test_the_units_go_to_the_figures_that_lost_most_and_then_to_the_first() -> None:
    thirds = [Fraction(100, 3)] * 3
    shares = allocate(thirds, Money(Decimal(100), EUR))
    assert [str(share) for share in shares] == ["33.34", "33.33", "33.33"]
    unequal = [Fraction("1.001"), Fraction("1.009"), Fraction("1.000")]
    shares = allocate(unequal, Money(Decimal("3.01"), EUR))
    assert [str(share) for share in shares] == ["1.00", "1.01", "1.00"]


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Fraction(36), 36),
        (Fraction(13, 2), "6.5"),
        (Fraction(1, 12), "1/12"),
        (Fraction(1, 8), "0.125"),
        (Fraction(2**53 + 1), "9007199254740993"),
    ],
)
def test_a_quantity_is_a_number_where_whole_and_exact_text_otherwise(
    figure: Fraction, told: int | str
) -> None:
    assert exact_number(figure) == told
    assert Fraction(str(told)) == figure


def test_a_rate_keeps_the_places_in_which_it_is_stated() -> None:
    assert exact_text(Decimal("30000000.00")) == "30000000.00"
    assert exact_text(Decimal("0.0585")) == "0.0585"


# Three bookings of one day each at 0.335 a day: 1.005 in all.
BOOKINGS = """
b1 jail 2026-01-01 2026-01-02
b2 jail 2026-01-05 2026-01-06
b3 jail 2026-01-07 2026-01-08
"""


@pytest.mark.parametrize(
    ("place", "mode", "total"),
    [
        ("line", "half-up", "1.01"),
        ("line", "half-even", "1.00"),
        ("line", "down", "1.00"),
        ("line", "up", "1.01"),
        ("booking", "half-up", "1.02"),  # 3 × 0.34
        ("booking", "half-even", "1.02"),  # 0.335 is half-way, and 0.34 is even
        ("booking", "down", "0.99"),
        ("statement", "half-up", "1.01"),
    ],
)
def test_the_place_and_the_mode_of_rounding_move_the_total(
    place: str, mode: str, total: str
) -> None:
    agreement = terms(item("per-diem", "0.335"), rounding=place, mode=mode)
    with counted(agreement, BOOKINGS, "2026-01") as counts:
        assert str(statement(agreement, "2026-01", counts=counts).total) == total


def test_rounded_by_statement_the_lines_still_add_up() -> None:
    agreement = terms(
        item("per-diem", "0.335", id_="a") + item("per-diem", "0.335", id_="b"),
        rounding="statement",
    )
    with counted(agreement, BOOKINGS, "2026-01") as counts:
        found = statement(agreement, "2026-01", counts=counts)
    assert amounts(found) == {"a": "1.01", "b": "1.00"}
    assert str(found.total) == "2.01"


def test_a_currency_without_cents_rounds_to_whole_units() -> None:
    agreement = terms(item("per-diem", "1000.5"), currency="JPY", scale=0)
    with counted(agreement, BOOKINGS, "2026-01") as counts:
        assert str(statement(agreement, "2026-01", counts=counts).total) == "3002"


@pytest.mark.parametrize(("rate", "grade"), [("62.03", Grade.TEXT), ("0.335", Grade.ASSUMED)])
def test_only_a_line_that_rounding_moved_rests_on_the_rounding_term(
    rate: str, grade: Grade
) -> None:
    agreement = terms(item("per-diem", rate), rounding_grade="assumed")
    with counted(agreement, BOOKINGS, "2026-01") as counts:
        assert line(statement(agreement, "2026-01", counts=counts), "days").grade is grade
