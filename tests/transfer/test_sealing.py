"""Sealing asks everything again: each case a line, and what stands in its way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.clearance import Outcome
from safeconduct.transfer import LineToSeal, Sealing, Signature, may_seal

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "sealing.yaml").read_text("utf-8"))
SIGNED_AT = datetime(2026, 10, 4, 9, tzinfo=UTC)


def moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def line_of(row: dict[str, Any], person: str = "p1") -> LineToSeal:
    said = {**TABLE["base"], **row}
    signature = (
        None
        if said["signer"] is None
        else Signature(said["signed"], said["signer"], said["standing"], SIGNED_AT)
    )
    return LineToSeal(
        person,
        said["state"],
        None if said["outcome"] is None else Outcome(said["outcome"]),
        said["digest"],
        said["proposer"],
        signature,
        moment(said.get("added_at")),
    )


def sealing_of(*rows: dict[str, Any]) -> Sealing:
    lines = [line_of(row, f"p{number}") for number, row in enumerate(rows, 1)]
    first = rows[0] if rows else {}
    return may_seal(lines, stops=first.get("stops", ()), closed_at=moment(first.get("closed_at")))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: str(case["what"]))
def test_what_stands_in_the_way_of_one_line(case: dict[str, Any]) -> None:
    found = [finding.code.removeprefix("transfer.") for finding in sealing_of(case).in_the_way]
    assert found == case["found"]


def test_an_empty_manifest_is_not_sealed() -> None:
    assert [f.code for f in sealing_of().in_the_way] == ["transfer.seal-nobody"]


def test_one_person_in_doubt_holds_the_seal_of_all() -> None:
    sealing = sealing_of({}, {}, {"outcome": "undetermined"})
    assert sealing.sealed == ()
    assert [f.message.parameters["person"] for f in sealing.in_the_way] == ["p3"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TABLE["cases"]), max_size=5))
def test_nobody_is_sealed_whom_a_single_question_would_hold(cases: list[dict[str, Any]]) -> None:
    lines = [line_of(case, f"p{number}") for number, case in enumerate(cases)]
    alone = [may_seal([line]).in_the_way for line in lines]
    together = may_seal(lines)
    assert bool(together.sealed) == (bool(lines) and not any(alone))
    assert set(together.sealed) in (set(), {line.person for line in lines})
