"""The escort record tells what an escort needs, and nothing of the case."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from safeconduct.basics import Lang, render
from safeconduct.transfer import ITEMS, Bag, EscortRecord, missing, property_differs, read_answers
from safeconduct.transfer.escort_record import AnswerKind, AnswerValue

GIVEN_AT = datetime(2026, 10, 5, 8, tzinfo=UTC)


def complete() -> dict[str, AnswerValue]:
    answers: dict[str, AnswerValue] = {
        item.name: False if item.answer is AnswerKind.YES_NO else "Westmark German"
        for item in ITEMS.values()
        if item.needed
    }
    return {**answers, "fit-to-travel": True}


def record(bags: tuple[Bag, ...] = (), **changes: AnswerValue) -> EscortRecord:
    answers = {**complete(), **{name.replace("_", "-"): value for name, value in changes.items()}}
    return EscortRecord("p1", "t1", answers, bags)


def codes(escort_record: EscortRecord) -> list[str]:
    return [finding.code.removeprefix("transfer.") for finding in missing(escort_record)]


def test_a_record_with_every_needed_answer_lacks_nothing() -> None:
    assert missing(record()) == ()


@pytest.mark.parametrize("name", [item.name for item in ITEMS.values() if item.needed])
def test_nobody_departs_before_a_needed_question_is_answered(name: str) -> None:
    answers = {item: value for item, value in complete().items() if item != name}
    (found,) = missing(EscortRecord("p1", "t1", answers))
    assert found.location.column == name


@pytest.mark.parametrize(
    ("yes", "then"),
    [(i.follows, i.name) for i in ITEMS.values() if i.follows],
)
def test_a_yes_asks_on(yes: str, then: str) -> None:
    found = [
        f.location.column for f in missing(EscortRecord("p1", "t1", {**complete(), yes: True}))
    ]
    assert then in found


def test_somebody_unfit_or_under_a_stay_does_not_depart() -> None:
    assert codes(record(fit_to_travel=False)) == ["escort-not-fit"]
    assert codes(record(stay_or_hold_stands=True)) == ["escort-stay-stands"]


def test_belongings_travel_under_seals_of_their_own() -> None:
    bag = Bag("clothes", "004117")
    assert codes(record(property_travels=True)) == ["escort-no-bags"]
    assert codes(record((bag,), property_travels=True)) == []
    assert codes(record((bag, Bag("papers", "004117")), property_travels=True)) == [
        "escort-seal-twice"
    ]


def test_a_bag_that_is_lost_or_strange_is_named_by_its_seal() -> None:
    sent, received = [Bag("clothes", "1"), Bag("papers", "2")], [Bag("papers", "2"), Bag("x", "3")]
    found = property_differs(sent, received)
    assert [(f.code, f.message.parameters["seal"]) for f in found] == [
        ("transfer.escort-bag-lost", "1"),
        ("transfer.escort-bag-not-sent", "3"),
    ]


@pytest.mark.parametrize("asked", ["gang", "threat-score", "offence", "tattoos", "diagnosis"])
def test_what_other_records_ask_of_groups_scores_or_offences_is_left_out(asked: str) -> None:
    answers, (found,) = read_answers({asked: True, "allergy": False})
    assert dict(answers) == {"allergy": False}
    assert found.code == "transfer.escort-never-asked"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("allergy", "maybe", "escort-not-yes-no"),
        ("language", "  ", "escort-not-text"),
        ("medicine-due-at", "tomorrow", "escort-not-instant"),
        ("medicine-due-at", GIVEN_AT.replace(tzinfo=None), "escort-not-instant"),
        ("shoe-size", "44", "escort-unknown-item"),
    ],
)
def test_an_answer_that_is_none_is_refused(name: str, value: AnswerValue, code: str) -> None:
    answers, (found,) = read_answers({name: value})
    assert (dict(answers), found.code) == ({}, f"transfer.{code}")


def test_an_instant_with_its_offset_is_an_answer() -> None:
    assert read_answers({"medicine-given-at": GIVEN_AT}) == ({"medicine-given-at": GIVEN_AT}, ())


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_question_is_put_in_both_languages(lang: str) -> None:
    assert [i.name for i in ITEMS.values() if render(i.label, Lang(lang)) == i.label.code] == []
