"""What nobody supplied is said, and never billed as zero or made up."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pytest

from safeconduct.basics import Severity, render
from safeconduct.basics.messages import languages
from safeconduct.compensation.statement import Statement
from tests.compensation.inputs import acts, counted, statement
from tests.compensation.table import cases
from tests.compensation.terms import item, terms

ROWS = cases("lacking")


def stated(row: dict[str, Any]) -> Statement:
    agreement = terms(row["items"])
    with ExitStack() as stack:
        register = row.get("bookings")
        return statement(
            agreement,
            row["period"],
            at=row.get("places", ""),
            done=acts(row["acts"], "mileage") if "acts" in row else None,
            counts=stack.enter_context(counted(agreement, register, row["period"]))
            if register
            else None,
        )


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_what_is_lacking_is_found(row: dict[str, Any]) -> None:
    found = stated(row)
    assert [finding.code for finding in found.findings] == [
        f"compensation.{wanted['code']}" for wanted in row["finds"]
    ]
    for finding, wanted in zip(found.findings, row["finds"], strict=True):
        said = {name: value for name, value in wanted.items() if name != "code"}
        assert said.items() <= dict(finding.message.parameters).items()


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_the_lines_that_can_be_billed_are(row: dict[str, Any]) -> None:
    found = stated(row)
    assert [line.item for line in found.lines] == row["lines"]
    assert [line.item for line in found.lines if line.provisional] == row.get("provisional", [])


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_every_finding_can_be_said_in_every_language(row: dict[str, Any]) -> None:
    for finding in stated(row).findings:
        for lang in languages():
            assert "{" not in render(finding.message, lang)


def test_only_the_missing_acts_file_asks_for_nobody() -> None:
    severities = {
        finding.code: finding.severity for row in ROWS for finding in stated(row).findings
    }
    notes = [code for code, severity in severities.items() if severity is Severity.NOTE]
    assert notes == ["compensation.no-acts-given"]
    assert set(severities.values()) == {Severity.NOTE, Severity.ATTENTION}


def test_places_are_asked_for_only_while_they_are_priced() -> None:
    ended = terms(
        """
- {id: extra, shape: per-place, label: {en: Extra, es: Extra}, clause: "3", per: day, above: 500,
   rates: [{value: "140.00", until: 2025-12-31}]}
"""
    )
    assert [finding.code for finding in statement(ended, "2026").findings] == [
        "compensation.no-price"
    ]


def test_one_row_too_many_places_is_said_for_its_own_days() -> None:
    agreement = terms(item("per-place", "140.00", more="per: day\nabove: 0\ncap: 10"))
    found = statement(
        agreement, "2026-01", at="2026-01-01..2026-01-20 10\n2026-01-21..2026-01-31 12"
    )
    (finding,) = found.findings
    assert str(finding.message.parameters["first"]) == "2026-01-21"
    assert str(found.total) == "43400.00"  # 31 days of 10 places at 140
