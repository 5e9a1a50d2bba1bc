"""Books as people send them: every fault is an error or a named difference, none is ignored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.basics import Severity, WrongInput
from safeconduct.reconciliation import Inputs, Reconciliation, Side, reconcile
from tests.reconciliation.books import agreement, in_session, line, month, reconciled, row, write

GOOD = [row("B1 P1 jail 2025-03-01 2025-03-10"), row("B2 P2 jail 2025-03-02 2025-03-05")]


def codes(result: Reconciliation) -> set[str]:
    return {one.code for one in (*result.findings, *result.set_aside)}


def lines(result: Reconciliation) -> list[str]:
    return [line(one) for one in result.differences]


def test_a_line_of_totals_left_in_a_workbook_enters_no_sum() -> None:
    found = reconciled(GOOD, [*GOOD, row("Total - - - - days=12 amount=600.00")])
    assert (lines(found), codes(found)) == ([], {"reconciliation.row-of-totals"})
    assert found.needs_a_person


def test_a_line_of_totals_without_its_word_enters_no_sum() -> None:
    found = reconciled(GOOD, [*GOOD, row("- - - - - days=12")])
    assert (lines(found), codes(found)) == ([], {"reconciliation.row-of-totals"})


def test_a_line_without_place_and_dates_is_no_booking() -> None:
    found = reconciled(GOOD, [*GOOD, row("printed_by_the_office - - - -")])
    assert (lines(found), codes(found)) == ([], {"reconciliation.row-without-stay"})


def test_a_negative_stay_in_both_books_is_named() -> None:
    bad = [row("B1 P1 jail 2025-03-10 2025-03-01")]
    found = reconciled(bad, bad)
    assert (lines(found), codes(found)) == ([], {"custody.departure-before-arrival"})


def test_an_id_used_twice_is_named_though_the_books_agree() -> None:
    twice = [GOOD[0], GOOD[0]]
    found = reconciled(twice, twice)
    assert (lines(found), codes(found)) == ([], {"reconciliation.id-used-twice"})


@pytest.mark.parametrize("amount", ["EUR_450.00", "450.00_EUR", "eur450"])
def test_an_amount_in_another_currency_is_wrong_input(amount: str) -> None:
    theirs = [row(f"B1 P1 jail 2025-03-01 2025-03-10 amount={amount}")]
    with pytest.raises(WrongInput) as wrong:
        reconciled(GOOD, theirs)
    (finding,) = wrong.value.findings
    assert finding.code == "reconciliation.another-currency"
    assert str(finding.location) == "theirs.csv:2:stated_amount"


def test_the_currency_of_the_agreement_may_stand_beside_an_amount() -> None:
    theirs = [row("B1 P1 jail 2025-03-01 2025-03-10 amount=450.00_USD"), GOOD[1]]
    assert lines(reconciled(GOOD, theirs)) == []


@pytest.mark.parametrize("claim", ["days=nine", "days=9.5", "amount=1,450.00", "amount=450.001"])
def test_a_claim_that_cannot_be_read_is_listed_and_computed(claim: str) -> None:
    found = reconciled(GOOD, [row(f"B1 P1 jail 2025-03-01 2025-03-10 {claim}"), GOOD[1]])
    assert lines(found) == []
    assert codes(found) <= {"reconciliation.days-unreadable", "reconciliation.amount-unreadable"}
    assert codes(found)


@pytest.mark.parametrize("claim", ["days=9.0", "amount=450", "amount=450.0000"])
def test_a_spreadsheet_s_way_to_write_a_number_is_read(claim: str) -> None:
    found = reconciled(GOOD, [row(f"B1 P1 jail 2025-03-01 2025-03-10 {claim}"), GOOD[1]])
    assert (lines(found), codes(found)) == ([], set())


def test_books_that_share_no_booking_say_so() -> None:
    found = reconciled(GOOD, [row("X1 Q1 jail 2025-03-01 2025-03-10")])
    assert codes(found) == {"reconciliation.no-booking-shared"}
    assert {one.kind.value for one in found.differences} == {"only-ours", "only-theirs"}


def test_places_of_another_agreement_are_named() -> None:
    found = reconciled(GOOD, [row("B1 P1 tower 2025-03-01 2025-03-10"), GOOD[1]])
    assert lines(found) == ["identity B1 +0 +0.00"]
    assert codes(found) == {"reconciliation.place-unknown"}


def test_a_book_of_another_period_is_named() -> None:
    found = reconciled(GOOD, [row("B1 P1 jail 2024-03-01 2024-03-10")], period=month("2025-03"))
    assert "reconciliation.no-day-in-period" in codes(found)
    assert found.days == -12


def test_a_period_outside_the_term_is_wrong_input() -> None:
    with pytest.raises(WrongInput) as wrong:
        reconciled(GOOD, GOOD, period=month("1999-03"))
    assert [one.code for one in wrong.value.findings] == ["compensation.period-outside-term"]


def test_books_outside_the_term_are_named() -> None:
    early = [row("B1 P1 jail 1999-03-01 1999-03-10")]
    assert codes(reconciled(early, early)) == {"reconciliation.days-outside-term"}


def test_an_empty_book_is_named() -> None:
    found = reconciled(GOOD, [])
    assert codes(found) == {"reconciliation.no-booking"}
    assert [one.kind.value for one in found.differences] == ["only-ours", "only-ours"]


def test_the_same_file_twice_is_noted() -> None:
    with in_session(GOOD, GOOD) as (connection, ours, theirs):
        same = "sha256:" + "0" * 64
        found = reconcile(
            connection, agreement(), replace(ours, digest=same), replace(theirs, digest=same)
        )
    assert [(one.code, one.severity) for one in found.findings] == [
        ("reconciliation.same-file", Severity.NOTE)
    ]
    assert not found.needs_a_person


def test_missing_columns_are_wrong_input() -> None:
    with in_session(GOOD, GOOD) as (connection, ours, theirs):
        write(connection, "thin", ["booking", "arrived_at"], [["B1", "2025-03-01"]])
        with pytest.raises(WrongInput) as wrong:
            reconcile(connection, agreement(), ours, replace(theirs, relation="thin"))
    (finding,) = wrong.value.findings
    assert finding.code == "reconciliation.columns-missing"
    assert finding.message.parameters["columns"] == "place, departed_at"


def test_an_agreement_without_a_day_rule_is_wrong_input() -> None:
    silent = replace(agreement(), day_count=None)
    with pytest.raises(WrongInput) as wrong:
        reconciled(GOOD, GOOD, terms=silent)
    assert [one.code for one in wrong.value.findings] == ["reconciliation.no-day-rule"]


def test_without_a_tariff_days_are_compared_all_the_same() -> None:
    found = reconciled(
        GOOD,
        [row("B1 P1 jail 2025-03-01 2025-03-11"), GOOD[1]],
        terms=replace(agreement(), tariff=None),
        inputs=Inputs(),
    )
    assert lines(found) == ["departure B1 +1 +0.00"]
    assert codes(found) == {"reconciliation.no-tariff"}


def test_amounts_for_some_bookings_only_are_wrong_where_no_booking_owns_its_money() -> None:
    theirs = [row("B1 P1 jail 2025-03-01 2025-03-10 amount=450.00"), GOOD[1]]
    with pytest.raises(WrongInput) as wrong:
        reconciled(
            GOOD,
            theirs,
            terms=agreement("hundred a day, one place guaranteed"),
            period=month("2025-03"),
        )
    assert [one.code for one in wrong.value.findings] == ["reconciliation.amounts-stated-in-part"]


def test_claims_that_both_books_state_against_their_dates_are_named() -> None:
    claims = [row("B1 P1 jail 2025-03-01 2025-03-10 days=10")]
    found = reconciled(claims, claims)
    assert (lines(found), codes(found)) == ([], {"reconciliation.alike-against-dates"})
    assert (found.ours.totals.days, found.ours.totals.own_days) == (10, 9)


def test_both_sides_of_a_result_know_whose_they_are() -> None:
    found = reconciled(GOOD, GOOD)
    assert (found.ours.side, found.theirs.side) == (Side.OURS, Side.THEIRS)


def test_a_line_of_totals_that_has_dates_is_compared_and_named() -> None:
    found = reconciled(GOOD, [*GOOD, row("Subtotal - - 2025-03-01 2025-03-31 days=12")])
    assert codes(found) == {"reconciliation.row-like-totals"}
    assert "only-theirs Subtotal +30 +1500.00" in lines(found)


def test_a_booking_whose_id_begins_like_a_total_is_none() -> None:
    rows = [row("Total7 P1 jail 2025-03-01 2025-03-10")]
    assert codes(reconciled(rows, rows)) == set()


def test_claims_against_the_dates_are_named_also_where_other_dates_differ() -> None:
    ours = [row("B1 P1 jail 2025-03-02 2025-03-10 days=9")]
    theirs = [row("B1 P1 jail 2025-03-01 2025-03-10 days=10")]
    (finding,) = reconciled(ours, theirs).findings
    assert finding.code == "reconciliation.alike-against-dates"
    assert finding.message.parameters == {"rows": 1, "days": 1}
    assert str(finding.location) == "ours.csv:2:stated_days"
