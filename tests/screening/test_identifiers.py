"""Numbers of documents: one spelling, and how two of them relate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.screening.identifiers import (
    IdentifierRelation,
    closest_identifiers,
    read_identifiers,
    relate_identifiers,
)
from safeconduct.screening.keys.identifiers import identifier_keys
from tests.screening.register import cases

NUMBERS = st.text("0123AB", min_size=1, max_size=9).map(lambda text: f"X{text}")


@pytest.mark.parametrize("case", cases("identifiers"), ids=lambda c: f"{c['one']}~{c['other']}")
def test_two_numbers_relate(case: dict[str, str]) -> None:
    one, other = read_identifiers(case["one"]), read_identifiers(case["other"])
    assert closest_identifiers(one, other)[0] == case["relation"], case["because"]
    assert closest_identifiers(other, one)[0] == case["relation"]


@given(NUMBERS, NUMBERS)
@settings(max_examples=500, deadline=None)
def test_numbers_a_slip_apart_share_a_key(one: str, other: str) -> None:
    if relate_identifiers(one, other) is not IdentifierRelation.DIFFERENT:
        assert set(identifier_keys(one)) & set(identifier_keys(other))


@given(NUMBERS, st.data())
@settings(max_examples=200, deadline=None)
def test_any_single_slip_is_seen(number: str, data: st.DataObject) -> None:
    number = f"{number}12345"
    place = data.draw(st.integers(0, len(number) - 1))
    slips = {
        number[:place] + number[place + 1 :],
        number[:place] + "Z" + number[place + 1 :],
        number[:place] + "Z" + number[place:],
        number[: place - 1]
        + number[place : place + 1]
        + number[place - 1 : place]
        + number[place + 1 :]
        if place
        else number,
    }
    relations = {relate_identifiers(number, slip) for slip in slips}
    assert IdentifierRelation.DIFFERENT not in relations
