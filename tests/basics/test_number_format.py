"""Numbers and money as a reader of the language writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import (
    Currency,
    Lang,
    Message,
    Money,
    exact_text,
    render,
    shown_money,
    shown_number,
    shown_sum,
    signed_money,
    signed_number,
)

EN, ES = Lang("en"), Lang("es")
EURO = Currency("EUR", 2)


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        (Fraction(36), "36", "36"),
        (Fraction(1, 12), "1/12", "1/12"),
        (Fraction(13, 2), "6.5", "6,5"),
        (Decimal("30000000.00"), "30,000,000.00", "30.000.000,00"),
        (Decimal("0.0585"), "0.0585", "0,0585"),
        (11315, "11,315", "11.315"),
        (Fraction(-5, 4), "-1.25", "-1,25"),
        (
            Decimal("12345678901234567890.12"),
            "12,345,678,901,234,567,890.12",
            "12.345.678.901.234.567.890,12",
        ),
    ],
)
def test_a_number_keeps_its_decimals(
    value: Fraction | Decimal | int, english: str, spanish: str
) -> None:
    assert shown_number(value, EN) == english
    assert shown_number(value, ES) == spanish


def test_money_has_the_places_of_its_currency() -> None:
    assert shown_money(Money(Decimal(1000), Currency("JPY", 0)), EN) == "1,000"
    assert shown_money(Money(Decimal("1000.5"), Currency("EUR", 2)), ES) == "1.000,50"


def test_a_sum_names_its_currency_in_the_language() -> None:
    amount = Money(Decimal("-1234567.8"), EURO)
    assert shown_sum(amount, EN) == "-1,234,567.80 EUR"
    assert shown_sum(amount, ES) == "-1.234.567,80 EUR"


@pytest.mark.parametrize(
    ("days", "shown"), [(1234, "+1.234"), (0, "0"), (-5, "-5"), (Fraction(1, 3), "+1/3")]
)
def test_what_is_moved_has_its_sign(days: Fraction | int, shown: str) -> None:
    assert signed_number(days, ES) == shown


def test_money_that_is_moved_has_its_sign() -> None:
    assert signed_money(Money(Decimal(45), EURO), EN) == "+45.00"
    assert signed_money(Money(Decimal(-45), EURO), EN) == "-45.00"
    assert signed_money(Money(Decimal(0), EURO), EN) == "0.00"


@given(st.fractions(max_denominator=5000))
def test_the_exact_text_of_a_fraction_is_that_fraction(figure: Fraction) -> None:
    assert Fraction(exact_text(figure)) == figure


def test_figures_inside_sentences_are_written_in_the_language() -> None:
    asked = Message.of(
        "reconciliation.why-theirs-amount",
        stated=Money(Decimal("12450.00"), EURO),
        days=Fraction(1000),
        exact=Decimal("12000.125"),
        currency="EUR",
    )
    assert "12,450.00 EUR; its days (1,000) cost 12,000.125 EUR" in render(asked, EN)
    assert "12.450,00 EUR; sus días (1.000) cuestan 12.000,125 EUR" in render(asked, ES)


def test_a_whole_number_inside_a_sentence_may_be_a_year() -> None:
    message = Message.of("reconciliation.no-such-line", ref=2025, lines=3)
    assert "2025" in render(message, EN)
