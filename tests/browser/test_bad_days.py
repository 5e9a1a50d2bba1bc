"""An order in flight, a refusal at the door, a dispute, an inspection: each by hand."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.desk import Desk
from tests.web.program import ask, row
from tests.web.served import AGREEMENT, A

SitDown = Callable[..., Desk]
MINE = f"/api/v1/agreements/{AGREEMENT}"


def test_a_new_order_turns_the_board_red_at_once(sit_down: SitDown) -> None:
    officer, stranger = sit_down("signer"), sit_down()
    officer.go("manifests/T-10/people/N5200/findings")
    officer.reads("no bar found in the facts supplied")
    stranger.act("report-order", scope="person", person="N5200")
    stranger.choose("kind", "stay") if _in_sight(stranger, "kind") else stranger.fill(
        "kind", "stay"
    )
    stranger.choose("scope", "person")
    stranger.send()
    entry = stranger.done()
    stranger.reads(stranger.word("receipt-lead"))
    assert entry > 0
    officer.go("manifests/T-10/people/N5200/findings")
    assert "no bar found" not in officer.page.inner_text("main")
    officer.reads(officer.word("sign-outcome"))
    officer.go("manifests/T-10/")
    board = officer.page.locator("table.sc-board tr", has_text="N5200")
    assert board.locator(".sc-mark--unknown, .sc-mark--not-met").count() >= 1


def _in_sight(desk: Desk, name: str) -> bool:
    return desk.page.locator(f"input[type=radio][name={name}]").count() > 0


def test_a_stop_must_be_acknowledged_by_the_escort(sit_down: SitDown) -> None:
    officer = sit_down("prisons")
    officer.act("stop-everything", transfer="T-10")
    reason = "danger"
    officer.choose("reason", reason) if _in_sight(officer, "reason") else officer.fill(
        "reason", reason
    )
    officer.send()
    officer.done()
    escort = sit_down("escort", width=375)
    escort.go("manifests/T-10/escort")
    escort.reads(escort.word("board-stopped"))
    officer.go("manifests/T-10/people/N5202/findings")
    officer.reads(officer.word("sign-stopped"))


def test_a_dispute_is_told_on_the_statement(sit_down: SitDown) -> None:
    status, rows = ask("finance", f"{MINE}/tables/statements")
    assert status == 200
    disputed = [one for one in rows["rows"] if one["values"]["state"] == "issued"]
    if not disputed:
        pytest.skip("the story holds no statement that is merely issued")
    key = disputed[0]["key"]
    payer = sit_down("prisons")
    payer.go(f"statements/{key}")
    payer.page.get_by_role("link", name=payer.word("act-dispute-statement")).click()
    payer.choose("ground", "days")
    payer.fill("amount", "4200")
    payer.send()
    payer.done()
    assert row("finance", "statements", key)["values"]["state"] == "disputed"


def test_the_house_answers_what_an_inspection_found(sit_down: SitDown) -> None:
    governor = sit_down("governor", "es")
    governor.go("inspections/I-1")
    governor.page.get_by_role("link", name=governor.word("act-answer-finding")).first.click()
    governor.choose("answers", "will-mend")
    governor.day("mended_by", datetime.now(UTC) + timedelta(days=10))
    governor.fill("says", "Se repetirá la notificación con intérprete.")
    governor.send()
    governor.done()
    inspector = sit_down("inspector")
    inspector.go("inspections/I-1")
    inspector.reads("Se repetirá la notificación con intérprete.")


def test_an_earlier_moment_can_be_read_and_nothing_done_in_it(sit_down: SitDown) -> None:
    desk = sit_down("prisons")
    desk.go(f"{A}/places/lindmoor?as_of=2026-06-01T12:00%2B00:00")
    desk.reads("You are reading what was known at")
    assert desk.page.get_by_role("link", name=desk.word("act-book-in")).count() == 0


def test_a_double_click_acts_once(sit_down: SitDown) -> None:
    desk, name = sit_down("proposer"), f"Twice {secrets.token_hex(3)}"
    desk.act("register-person")
    desk.fill("full_name", name)
    desk.page.get_by_role("button", name=desk.word("act-register-person")).dblclick()
    desk.page.wait_for_selector(".govuk-panel--confirmation")
    status, found = ask("proposer", f"{MINE}/tables/identities?limit=500")
    assert status == 200
    names = [one["values"].get("full_name") for one in found["rows"]]
    assert names.count(name) == 1
