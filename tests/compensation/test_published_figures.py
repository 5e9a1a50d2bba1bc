"""What real agreements cost, as published arithmetic has it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from safeconduct.agreement.library import load
from safeconduct.compensation import exact_number, exact_text
from tests.compensation.inputs import codes, statement
from tests.compensation.table import cases, worked_out

ROWS = cases("published")


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_the_total_is_the_published_figure_and_the_arithmetic_beside_it(
    row: dict[str, Any],
) -> None:
    found = statement(load(row["agreement"]), row["period"], at=row["places"])
    assert str(found.total) == row["total"]
    assert Fraction(found.total.amount) == worked_out(row["is"])


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "lines" in row], ids=lambda row: row["what"]
)
def test_each_line_says_clause_quantity_rate_and_amount(row: dict[str, Any]) -> None:
    found = statement(load(row["agreement"]), row["period"], at=row["places"])
    assert [
        {
            "clause": str(line.clause),
            "item": line.item,
            "quantity": exact_number(line.quantity),
            "unit": line.unit,
            "rate": exact_text(line.rate),
            "amount": str(line.amount),
        }
        for line in found.lines
    ] == row["lines"]


def test_unindexed_lines_are_provisional_and_say_which_figures_are_missing() -> None:
    found = statement(load("be-nl-2009-tilburg"), "2011", at="2011-01-01 650")
    assert [line.provisional for line in found.lines] == [True, True]
    (finding,) = [one for one in found.findings if one.code == "compensation.index-missing"]
    assert finding.message.parameters["figures"] == ", ".join(
        f"nl-finance-justice {year}" for year in range(2005, 2011)
    )


def test_norgerhaven_in_its_first_year_is_at_the_agreed_price_level() -> None:
    found = statement(load("no-nl-2015-norgerhaven"), "2015")
    assert not any(line.provisional for line in found.lines)
    assert "compensation.index-missing" not in codes(found)
