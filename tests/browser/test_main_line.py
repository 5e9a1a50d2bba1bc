"""From proposing a person to a paid statement, by hand, in each language of the node."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.desk import Desk
from tests.web.program import MINE, ask, row

SitDown = Callable[..., Desk]
TOMORROW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "transfer", "received", "refused"),
    [("en", "T-21", "N5202", "N5203"), ("es", "T-22", "N5205", "N5206")],
)
def test_from_proposing_a_person_to_a_paid_statement(
    sit_down: SitDown, lang: str, transfer: str, received: str, refused: str
) -> None:
    proposer, signer = sit_down("proposer", lang), sit_down("signer", lang)
    _propose(proposer, transfer, (received, refused))
    _accept(sit_down("directorate", lang), transfer, (received, refused))
    _sign(signer, transfer, (received, refused))
    _seal(signer, transfer)
    _depart(proposer, transfer)
    _at_the_door(sit_down("governor", lang), transfer, received, refused)
    _charge_and_pay(sit_down("finance", lang), sit_down("prisons", lang), transfer, free_month())


def free_month() -> datetime:
    """The first day of the latest whole month of which no statement charges a day yet."""
    status, page = ask("finance", f"{MINE}/tables/statements?limit=500")
    assert status == 200
    charged = [
        (one["values"]["period_from"], one["values"]["period_until"]) for one in page["rows"]
    ]
    month = datetime.now(UTC).replace(day=1)
    while True:
        last = month - timedelta(days=1)
        month = last.replace(day=1)
        first_day, last_day = f"{month:%Y-%m-%d}", f"{last:%Y-%m-%d}"
        if all(until < first_day or since > last_day for since, until in charged):
            return month


def _propose(desk: Desk, transfer: str, persons: tuple[str, ...]) -> None:
    desk.act("open-manifest", transfer=transfer, destination="lindmoor", escort="escort-unit")
    desk.fill("sending", "XA")
    desk.fill("receiving", "XB")
    desk.moment("departs_at", TOMORROW)
    desk.send()
    desk.done()
    for person in persons:
        desk.act("withdraw", person=person, transfer="T-10", reason="cancelled-by-sending")
        desk.send()
        desk.done()
        desk.act("propose", person=person, transfer=transfer)
        desk.send()
        desk.done()


def _accept(desk: Desk, transfer: str, persons: tuple[str, ...]) -> None:
    for person in persons:
        desk.act("accept", person=person, transfer=transfer)
        desk.send()
        desk.done()


def _sign(desk: Desk, transfer: str, persons: tuple[str, ...]) -> None:
    for person in persons:
        desk.go(f"manifests/{transfer}/people/{person}/findings")
        desk.reads(desk.word("sign-lead"))
        desk.page.get_by_role("button", name=desk.word("act-decide-clearance")).click()
        desk.done()


def _seal(desk: Desk, transfer: str) -> None:
    desk.go(f"manifests/{transfer}/")
    desk.page.get_by_role("button", name=desk.word("act-seal-manifest")).click()
    desk.done()


def _depart(desk: Desk, transfer: str) -> None:
    desk.act("dispatch", transfer=transfer)
    desk.send()
    desk.done()


def _at_the_door(desk: Desk, transfer: str, received: str, refused: str) -> None:
    desk.go("/home")
    desk.page.get_by_role("link", name=re.compile(transfer)).first.click()
    panel = desk.page.locator("section", has_text=received)
    panel.get_by_role("button").click()
    desk.done()
    desk.act("refuse-line", transfer=transfer, person=refused)
    desk.fill("reason", "not-fit")
    desk.send()
    desk.done()
    desk.go(f"manifests/{transfer}/handover")
    desk.reads(desk.word("handover-none"))


def _charge_and_pay(finance: Desk, payer: Desk, transfer: str, month: datetime) -> None:
    statement = f"S-{transfer}"
    finance.act("issue-statement", statement=statement)
    finance.day("period_from", month)
    finance.day("period_until", (month + timedelta(days=32)).replace(day=1) - timedelta(days=1))
    finance.send()
    finance.done()
    finance.go(f"statements/{statement}")
    finance.reads(finance.word("statement-lines"))
    total = row("finance", "statements", statement)["values"]["total"]
    payer.act("pay", statement=statement)
    payer.fill("amount", str(total))
    payer.send()
    payer.done()
    assert row("finance", "statements", statement)["values"]["state"] == "paid"
