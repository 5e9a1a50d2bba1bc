"""Two books: what was planted is what is found, to the cent, and so is what answers settle."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from safeconduct.reconciliation.kinds import Kind
from tests.demo.running import Demonstration, again, rows
from tests.demo.walking import OCTOBER, Row, cost, days_of

PLANTED = rows(Path(__file__).parent / "cases" / "planted.csv")
ANSWERED = ("answer", "reason", "corrected_days", "corrected_amount", "reply")


@pytest.fixture(scope="module")
def found(told: Demonstration) -> dict[str, Any]:
    """What the reconciliation answers to a machine."""
    answer: dict[str, Any] = again(told.folder, "cli.demo-books")
    return answer


@pytest.fixture(scope="module")
def settled(told: Demonstration) -> dict[str, Any]:
    """What the answers come to."""
    answer: dict[str, Any] = again(told.folder, "cli.demo-dispute")
    return answer


def book(told: Demonstration, name: str) -> list[Row]:
    return [*rows(told.folder / "books" / f"{name}.csv")]


def by_dates(bookings: list[Row], absences: list[Row]) -> tuple[int, Decimal]:
    """Days and money that a book comes to by its dates."""
    stays = [days_of(one, absences, OCTOBER) for one in bookings]
    return sum(map(len, stays)), sum(map(cost, stays), Decimal(0))


def claimed(bookings: list[Row], absences: list[Row]) -> tuple[int, Decimal]:
    """Days and money that a book claims; what it does not state follows from its dates."""
    days, money = 0, Decimal(0)
    for one in bookings:
        own_days, own_money = by_dates([one], absences)
        days += int(one.get("stated_days") or own_days)
        money += Decimal(one.get("stated_amount") or own_money)
    return days, money


def test_every_planted_difference_is_found_and_no_other(found: dict[str, Any]) -> None:
    listed = sorted(
        (one["kind"], one["booking"], str(one["days"]), one["amount"])
        for one in found["differences"]
    )
    assert listed == sorted(
        (one["kind"], one["booking"], one["days"], one["amount"]) for one in PLANTED
    )


def test_every_kind_is_planted_but_those_of_a_guarantee_and_of_bands() -> None:
    assert {one["kind"] for one in PLANTED} == {*Kind} - {Kind.MINIMUM, Kind.BAND}


def test_each_book_comes_to_what_a_walk_over_its_days_gives(
    told: Demonstration, found: dict[str, Any]
) -> None:
    ours = by_dates(book(told, "ours"), book(told, "our-absences"))
    theirs = claimed(book(told, "theirs"), [])
    for side, (days, money) in (("ours", ours), ("theirs", theirs)):
        assert (found[side]["days"], Decimal(found[side]["amount"])) == (days, money)
    own = found["theirs"]["by_own_dates"]
    assert (own["days"], Decimal(own["amount"])) == by_dates(book(told, "theirs"), [])


def test_the_planted_differences_are_the_difference_of_the_books(
    told: Demonstration, found: dict[str, Any]
) -> None:
    moved = sum(Decimal(one["amount"]) for one in PLANTED)
    ours = by_dates(book(told, "ours"), book(told, "our-absences"))
    theirs = claimed(book(told, "theirs"), [])
    assert moved == theirs[1] - ours[1] == Decimal(found["difference"]["amount"])
    assert sum(int(one["days"]) for one in PLANTED) == theirs[0] - ours[0]
    assert f"{moved:+,}" in told.printed


def test_another_id_for_the_same_booking_is_no_difference(
    told: Demonstration, found: dict[str, Any]
) -> None:
    ours = {one["booking"] for one in book(told, "ours")}
    renamed = [one["booking"] for one in book(told, "theirs") if one["booking"][0] != "L"]
    assert renamed == ["S-0044"]
    assert "L26-044" in ours
    assert "S-0044" not in {one["theirs_booking"] for one in found["differences"]}


def test_the_answers_are_to_the_dispute_that_the_demonstration_raises(told: Demonstration) -> None:
    def stated(line: Row) -> dict[str, str]:
        return {name: text for name, text in line.items() if name not in {*ANSWERED, "why"}}

    raised, answers = book(told, "dispute"), book(told, "answers")
    assert [stated(line) for line in answers] == [stated(line) for line in raised]
    assert {line[name] for line in raised for name in ANSWERED} == {""}


def still_open(line: Row) -> Decimal | None:
    """What stays between the parties of an answered line; None where nothing does."""
    if line["answer"] == "accept" or line["reply"] == "concede":
        return None
    if line["answer"] == "correct":
        return Decimal(line["corrected_amount"]) - Decimal(line["ours_amount"])
    return Decimal(line["amount"])


def test_what_the_answers_leave_open(told: Demonstration, settled: dict[str, Any]) -> None:
    left = [still_open(line) for line in book(told, "answers")]
    open_lines = [each for each in left if each is not None]
    assert settled["open"] == len(open_lines)
    assert Decimal(settled["after"]["amount"]) == sum(open_lines)
    assert f"stand {sum(open_lines):,} EUR" in told.printed


def test_the_corrected_books_differ_by_what_is_open(
    told: Demonstration, settled: dict[str, Any]
) -> None:
    ours = claimed(book(told, "ours-corrected"), book(told, "ours-corrected-absences"))
    theirs = claimed(book(told, "theirs-corrected"), book(told, "theirs-corrected-absences"))
    assert theirs[1] - ours[1] == Decimal(settled["corrected_books"]["amount"])
    assert theirs[0] - ours[0] == settled["corrected_books"]["days"]
    assert settled["corrected_books"]["amount"] == settled["after"]["amount"]


@pytest.mark.parametrize("name", ["ours", "theirs"])
def test_no_book_is_edited(name: str, told: Demonstration, contada: Demonstration) -> None:
    shipped = Path(__file__).parents[2] / "src/safeconduct/cli/demo/files/books" / f"{name}.csv"
    for each in (told, contada):
        assert (each.folder / "books" / f"{name}.csv").read_bytes() == shipped.read_bytes()
