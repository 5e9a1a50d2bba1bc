"""Sentences of differences: whose book, which days, and figures as the language writes them."""

from __future__ import annotations

import pytest

from safeconduct.basics import ENGLISH, Lang, render
from safeconduct.reconciliation import Difference
from tests.reconciliation.books import agreement, month, reconciled, row

SPANISH = Lang("es")
OURS = "B1 P1 jail 2025-03-02 2025-03-10"
HELD = "B1 P1 jail 2025-03-02 -"
AWAY = ["B1 2025-03-03 2025-03-05"]


def only(ours: str, theirs: str, **more: object) -> Difference:
    """The one difference of two books of one row each; a blank is no row."""
    books = ([row(ours)] if ours else [], [row(theirs)] if theirs else [])
    found = reconciled(*books, period=month("2025-03"), **more)  # type: ignore[arg-type]
    (difference,) = found.differences
    return difference


@pytest.mark.parametrize(
    ("ours", "theirs", "says"),
    [
        (OURS, HELD, "Departure on 2025-03-10 in our book; in theirs the person is still held."),
        (HELD, OURS, "Departure on 2025-03-10 in their book; in ours the person is still held."),
        (HELD, "", "Only our book has the booking of 2025-03-02, still held."),
        ("", OURS, "Only their book has the booking of 2025-03-02 to 2025-03-10."),
    ],
)
def test_the_sentence_says_who_is_still_held(ours: str, theirs: str, says: str) -> None:
    assert render(only(ours, theirs).why, ENGLISH) == says


def test_the_sentence_says_whose_book_takes_nights_off() -> None:
    ours, theirs = only(OURS, OURS, away=AWAY), only(OURS, OURS, their_away=AWAY)
    assert render(ours.why, ENGLISH) == "Our book takes off nights away that theirs counts: 2."
    assert render(theirs.why, ENGLISH) == "Their book takes off nights away that ours counts: 2."


def test_nights_that_cancel_out_are_told_for_both_books() -> None:
    found = only(OURS, OURS, away=AWAY, their_away=["B1 2025-03-04 2025-03-06"])
    assert render(found.why, ENGLISH) == (
        "Nights away that our book takes off and theirs counts: 1; "
        "that theirs takes off and ours counts: 1."
    )


def test_money_inside_a_sentence_is_that_of_the_language() -> None:
    found = only(OURS, f"{OURS} days=8 amount=12345.60")
    assert "states 12,345.60 USD; its days (8) cost 400.00 USD" in render(found.why, ENGLISH)
    assert "indica 12.345,60 USD; sus días (8) cuestan 400,00 USD" in render(found.why, SPANISH)


def test_an_exact_figure_keeps_its_decimals_in_either_language() -> None:
    thirds = agreement("a third of a cent over, rounded by line")
    found = only(OURS, f"{OURS} amount=266.60", terms=thirds)
    assert "266.664 USD" in render(found.why, ENGLISH)
    assert "266,664 USD" in render(found.why, SPANISH)
