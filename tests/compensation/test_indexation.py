"""How prices follow an index, and what happens where a figure is missing."""

from __future__ import annotations

from typing import Any

import pytest

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.citation import Grade
from safeconduct.agreement.library import load
from safeconduct.basics import RoundingMode, WrongInput
from safeconduct.compensation.billing import tariff_of
from safeconduct.compensation.indexation import price_levels
from safeconduct.compensation.indices import Indices
from tests.compensation.inputs import amounts, codes, indices, line, period, statement
from tests.compensation.table import cases, worked_out
from tests.compensation.terms import item, terms

ROWS = cases("indexation")


def indexed(row: dict[str, Any]) -> Agreement:
    years = f"years: {row['years']}" if "years" in row else ""
    return terms(
        item("fixed-per-month", "1000.00", more='part_month: {clause: "3"}\nindexation: prices'),
        indexations=f"""
- id: prices
  series: index
  base_year: {row["base_year"]}
  first_on: {row["first_on"]}
  method: {row["method"]}
  {years}
  clause: "6"
  factor: {{scale: {row.get("scale", "none")}, clause: "6"}}
""",
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_the_factor_of_each_price_level(row: dict[str, Any]) -> None:
    (indexation,) = tariff_of(indexed(row)).indexations
    known = indices(row["figures"]) if row["figures"] else Indices()
    found = price_levels(indexation, known, period(row["period"]), RoundingMode.HALF_UP)
    assert [
        {"factor": level.factor, "missing": [str(one) for one in level.missing]} for level in found
    ] == [
        {"factor": worked_out(level["factor"]), "missing": level["missing"]}
        for level in row["levels"]
    ]


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_lines_follow_the_levels_and_the_rate_stays_as_the_agreement_states_it(
    row: dict[str, Any],
) -> None:
    found = statement(indexed(row), row["period"], index=row["figures"])
    assert [one.factor for one in found.lines] == [
        worked_out(level["factor"]) for level in row["levels"]
    ]
    assert [one.provisional for one in found.lines] == [
        bool(level["missing"]) for level in row["levels"]
    ]
    assert {str(one.rate) for one in found.lines} == {"1000.00"}
    assert ("compensation.index-missing" in codes(found)) == any(
        level["missing"] for level in row["levels"]
    )


TILBURG_INDEX = """
nl-finance-justice 2005 1.0
nl-finance-justice 2006 1.2
nl-finance-justice 2007 2.0
nl-finance-justice 2008 2.6
nl-finance-justice 2009 2.2
nl-finance-justice 2010 1.0
"""


def test_tilburg_indexed_for_two_years_worked_out_by_hand() -> None:
    """The figures are invented; the means are 1.8 and 1.8 per cent, so 1.018 × 1.018."""
    found = statement(load("be-nl-2009-tilburg"), "2011", at="2011-01-01 650", index=TILBURG_INDEX)
    assert amounts(found) == {
        "up-to-500": "31089720.00",  # 30,000,000 × 1.036324
        "blocks-of-50": "7943435.90",  # 7,665,012 × 1.036324 = 7,943,435.895888
    }
    assert not any(one.provisional for one in found.lines)


def test_a_factor_that_a_term_only_assumes_grades_the_line_down() -> None:
    tilburg = load("be-nl-2009-tilburg")
    bare = line(statement(tilburg, "2011", at="2011-01-01 500"), "up-to-500")
    adjusted = line(
        statement(tilburg, "2011", at="2011-01-01 500", index=TILBURG_INDEX), "up-to-500"
    )
    assert bare.grade is Grade.TEXT
    assert adjusted.grade is Grade.ASSUMED
    assert [str(citation.clause) for citation in adjusted.assumed] == ["29(3)"]


def test_one_period_with_two_values_is_refused_whole() -> None:
    with pytest.raises(WrongInput) as wrong:
        indices("index 2016 1.5\nindex 2016 1.6")
    (finding,) = wrong.value.findings
    assert finding.code == "compensation.index-stated-twice"
    assert str(finding.location) == "file.csv:3:value"


def test_the_same_value_twice_says_the_same_thing() -> None:
    assert len(indices("index 2016 1.5\nindex 2016 1.5").values) == 1


@pytest.mark.parametrize("value", ["1,5", "1.5%", "NaN", "1e3", "", "٣"])
def test_a_value_that_is_no_exact_number_is_refused_and_then_missing(value: str) -> None:
    found = indices(f"index 2016 {value or ' '}".rstrip())
    assert found.values == {}
    assert [finding.location.line for finding in found.refused] == [2]


@pytest.mark.parametrize(
    ("method", "figures", "impossible"),
    [
        ("level-ratio", "index 2019 0\nindex 2020 103", "index 2019"),
        ("level-ratio", "index 2019 100\nindex 2020 -1", "index 2020"),
        ("annual-change", "index 2020 -100", "index 2020"),
    ],
)
def test_figures_that_would_make_prices_vanish_are_wrong_input(
    method: str, figures: str, impossible: str
) -> None:
    row = {"method": method, "base_year": 2019, "first_on": "2020-01-01"}
    with pytest.raises(WrongInput) as wrong:
        statement(indexed(row), "2020", index=figures)
    (finding,) = wrong.value.findings
    assert finding.code == "compensation.index-impossible"
    assert finding.message.parameters["figure"] == impossible


def test_another_agreement_s_series_may_hold_anything() -> None:
    row = {"method": "annual-change", "base_year": 2019, "first_on": "2020-01-01"}
    found = statement(indexed(row), "2020", index="other 2020 -500\nindex 2020 1")
    assert str(found.total) == "12120.00"
