"""What the conformance page claims and no other specification shows."""

from __future__ import annotations

import pytest

from safeconduct.facts import GROUNDS, FactType
from tests.clearance.bundles import asked, changed, nothing_missing

ALLEGATION = {
    "allegation": "A1", "person": "P1", "made_by": "an officer", "made_on": "2017-03-01",
    "says": "something", "contest_route": "the agency",
}  # fmt: skip


def allegations_read(**cells: str) -> int:
    tables = changed(nothing_missing(), "allegations", row=9, **{**ALLEGATION, **cells})
    return len(asked(tables).bundle.tables["allegations"])


def test_an_allegation_with_all_of_it_is_kept() -> None:
    assert allegations_read() == 1


@pytest.mark.parametrize("column", ["made_by", "made_on", "contest_route"])
def test_an_allegation_without_author_date_or_route_of_contest_is_refused(column: str) -> None:
    assert allegations_read(**{column: ""}) == 0


def test_no_fact_of_the_gate_is_money() -> None:
    facts = [(table.name, column) for table in GROUNDS.values() for column in table.all_columns]
    numbers = [(t, c.name) for t, c in facts if c.type is FactType.INTEGER]
    assert numbers == [("sentences", "length_months"), ("searches", "found")]
    money = ("price", "amount", "paid", "fee", "cost", "money", "target", "minimum")
    assert [c.name for _, c in facts if any(word in c.name for word in money)] == []
