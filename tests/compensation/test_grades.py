"""A line is graded by the worst-known term that it rests on, and says what was assumed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.agreement.citation import Grade
from safeconduct.agreement.library import load
from safeconduct.compensation.statement import Line
from tests.compensation.inputs import counted, line, statement
from tests.compensation.terms import item, terms

TILBURG = load("be-nl-2009-tilburg")


def blocks(places: int) -> Line:
    return line(statement(TILBURG, "2011", at=f"2011-01-01 {places}"), "blocks-of-50")


def test_full_blocks_rest_on_the_text_and_a_broken_block_on_an_assumption() -> None:
    assert blocks(600).grade is Grade.TEXT
    assert blocks(601).grade is Grade.ASSUMED
    (assumed,) = blocks(601).assumed
    assert assumed.why is not None
    assert "does not say what" in assumed.why.en


def test_a_whole_year_rests_on_the_text_and_a_part_of_it_on_an_assumption() -> None:
    whole = line(statement(TILBURG, "2011", at="2011-01-01 500"), "up-to-500")
    part = line(statement(TILBURG, "2011-05", at="2011-01-01 500"), "up-to-500")
    assert (whole.grade, part.grade) == (Grade.TEXT, Grade.ASSUMED)


def test_what_no_term_states_is_an_assumption_with_a_note() -> None:
    monthly = terms(item("per-place", "8500.00", more="per: month\nabove: 0"))
    whole = line(statement(monthly, "2026-01", at="2026-01-01 5"), "days")
    part = line(statement(monthly, "2026-01-01..2026-01-10", at="2026-01-01 5"), "days")
    assert (whole.grade, whole.notes) == (Grade.TEXT, ())
    assert part.grade is Grade.ASSUMED
    assert [note.code for note in part.notes] == ["compensation.part-of-a-month-by-days"]


@pytest.mark.parametrize(
    ("asked", "notes"),
    [
        ("2026-02", []),
        ("2026-02-01..2026-02-20", ["compensation.minimum-over-part-of-month"]),
    ],
)
def test_a_monthly_guarantee_over_a_part_of_a_month_is_said(asked: str, notes: list[str]) -> None:
    agreement = terms(
        item(
            "guaranteed-minimum", "50.00", more='measured: month\nplaces: [{value: 9, clause: "3"}]'
        )
    )
    with counted(agreement, "b1 jail 2026-02-03 2026-02-05", asked) as counts:
        found = line(statement(agreement, asked, counts=counts), "days")
    assert [note.code for note in found.notes] == notes


def test_a_line_from_the_press_says_so() -> None:
    found = statement(load("us-sv-2025"), "2025-03")
    assert {one.grade for one in found.lines} == {Grade.PRESS}


def test_days_counted_by_an_assumed_rule_make_an_assumed_line() -> None:
    irwin = load("us-usms-2007-irwin")
    with counted(irwin, "b1 irwin 2009-01-03 2009-01-05", "2009-01") as counts:
        found = line(statement(irwin, "2009-01", counts=counts), "prisoner-day")
    assert found.grade is Grade.ASSUMED
    assert str(found.amount) == "90.00"


@pytest.mark.parametrize(("given", "clauses"), [(False, ["VI(3)"]), (True, ["VI(3)", "VI(3)"])])
def test_the_absence_term_is_rested_on_only_where_absences_were_given(
    given: bool, clauses: list[str]
) -> None:
    irwin = load("us-usms-2007-irwin")
    with counted(irwin, "b1 irwin 2009-01-03 2009-01-05", "2009-01") as counts:
        found = statement(irwin, "2009-01", counts=counts, absences=given)
    assert [str(one.clause) for one in line(found, "prisoner-day").assumed] == clauses


def test_a_line_rests_on_the_clause_that_names_the_currency() -> None:
    jail = terms(item("fixed-per-month", "1000.00", more='part_month: {clause: "3"}'))
    tariff = jail.tariff
    assert tariff is not None
    known_from_press = replace(tariff.currency_citation, grade=Grade.PRESS)
    reported = replace(jail, tariff=replace(tariff, currency_citation=known_from_press))
    assert line(statement(jail, "2026-01"), "days").grade is Grade.TEXT
    assert line(statement(reported, "2026-01"), "days").grade is Grade.PRESS
