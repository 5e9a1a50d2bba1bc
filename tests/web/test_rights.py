"""Every page and every act as every role: what nobody granted is not there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from safeconduct.casework import ACTS
from safeconduct.casework.story import CAST
from safeconduct.policy import GRANTED, Role
from tests.house.project import ROOT
from tests.web.served import A
from tests.web.visitor import Visitor

PAGES: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "web" / "cases" / "pages.yaml").read_text("utf-8")
)
NAMED_ONLY_IN_OTHER_TESTS = {"entry", "exchange"}


def test_every_address_stands_in_the_table() -> None:
    source = (ROOT / "src" / "safeconduct" / "web" / "urls.py").read_text("utf-8")
    names = {part.partition('"')[0] for part in source.split('name="')[1:]}
    assert names - NAMED_ONLY_IN_OTHER_TESTS == PAGES.keys()


@pytest.mark.parametrize("handle", CAST)
def test_a_role_opens_its_pages_and_no_other(handle: str) -> None:
    visitor = Visitor(handle)
    opened, expected = {}, {}
    for name, page in PAGES.items():
        opened[name] = visitor.get(page["path"].format(a=A)).status
        opens = page.get("everybody") or handle in page.get("opens", ())
        expected[name] = (302 if name == "front" else 200) if opens else 404
    assert opened == expected


def test_a_stranger_opens_what_is_public_and_is_sent_to_sign_in_elsewhere() -> None:
    visitor = Visitor()
    opened = {name: visitor.get(page["path"].format(a=A)).status for name, page in PAGES.items()}
    expected = {n: 302 if page.get("public") == "sign-in" else 200 for n, page in PAGES.items()}
    assert opened == expected


@pytest.mark.parametrize("handle", CAST)
def test_a_role_is_offered_what_its_rights_allow_and_nothing_else(handle: str) -> None:
    role = CAST[handle].role
    listed = re.findall(rf'href="{A}/do/([a-z-]+)"', Visitor(handle).get(f"{A}/do").text)
    held = (name for name, act in ACTS.items() if {role, Role.PUBLIC} & GRANTED[act.right].keys())
    assert sorted(listed) == sorted(held)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_closed_to_a_role_without_the_right(name: str) -> None:
    granted = GRANTED[ACTS[name].right]
    denied = [handle for handle, part in CAST.items() if part.role not in granted]
    if Role.PUBLIC in granted:
        assert Visitor().get(f"{A}/do/{name}").status == 200
        return
    visitor = Visitor(denied[len(name) % len(denied)])
    assert visitor.get(f"{A}/do/{name}").status == 404
    assert visitor.post(f"{A}/do/{name}", {"request_key": name}).status == 404
    assert Visitor().get(f"{A}/do/{name}").status == 302


@pytest.mark.parametrize("path", ["/a/no-such-agreement/", f"{A}/people/nobody", f"{A}/do/nothing"])
def test_what_does_not_exist_looks_like_what_is_not_open(path: str) -> None:
    missing = Visitor("finance").get(path)
    closed = Visitor("finance").get(f"{A}/people/N5200")
    assert missing.status == closed.status == 404
    assert missing.words == closed.words
