"""Numbers, money and days as a reader of the language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from safeconduct.basics import Currency, Lang, Money, Period
from safeconduct.documents import shown_day, shown_money, shown_number, shown_period

EN, ES = Lang("en"), Lang("es")


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


def test_days_and_periods_in_words() -> None:
    assert shown_day(date(2011, 1, 31), EN) == "31 January 2011"
    assert shown_day(date(2011, 1, 31), ES) == "31 de enero de 2011"
    assert shown_period(Period.month(2011, 2), EN) == "1 February 2011 – 28 February 2011"
    assert shown_period(Period(date(2011, 1, 1), date(2011, 1, 2)), EN) == "1 January 2011"
