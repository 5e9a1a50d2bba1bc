"""Forms on a bad day: wrong words, double clicks, expired sessions, hostile names."""

from __future__ import annotations

import re
import secrets

import pytest

from tests.web.served import A
from tests.web.visitor import Answer, Visitor

REGISTER = f"{A}/do/register-person"


def register(visitor: Visitor, **fields: str) -> Answer:
    sent = {"request_key": secrets.token_urlsafe(12), "expected_version": "", **fields}
    return visitor.post(REGISTER, sent)


def test_a_form_asks_what_the_act_asks() -> None:
    page = Visitor("proposer").get(REGISTER)
    assert page.status == 200
    for name in ("full_name", "born_on-day", "born_on-month", "born_on-year", "legal_status"):
        assert f'name="{name}"' in page.text


def test_what_is_missing_is_told_at_its_question_and_nothing_is_lost() -> None:
    page = register(Visitor("proposer"), residence="XA")
    assert page.status == 422
    assert 'href="#full_name"' in page.text
    assert 'name="residence" type="text" value="XA"' in page.text


def test_a_receipt_names_the_entry() -> None:
    visitor = Visitor("proposer")
    page = visitor.follow(register(visitor, full_name="Ordinary Name"))
    assert page.status == 200
    assert re.search(r"Entry of the record \d+", page.words)


def test_a_double_click_does_the_act_once() -> None:
    visitor, key = Visitor("proposer"), secrets.token_urlsafe(12)
    first = register(visitor, full_name="Clicked Twice", request_key=key)
    again = register(visitor, full_name="Clicked Twice", request_key=key)
    assert first.status == again.status == 302
    assert first.headers["location"] == again.headers["location"]


def test_the_same_key_for_another_question_is_refused() -> None:
    visitor, key = Visitor("proposer"), secrets.token_urlsafe(12)
    register(visitor, full_name="First Question", request_key=key)
    assert register(visitor, full_name="Second Question", request_key=key).status == 422


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        'O\'Brien "Quoted" & Sons',
        "{% load %}{{ settings.SECRET_KEY }}",
        "=HYPERLINK(1)",
        "שלום עולם",
        "a" * 3_999,
    ],
)
def test_a_hostile_name_is_shown_as_it_was_typed_and_does_nothing(name: str) -> None:
    visitor = Visitor("proposer")
    page = visitor.follow(register(visitor, full_name=name))
    assert page.status == 200
    assert "<script>alert" not in page.text
    assert " ".join(name.split()) in page.words


@pytest.mark.parametrize("name", ["a" * 10_000, "turned \u202e round", "nul \x00 byte"])
def test_a_name_that_no_text_holds_is_told(name: str) -> None:
    page = register(Visitor("proposer"), full_name=name)
    assert page.status in {400, 422}
    assert page.status == 400 or 'href="#full_name"' in page.text


def test_an_expired_session_goes_to_the_sign_in_and_back() -> None:
    visitor = Visitor()
    visitor.cookies["sessionid"] = "x" * 32
    answer = visitor.get(REGISTER)
    assert answer.status == 302
    assert answer.headers["location"].startswith("/account/login/?next=/a/")


def test_a_form_without_its_token_writes_nothing_and_says_so() -> None:
    visitor = Visitor("proposer")
    answer = visitor.post(REGISTER, {"csrfmiddlewaretoken": "wrong", "full_name": "Forged"})
    assert answer.status == 403
    assert "This form has expired" in answer.words


def test_a_stranger_s_report_of_an_order_has_a_receipt_with_its_moment() -> None:
    stranger = Visitor()
    asked = {"kind": "stay", "scope": "person", "person": "N5200", "request_key": "stranger"}
    page = stranger.follow(stranger.post(f"{A}/do/report-order", asked))
    assert re.search(r"Recorded at \d+ \w+ \d{4}, \d\d:\d\d", page.words)
    assert Visitor().get(page_of(page)).status == 404, "a receipt is its sender's alone"


STRANGERS = {
    "report-order": {"kind": "stay", "scope": "person"},
    "file-challenge": {"kind": "habeas"},
    "ask-location": {"asked_by": "A relative", "relation": "relative", "about": "My brother"},
}


@pytest.mark.parametrize("act", STRANGERS)
@pytest.mark.parametrize("version", ["", "0"])
def test_what_a_stranger_does_about_somebody_unknown_reads_like_about_somebody_known(
    act: str, version: str
) -> None:
    said = []
    for person in ("N5200", "NOBODY"):
        stranger = Visitor()
        asked = {**STRANGERS[act], "person": person, "expected_version": version,
                 "request_key": secrets.token_urlsafe(9)}  # fmt: skip
        page = stranger.follow(stranger.post(f"{A}/do/{act}", asked))
        assert "Recorded at" in page.words
        said.append(
            re.sub(r"Entry of the record \d+|Recorded at.*?Z|Leaf hash \w+", "", page.words)
        )
    assert said[0] == said[1]


def page_of(page: Answer) -> str:
    found = re.search(r"Entry of the record (\d+)", page.words)
    assert found is not None
    return f"{A}/entries/{found[1]}"


def test_two_officers_at_once_overwrite_nothing() -> None:
    visitor = Visitor("directorate")
    given = {"person": "N5201", "expected_version": "0", "request_key": secrets.token_urlsafe(9)}
    answer = visitor.post(f"{A}/do/complete-person", {**given, "residence": "XB"})
    assert answer.status == 422


def test_every_answer_carries_the_strict_policy() -> None:
    for path in ("/", "/verify", "/account/login/", "/nowhere"):
        policy = Visitor().get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
