"""The record holds what the demonstration decided, and an altered copy of it is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.recorded import Claims, entries, result
from tests.demo.running import Demonstration, again

LODGED = ("order-issued", "order-received", "order-known")


@pytest.fixture(scope="module")
def written(told: Demonstration) -> dict[str, dict[str, Any]]:
    """The acts that were put on record by hand, by event."""
    statements = json.loads((told.folder / "record.json").read_text("utf-8"))
    return {one["event"]: one["facts"] for one in statements}


@pytest.fixture(scope="module")
def on_record(told: Demonstration) -> list[Claims]:
    """All that the record says to its owner."""
    return list(entries(told.folder / "record"))


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


def test_every_answer_on_record_was_put_there_by_its_own_command(
    told: Demonstration, on_record: list[Claims]
) -> None:
    answers = [one for one in on_record if one["event"] == "decision"]
    commands = ["clear", "order", "invoice", "invoice", "dispute-settle"]
    assert [one["body"]["command"] for one in answers] == commands
    assert all(one["sealed"] for one in answers)
    by_hand = json.loads((told.folder / "record.json").read_text("utf-8"))
    assert "decision" not in {one["event"] for one in by_hand}


def test_the_decision_on_record_is_what_the_gate_answered(
    told: Demonstration, on_record: list[Claims]
) -> None:
    gate = next(one for one in on_record if one["event"] == "decision")
    answer = again(told.folder, "cli.demo-board")
    assert result(gate)["persons"] == answer["persons"]
    hashes = ("terms", "floor", "facts")
    assert [gate["body"][name] for name in hashes] == [answer[f"{name}_hash"] for name in hashes]


def test_the_order_on_record_is_the_one_that_came_in(
    told: Demonstration, written: dict[str, dict[str, Any]], on_record: list[Claims]
) -> None:
    order = (told.folder / "order.yaml").read_text("utf-8")
    said = {one["event"]: one["body"] for one in on_record}
    assert {said[event]["order"] for event in LODGED} == {"C-613"}
    assert "order: C-613\n" in order
    assert f"issued_by: {said['order-issued']['office']}\n" in order
    assert f"issued_at: {said['order-issued']['at']}\n" in order
    assert f"known_at: {said['order-known']['at']}\n" in order
    touched = {one["person"] for one in again(told.folder, "cli.demo-order")}
    assert written["recalled"]["persons"] == len(touched)


def test_who_knew_when_is_told(told: Demonstration) -> None:
    moments = again(told.folder, "cli.demo-timeline")["moments"]
    told_of = [(one["event"], one["command"]) for one in moments]
    assert set(told_of) == {*((event, None) for event in LODGED), ("recalled", None),
                            ("decision", "order")}  # fmt: skip
    assert told_of[-1] == ("recalled", None)


def test_the_record_verifies(told: Demonstration, on_record: list[Claims]) -> None:
    audit = again(told.folder, "cli.demo-verify")
    assert audit["verified"]
    assert audit["size"] > len(on_record)


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
