"""Disputes: raised, answered line by line, and applied to new books; the old ones stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

import pytest

from safeconduct.basics import ENGLISH, Lang, WrongInput
from safeconduct.reconciliation import Reconciliation, Side
from safeconduct.reconciliation.disputes import (
    COLUMNS,
    Cells,
    Correction,
    Dispute,
    Outcome,
    corrected,
    dispute_csv,
    dispute_of,
    read_answers,
    settle,
)
from tests.reconciliation.books import COLUMNS as BOOK_COLUMNS
from tests.reconciliation.books import Row, line, reconciled, row

OURS = [
    row("B1 P1 jail 2025-03-01 2025-03-10"),
    row("B2 P2 jail 2025-03-01 2025-03-05"),
    row("B3 P3 jail 2025-03-02 2025-03-06"),
]
THEIRS = [
    row("B1 P1 jail 2025-03-02 2025-03-12 days=10"),
    row("B2 P2 jail 2025-03-01 2025-03-05 amount=263.70"),
    row("T9 P9 jail 2025-03-01 2025-03-04"),
]
LINES = (
    "amount B2 +0 +63.70",
    "arrival B1 -1 -50.00",
    "departure B1 +2 +100.00",
    "only-ours B3 -4 -200.00",
    "only-theirs T9 +3 +150.00",
)


@pytest.fixture(scope="module")
def result() -> Reconciliation:
    return reconciled(OURS, THEIRS)


@pytest.fixture(scope="module")
def dispute(result: Reconciliation) -> Dispute:
    return dispute_of(result, ENGLISH)


def answered(dispute: Dispute, **answers: str) -> list[Cells]:
    """The file, a line of each kind answered: ``arrival="accept"``, ``departure="reject …"``."""
    rows = []
    for number, cells in enumerate(csv.DictReader(io.StringIO(dispute_csv(dispute))), start=2):
        words = answers.get(cells["kind"].replace("-", "_"), "").split(maxsplit=1)
        given = dict(word.split("=") for word in words[1:] for word in word.split())
        cells["answer"] = words[0] if words else ""
        rows.append(Cells("answers.csv", number, {**cells, **given}))
    return rows


def outcome(dispute: Dispute, **answers: str) -> Outcome:
    return settle(dispute, read_answers(dispute, answered(dispute, **answers)))


def book(rows: Sequence[Row]) -> dict[int, dict[str, str]]:
    return {
        number: {column: getattr(one, column) for column in BOOK_COLUMNS}
        for number, one in enumerate(rows, start=2)
    }


def rows_of(correction: Correction) -> list[Row]:
    return [
        Row(**{column: one.get(column, "") for column in BOOK_COLUMNS}) for one in correction.rows
    ]


def their_new_book(found: Outcome) -> Correction:
    return corrected(found, Side.THEIRS, book(THEIRS), book(OURS))


ALL = {"arrival": "accept", "departure": "accept", "only_ours": "accept", "only_theirs": "accept",
       "amount": "accept"}  # fmt: skip


def test_the_lines_of_the_example(result: Reconciliation) -> None:
    assert tuple(sorted(line(one) for one in result.differences)) == LINES


def test_a_dispute_has_the_same_id_in_both_languages(result: Reconciliation) -> None:
    assert dispute_of(result, Lang("es")).id == dispute_of(result, ENGLISH).id


def test_the_file_has_a_line_for_each_difference(dispute: Dispute) -> None:
    read = list(csv.DictReader(io.StringIO(dispute_csv(dispute))))
    assert tuple(read[0]) == COLUMNS
    assert [one["ref"] for one in read] == ["1", "2", "3", "4", "5"]


def test_accepting_everything_leaves_nothing_between_the_books(dispute: Dispute) -> None:
    found = outcome(dispute, **ALL)
    again = reconciled(OURS, rows_of(their_new_book(found)))
    assert (found.open, again.differences) == ((), ())
    assert found.theirs_days == again.theirs.totals.days
    assert found.theirs_amount == again.theirs.totals.amount


def test_silence_settles_nothing(dispute: Dispute) -> None:
    found = outcome(dispute)
    assert len(found.open) == len(dispute.lines)
    assert not their_new_book(found).is_changed


def test_part_of_a_booking_is_settled_by_its_claim_and_its_dates_stay(dispute: Dispute) -> None:
    found = outcome(dispute, departure="accept", arrival="reject reason=gate")
    new = rows_of(their_new_book(found))[0]
    assert (new.arrived_at, new.departed_at) == ("2025-03-02", "2025-03-12")
    assert (new.stated_days, new.stated_amount) == ("8", "400.00")


def test_a_corrected_value_takes_the_place_of_theirs(dispute: Dispute) -> None:
    found = outcome(dispute, only_theirs="correct corrected_days=2 corrected_amount=100.00")
    (one,) = [o for o in found.lines if o.answered.disputed.difference.kind.value == "only-theirs"]
    assert (one.open_days, one.open_amount.amount) == (2, Decimal("100.00"))
    again = reconciled(OURS, rows_of(their_new_book(found)))
    assert found.theirs_days == again.theirs.totals.days


def test_a_conceded_line_corrects_our_book(dispute: Dispute) -> None:
    found = outcome(dispute, only_theirs="reject reason=gate reply=concede")
    ours = corrected(found, Side.OURS, book(OURS), book(THEIRS))
    again = reconciled(rows_of(ours), THEIRS)
    assert "only-theirs" not in {one.kind.value for one in again.differences}
    assert found.ours_days == again.ours.totals.days


def test_the_old_books_are_as_they_were(dispute: Dispute) -> None:
    theirs, ours = book(THEIRS), book(OURS)
    corrected(outcome(dispute, **ALL), Side.THEIRS, theirs, ours)
    assert (theirs, ours) == (book(THEIRS), book(OURS))


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"arrival": "perhaps"}, "reconciliation.no-such-answer"),
        ({"arrival": "reject"}, "reconciliation.rejected-without-reason"),
        ({"arrival": "correct"}, "reconciliation.corrected-without-value"),
        ({"arrival": "accept corrected_days=3"}, "reconciliation.value-without-correct"),
        ({"arrival": "correct corrected_days=x"}, "reconciliation.days-unreadable-answer"),
        ({"arrival": "correct corrected_amount=1.234"}, "reconciliation.amount-unreadable-answer"),
        ({"arrival": "accept reply=concede"}, "reconciliation.conceded-without-rejection"),
        ({"arrival": "accept reply=what"}, "reconciliation.no-such-reply"),
        ({"arrival": "accept days=-3"}, "reconciliation.line-changed"),
        ({"arrival": "accept ref=99"}, "reconciliation.no-such-line"),
        ({"arrival": "accept ref=1", "departure": "accept ref=1"}, "reconciliation.line-changed"),
        ({"arrival": "accept dispute=other"}, "reconciliation.answers-another-dispute"),
    ],
)
def test_an_answer_out_of_form_is_refused(
    dispute: Dispute, answers: dict[str, str], code: str
) -> None:
    with pytest.raises(WrongInput) as refused:
        outcome(dispute, **answers)
    assert code in {finding.code for finding in refused.value.findings}


def test_a_line_answered_twice_is_refused(dispute: Dispute) -> None:
    rows = answered(dispute, arrival="accept")
    with pytest.raises(WrongInput) as refused:
        read_answers(dispute, [*rows, rows[0]])
    assert {finding.code for finding in refused.value.findings} == {"reconciliation.answered-twice"}


def test_a_corrected_value_speaks_of_the_whole_booking(dispute: Dispute) -> None:
    found = outcome(dispute, arrival="correct corrected_days=9", departure="accept")
    (new,) = [one for one in rows_of(their_new_book(found)) if one.booking == "B1"]
    assert new.stated_days == "9"
    assert dispute.result.theirs.totals.days - found.theirs_days == 1


def test_the_same_value_on_two_lines_of_a_booking_counts_once(dispute: Dispute) -> None:
    value = "correct corrected_days=8"
    found = outcome(dispute, arrival=value, departure=value)
    assert dispute.result.theirs.totals.days - found.theirs_days == 2


def test_two_values_for_one_booking_are_refused(dispute: Dispute) -> None:
    with pytest.raises(WrongInput) as refused:
        outcome(dispute, arrival="correct corrected_days=8", departure="correct corrected_days=9")
    (finding,) = refused.value.findings
    assert finding.code == "reconciliation.corrected-otherwise"


def test_books_in_another_order_raise_the_same_dispute(dispute: Dispute) -> None:
    again = dispute_of(reconciled(OURS[::-1], THEIRS[::-1]), ENGLISH)
    assert dispute_csv(again) == dispute_csv(dispute)


def test_books_that_differ_elsewhere_raise_another_dispute(dispute: Dispute) -> None:
    both = row("B7 P7 jail 2025-03-01 2025-03-05")
    assert dispute_of(reconciled([*OURS, both], [*THEIRS, both]), ENGLISH).id != dispute.id
