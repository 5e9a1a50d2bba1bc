"""Onward to a third State, inside the receiving one, and back: each case a row of the tables."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement import CustodyModel
from safeconduct.basics import Jurisdiction, Severity
from safeconduct.transfer import (
    Assessment,
    HoldKind,
    InsideReason,
    OnwardMove,
    ReturnHold,
    ReturnReason,
    ToReturn,
    onward_findings,
    plan_return,
)

CASES = Path(__file__).parent / "cases"
ONWARD = yaml.safe_load((CASES / "onward.yaml").read_text("utf-8"))
RETURNS = yaml.safe_load((CASES / "returns.yaml").read_text("utf-8"))
DAY = date(2026, 10, 5)


def move_of(row: dict[str, Any]) -> OnwardMove:
    said = {**ONWARD["base"], **row}
    return OnwardMove(
        "p1",
        CustodyModel(said["model"]),
        Jurisdiction("XA"),
        Jurisdiction("XB"),
        Jurisdiction(said["to"]),
        DAY,
        said["consent"],
        tuple(
            Assessment(Jurisdiction(about), DAY - timedelta(days=age), individual, bar, outside)
            for about, age, individual, bar, outside in said["assessments"]
        ),
        None if said["reason"] is None else InsideReason(said["reason"]),
        said["told"],
        said["new_charges"],
        said["waived"],
    )


@pytest.mark.parametrize("case", ONWARD["cases"], ids=lambda case: str(case["what"]))
def test_what_stands_in_the_way_of_an_onward_move(case: dict[str, Any]) -> None:
    found = [finding.code.removeprefix("transfer.") for finding in onward_findings(move_of(case))]
    assert found == case["found"]


def test_a_move_inside_is_never_forbidden_for_want_of_consent() -> None:
    inside = move_of({"to": "XB", "reason": "evacuation", "consent": False, "told": False})
    assert all(f.severity is not Severity.ERROR for f in onward_findings(inside))


@pytest.mark.parametrize("case", RETURNS["cases"], ids=lambda case: str(case["what"]))
def test_by_when_somebody_is_back(case: dict[str, Any]) -> None:
    holds = tuple(ReturnHold(HoldKind(kind), lifted) for kind, lifted in case.get("holds", ()))
    plan = plan_return(
        ToReturn(
            "p1", ReturnReason.REQUEST, case.get("last_day"), case.get("due_on"),
            case.get("lead", 0), holds,
        ),
        DAY,
    )  # fmt: skip
    assert plan.return_by == case["by"]
    assert plan.state == ("held-up" if case.get("held") else "planned")
    assert [finding.code.removeprefix("transfer.") for finding in plan.findings] == case["found"]


DAYS = st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))


@settings(max_examples=300, deadline=None)
@given(DAYS, DAYS, st.integers(0, 120), st.booleans())
def test_nobody_is_planned_back_after_the_last_lawful_day(
    last: date | None, due: date | None, lead: int, held: bool
) -> None:
    holds = (ReturnHold(HoldKind.PROSECUTION, lifted=None),) if held else ()
    plan = plan_return(ToReturn("p1", ReturnReason.RECALL, last, due, lead, holds), DAY)
    if last is not None:
        assert plan.return_by is not None
        assert plan.return_by <= last
        past = "transfer.return-past-last-day" in [f.code for f in plan.findings]
        assert past == (last < DAY)
