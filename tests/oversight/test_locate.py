"""Whoever asks for a person is told, unless a court withholds the place, and that alone."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from safeconduct.oversight import Proof, Restriction, answer_locate, code_digest, is_code
from safeconduct.oversight.locate import Told

TODAY = date(2026, 10, 5)
LATER, OVER = date(2026, 12, 1), date(2026, 10, 4)
SOUND = Restriction(by_court=True, reasoned=True, ends_on=LATER, verified=True)


@pytest.mark.parametrize("proof", [Proof.CODE, Proof.MANDATE, Proof.OFFICE])
def test_whoever_shows_the_relation_is_told(proof: Proof) -> None:
    answer = answer_locate(proof, None, TODAY)
    assert (answer.told, answer.findings) == (Told.WHEREABOUTS, ())


def test_whoever_shows_none_is_told_how_to_and_where_to_complain() -> None:
    answer = answer_locate(Proof.NONE, None, TODAY)
    assert answer.told is Told.PROVE_RELATION
    assert [f.code for f in answer.findings] == ["oversight.locate-prove"]


def test_a_court_s_reasoned_and_ending_restriction_withholds_the_place_alone() -> None:
    assert answer_locate(Proof.CODE, SOUND, TODAY).told is Told.HELD


@pytest.mark.parametrize(
    ("restriction", "lacks"),
    [
        (Restriction(False, True, LATER, True), ["not-judicial"]),
        (Restriction(None, True, LATER, True), ["not-judicial"]),
        (Restriction(True, False, LATER, True), ["not-reasoned"]),
        (Restriction(True, True, None, True), ["endless"]),
        (Restriction(True, True, OVER, True), ["over"]),
        (Restriction(True, True, LATER, None), ["not-verified"]),
        (Restriction(None, None, None, None),
         ["not-judicial", "not-reasoned", "endless", "not-verified"]),
    ],
)  # fmt: skip
def test_any_other_restriction_withholds_nothing(
    restriction: Restriction, lacks: list[str]
) -> None:
    answer = answer_locate(Proof.MANDATE, restriction, TODAY)
    assert answer.told is Told.WHEREABOUTS
    assert [f.code.removeprefix("oversight.locate-") for f in answer.findings] == lacks


def test_of_all_restrictions_one_kind_withholds() -> None:
    withheld = [
        (court, reasoned, ends, verified)
        for court, reasoned, ends, verified in product(
            (True, False, None),
            (True, False, None),
            (LATER, TODAY, OVER, None),
            (True, False, None),
        )
        if answer_locate(Proof.CODE, Restriction(court, reasoned, ends, verified), TODAY).told
        is not Told.WHEREABOUTS
    ]
    assert withheld == [(True, True, LATER, True), (True, True, TODAY, True)]


def test_a_code_is_good_for_one_person_only() -> None:
    kept = code_digest("K7M4-Q2", "p1")
    assert is_code(" k7m4-q2 ", "p1", kept)
    assert not is_code("K7M4-Q2", "p2", kept)
    assert not is_code("K7M4-Q3", "p1", kept)
    assert not is_code("", "p1", "")
