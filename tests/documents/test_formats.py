"""Days as a reader of the language writes them."""

from __future__ import annotations

from datetime import date

from safeconduct.basics import Lang, Period
from safeconduct.documents import shown_day, shown_period

EN, ES = Lang("en"), Lang("es")


def test_days_and_periods_in_words() -> None:
    assert shown_day(date(2011, 1, 31), EN) == "31 January 2011"
    assert shown_day(date(2011, 1, 31), ES) == "31 de enero de 2011"
    assert shown_period(Period.month(2011, 2), EN) == "1 February 2011 – 28 February 2011"
    assert shown_period(Period(date(2011, 1, 1), date(2011, 1, 2)), EN) == "1 January 2011"
