"""The record holds what the demonstration decided, and an altered copy of it is refused."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.demo.running import Demonstration, again


@pytest.fixture(scope="module")
def written(told: Demonstration) -> dict[str, dict[str, Any]]:
    """The facts that were put on record, by event."""
    statements = json.loads((told.folder / "record.json").read_text("utf-8"))
    return {one["event"]: one["facts"] for one in statements}


def test_the_statement_on_record_is_the_frozen_one(
    told: Demonstration, written: dict[str, dict[str, Any]]
) -> None:
    frozen = json.loads((told.folder / "statement.json").read_text("utf-8"))
    assert written["statement-issued"] == {
        "period": "2026-09",
        "total": frozen["content"]["total"],
        "currency": frozen["content"]["currency"],
        "statement": frozen["digest"],
    }


def test_the_decision_on_record_is_what_the_gate_answered(
    told: Demonstration, written: dict[str, dict[str, Any]]
) -> None:
    answer = again(told.folder, "cli.demo-board")
    outcomes = Counter(person["outcome"].replace("-", "_") for person in answer["persons"])
    assert written["decision"] == {
        "command": "clear",
        "facts_as_of": answer["facts_as_of"],
        **outcomes,
    }


def test_the_order_on_record_is_the_one_that_came_in(
    told: Demonstration, written: dict[str, dict[str, Any]]
) -> None:
    order = (told.folder / "order.yaml").read_text("utf-8")
    assert f"order: {written['order-issued']['order']}\n" in order
    assert f"issued_at: {written['order-issued']['at'].replace(':00+', '+')}\n" in order
    assert f"known_at: {written['order-received']['at'].replace(':00+', '+')}\n" in order
    assert written["recalled"]["persons"] == len(again(told.folder, "cli.demo-order"))


def test_who_knew_when_is_told_in_order(told: Demonstration) -> None:
    moments = again(told.folder, "cli.demo-timeline")["moments"]
    assert [one["event"] for one in moments] == ["order-issued", "order-received", "recalled"]


def test_the_record_verifies_and_holds_each_statement(
    told: Demonstration, written: dict[str, dict[str, Any]]
) -> None:
    audit = again(told.folder, "cli.demo-verify")
    opening, cover = 1, 1
    assert (audit["verified"], audit["size"]) == (True, opening + len(written) + cover)


def test_the_altered_copy_differs_in_one_byte_and_is_refused(told: Demonstration) -> None:
    differing = [
        (before, after)
        for path in (told.folder / "record").rglob("*")
        if path.is_file()
        for before, after in zip(path.read_bytes(), _copy(told, path).read_bytes(), strict=True)
        if before != after
    ]
    assert len(differing) == 1
    assert again(told.folder, "cli.demo-altered")["verified"] is False


def _copy(told: Demonstration, path: Path) -> Path:
    return told.folder / "record-altered" / path.relative_to(told.folder / "record")


def test_nothing_is_remembered_outside_the_folder(told: Demonstration) -> None:
    assert [*(told.folder / "state" / "anchors").iterdir()] != []
