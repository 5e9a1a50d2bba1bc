"""Acts through the interface: once for each key, refused with reasons, closed without a right."""

from __future__ import annotations

import secrets

import pytest

from safeconduct.casework import ACTS
from safeconduct.casework.story import CAST
from safeconduct.policy import GRANTED, Role
from tests.web.program import API, MINE, ask

REGISTER = f"{MINE}/acts/register-person"


def key() -> dict[str, str]:
    return {"Idempotency-Key": secrets.token_hex(8)}


def test_an_act_is_done_and_its_receipt_given_again() -> None:
    once, asked = key(), {"full_name": "Registered By Program"}
    status, first = ask("proposer", REGISTER, asked, once)
    again_status, again = ask("proposer", REGISTER, asked, once)
    assert (status, again_status) == (201, 200)
    assert again == {**first, "again": True, "findings": []}
    assert len(first["leaf"]) == 64


def test_a_key_answers_one_question() -> None:
    once = key()
    ask("proposer", REGISTER, {"full_name": "One"}, once)
    status, refused = ask("proposer", REGISTER, {"full_name": "Another"}, once)
    assert status == 422
    assert [one["code"] for one in refused["findings"]] == ["casework.request-key-used"]


def test_a_key_of_one_sender_is_not_another_s() -> None:
    once, asked = key(), {"full_name": "Same Key"}
    _, first = ask("proposer", REGISTER, asked, once)
    _, second = ask("signer", REGISTER, asked, once)
    assert first["entry"] != second["entry"]


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({}, {"casework.field-missing"}),
        ({"full_name": ""}, {"casework.field-missing"}),
        ({"full_name": "A", "born_on": "31 March"}, {"casework.not-a-day"}),
        ({"full_name": "A", "height": 3}, {"casework.no-such-field"}),
        ({"full_name": "A", "legal_status": "guilty"}, {"casework.not-a-code"}),
        ({"full_name": 7}, {"casework.not-a-text"}),
        ({"full_name": {"a": 1}}, {"casework.not-a-text"}),
    ],
)
def test_what_is_wrong_is_told_by_field(asked: dict[str, object], codes: set[str]) -> None:
    status, refused = ask("proposer", REGISTER, asked, key())
    assert status == 422
    assert {one["code"] for one in refused["findings"]} == codes


def test_the_reasons_come_in_spanish_too() -> None:
    _, english = ask("proposer", REGISTER, {}, key())
    _, spanish = ask("proposer", REGISTER, {}, {**key(), "Accept-Language": "es-SV,es;q=0.9"})
    assert english["findings"][0]["says"] != spanish["findings"][0]["says"]


def test_without_a_key_nothing_is_done() -> None:
    assert ask("proposer", REGISTER, {"full_name": "A"})[0] == 422


@pytest.mark.parametrize("path", [API, MINE + "/acts", MINE + "/tables", MINE + "/events"])
def test_without_a_token_nothing_is_told(path: str) -> None:
    assert ask("nobody", path) == (401, {"detail": "Unauthorized"})


@pytest.mark.parametrize("handle", CAST)
def test_the_acts_listed_are_those_that_the_role_may_do(handle: str) -> None:
    status, acts = ask(handle, f"{MINE}/acts")
    held = {CAST[handle].role, Role.PUBLIC}
    assert status == 200
    assert {one["name"] for one in acts} == {
        name for name, act in ACTS.items() if held & GRANTED[act.right].keys()
    }


@pytest.mark.parametrize("handle", CAST)
def test_an_act_without_the_right_is_refused_with_the_reason_and_nothing_else(handle: str) -> None:
    granted = GRANTED[ACTS["register-person"].right]
    status, answer = ask(handle, REGISTER, {"full_name": "Tried"}, key())
    if CAST[handle].role not in granted:
        assert status == 403
        assert [one["code"] for one in answer["findings"]] == ["policy.denied"]
    else:
        assert status in {201, 403}
