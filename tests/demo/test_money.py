"""Days and money of the register, by a second method: a walk over every day in plain Python."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.demo.running import Demonstration, again, rows
from tests.demo.walking import (
    ESCORT,
    GUARANTEED,
    SEPTEMBER,
    SHORTFALL,
    Row,
    Window,
    cost,
    days_of,
    held,
    price,
)

IMPOSSIBLE = {"L26-060", "L26-061"}
"""Departure before arrival; a day that no calendar has."""

UNKNOWN_PLACE = {"L26-062"}
"""Only the agreement knows its places."""


def register(told: Demonstration, file: str, refused: set[str]) -> list[Row]:
    """The rows that count: each booking once, and none that is refused."""
    read = {row["booking"]: row for row in rows(told.folder / file)}
    return [row for booking, row in read.items() if booking not in refused]


def absences(told: Demonstration) -> list[Row]:
    return [*rows(told.folder / "absences.csv")]


def test_the_days_of_each_month(told: Demonstration) -> None:
    answer = again(told.folder, "cli.demo-days")
    counted = register(told, "register.csv", IMPOSSIBLE)
    months: dict[str, list[int]] = defaultdict(list)
    window = Window(date(2026, 7, 1), SEPTEMBER.end)
    by_day = held(counted, absences(told), window)
    for day in window:
        months[f"{day:%Y-%m}"].append(by_day[day])
    assert [(row["month"], row["days"], row["peak"]) for row in answer["rows"]] == [
        (month, sum(each), max(each)) for month, each in months.items()
    ]
    assert (answer["bookings"], answer["open"], answer["days"]) == (
        len(counted),
        sum(1 for row in counted if not row["departed_at"]),
        by_day.total(),
    )
    for month, each in months.items():
        assert f"{month}   {sum(each)}    {max(each)}" in told.printed


def owed(bookings: list[Row], away: list[Row]) -> dict[str, Decimal]:
    """What September costs, by clause and price."""
    money: dict[str, Decimal] = defaultdict(Decimal)
    for booking in bookings:
        by_price: dict[Decimal, list[date]] = defaultdict(list)
        for day in days_of(booking, away, SEPTEMBER):
            by_price[price(day)].append(day)
        for each, days in by_price.items():
            money[f"bed-day {each}"] += cost(days)
    by_day = held(bookings, away, SEPTEMBER)
    lacking = sum(max(0, GUARANTEED - by_day[day]) for day in SEPTEMBER)
    return {**money, "guarantee 98.00": lacking * SHORTFALL, "escort 610.00": 4 * ESCORT}


def lines_of(statement: dict[str, Any]) -> dict[str, Decimal]:
    return {
        f"{line['item']} {line['rate']}": Decimal(line["amount"]) for line in statement["lines"]
    }


@pytest.fixture(scope="module")
def before(told: Demonstration) -> dict[str, Decimal]:
    refused = IMPOSSIBLE | UNKNOWN_PLACE
    return owed(register(told, "register.csv", refused), absences(told))


@pytest.fixture(scope="module")
def after(told: Demonstration) -> dict[str, Decimal]:
    return owed(register(told, "register-corrected.csv", set()), absences(told))


def test_the_frozen_statement(told: Demonstration, before: dict[str, Decimal]) -> None:
    statement = json.loads((told.folder / "statement.json").read_text("utf-8"))["content"]
    assert lines_of(statement) == before
    assert Decimal(statement["total"]) == sum(before.values())
    assert f"{sum(before.values()):,.2f}" in told.printed


def test_the_evidence_adds_up_to_the_bed_days_of_the_statement(
    told: Demonstration, before: dict[str, Decimal]
) -> None:
    evidence = sum(
        (Decimal(row["amount"]) for row in rows(told.folder / "evidence.csv")), Decimal(0)
    )
    assert evidence == sum(each for line, each in before.items() if line.startswith("bed-day"))


def test_the_corrected_statement_and_its_notes(
    told: Demonstration, before: dict[str, Decimal], after: dict[str, Decimal]
) -> None:
    answer = again(told.folder, "cli.demo-correction")
    assert lines_of(answer) == after
    moved = [after[line] - before[line] for line in before]
    notes = {note["kind"]: Decimal(note["total"]) for note in answer["correction"]["notes"]}
    assert notes == {
        "debit-note": sum(each for each in moved if each > 0),
        "credit-note": -sum(each for each in moved if each < 0),
    }
    assert sum(before.values()) + notes["debit-note"] - notes["credit-note"] == sum(after.values())


def test_the_grant_of_the_real_agreement(told: Demonstration) -> None:
    answer = again(told.folder, "cli.demo-real")
    assert Decimal(answer["total"]) == 238 * 20_000
