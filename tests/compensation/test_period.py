"""A statement's period, held against the agreement's term."""

from __future__ import annotations

import pytest

from safeconduct.agreement.library import load
from safeconduct.basics import ENGLISH, Period, Severity, WrongInput, render
from safeconduct.compensation.billing import Inputs, bill
from safeconduct.compensation.term import period_in_term
from tests.compensation.inputs import period
from tests.compensation.terms import item, terms

JAIL = terms(item("per-diem"))  # 2010-01-01 to 2029-12-31, clause 1


@pytest.mark.parametrize("asked", ["2009", "2030", "2009-12-31..2009-12-31", "2030-01"])
def test_a_period_outside_the_term_names_term_and_clause(asked: str) -> None:
    with pytest.raises(WrongInput) as wrong:
        period_in_term(JAIL, period(asked))
    (finding,) = wrong.value.findings
    assert finding.severity is Severity.ERROR
    assert finding.location.clause == "1"
    assert render(finding.message, ENGLISH) == (
        f"No day of {period(asked)} lies in the term of us-test-jail-days, "
        "which runs 2010-01-01..2029-12-31 by clause 1."
    )


@pytest.mark.parametrize(
    ("asked", "cut"),
    [
        ("2009-12-31..2010-01-01", "2010-01-01..2010-01-01"),
        ("2029-12-01..2030-02-28", "2029-12-01..2029-12-31"),
    ],
)
def test_a_period_partly_outside_is_cut_and_the_statement_says_so(asked: str, cut: str) -> None:
    found = period_in_term(JAIL, period(asked))
    assert str(found.period) == cut
    (note,) = found.findings
    assert note.code == "compensation.period-cut-to-term"
    assert note.severity is Severity.NOTE


def test_a_period_inside_is_left_alone() -> None:
    found = period_in_term(JAIL, period("2026"))
    assert (found.period, found.findings) == (Period.year(2026), ())


def test_an_unknown_first_day_is_no_bar() -> None:
    tilburg = load("be-nl-2009-tilburg")
    assert period_in_term(tilburg, period("2010")).findings == ()
    with pytest.raises(WrongInput):
        period_in_term(tilburg, period("2017"))


@pytest.mark.parametrize("asked", ["0001", "1899", "2200", "0001-01-01..9999-12-30"])
def test_years_beyond_reason_are_told_apart_from_a_term(asked: str) -> None:
    with pytest.raises(WrongInput) as wrong:
        period_in_term(load("us-sv-2025"), period(asked))
    assert wrong.value.findings[0].code == "compensation.period-beyond-reason"


def test_an_agreement_without_a_tariff_bills_nothing() -> None:
    with pytest.raises(WrongInput) as wrong:
        bill(load("us-interstate-corrections-compact"), period("2026"), Inputs())
    assert wrong.value.findings[0].code == "compensation.no-tariff"
