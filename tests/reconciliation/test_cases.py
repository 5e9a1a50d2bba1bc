"""Every case of the tables, each in the other direction and order, each book against itself."""

from __future__ import annotations

from typing import Any

import pytest

from safeconduct.basics import Period
from safeconduct.reconciliation import Reconciliation
from tests.reconciliation.books import agreement, line, month, reconciled, row
from tests.reconciliation.table import cases, tables

CASES = [
    pytest.param(case, id=f"{name}: {case['what']}") for name in tables() for case in cases(name)
]


def run(case: dict[str, Any], *, backwards: bool = False, mirrored: bool = False) -> Reconciliation:
    ours, theirs = ([row(text) for text in case[side]] for side in ("ours", "theirs"))
    away, their_away = case.get("away", ()), case.get("their_away", ())
    if mirrored:
        ours, theirs, away, their_away = theirs, ours, their_away, away
    if backwards:
        ours, theirs = ours[::-1], theirs[::-1]
    period: Period | None = month(str(case["period"])) if "period" in case else None
    terms = agreement(case.get("tariff", "fifty a day"), case.get("rule", "arrival-not-departure"))
    return reconciled(ours, theirs, terms=terms, period=period, away=away, their_away=their_away)


@pytest.mark.parametrize("case", CASES)
def test_two_books_in_differences_out(case: dict[str, Any]) -> None:
    found = [line(one) for one in run(case).differences]
    assert sorted(found) == sorted(case["gives"])


@pytest.mark.parametrize("case", CASES)
def test_from_the_other_side_and_in_another_order_the_sum_has_the_other_sign(
    case: dict[str, Any],
) -> None:
    there, back = run(case), run(case, mirrored=True, backwards=True)
    assert (back.days, back.amount) == (-there.days, -there.amount)


@pytest.mark.parametrize("case", CASES)
def test_a_book_against_itself_gives_nothing(case: dict[str, Any]) -> None:
    nights = case.get("their_away", ())
    twin = {**case, "ours": case["theirs"], "away": nights}
    assert run(twin).differences == ()
