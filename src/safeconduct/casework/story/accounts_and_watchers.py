"""The money of the story's last months, and those who look: inspection, visit, claim, complaint."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from safeconduct.casework.story.cast import AGREEMENT, CLIENT, PLACE
from safeconduct.casework.story.telling import Teller

PERIODS = (120, 90, 60, 30)
"""Days before the end at which each period of thirty days begins."""

SHORT = 14_250
"""The cents by which a payment falls short of its statement."""


def plan_accounts_and_watchers(teller: Teller) -> None:
    """Plan statements and payments, a dispute, and what watchers record."""
    for nth, begins in enumerate(PERIODS):
        teller.at(begins - 30, 10, partial(_issue, teller, nth))
    teller.at(58, 10, partial(_pay, teller, "S-1", 0))
    teller.at(28, 10, partial(_pay, teller, "S-2", SHORT))
    teller.at(100, 11, partial(_advance, teller))
    teller.at(27, 15, partial(_dispute, teller))
    teller.at(75, 9, partial(_inspect, teller))
    teller.at(66, 9, partial(_answer, teller))
    teller.at(50, 12, partial(_visit, teller))
    teller.at(48, 12, partial(_claim, teller))
    teller.at(0, 15, partial(_person_speaks, teller))


def _issue(teller: Teller, nth: int) -> None:
    until = teller.clock.now().date() - timedelta(days=1)
    since = until - timedelta(days=29)
    teller.do(
        "issue-statement", "directorate", statement=f"S-{nth + 1}", period_from=since,
        period_until=until, due_on=until + timedelta(days=31),
    )  # fmt: skip


def _pay(teller: Teller, statement: str, short: int) -> None:
    row = teller.ports.store.view(AGREEMENT).row("statements", statement)
    total = (row.number("total") if row is not None else None) or 0
    teller.do(
        "pay", "finance", statement=statement, amount=total - short,
        reference=f"ORDER-{statement}",
    )  # fmt: skip


def _advance(teller: Teller) -> None:
    done = teller.do(
        "pay-advance", "finance", amount=2_500_000, purpose="Refurbishing unit C", advance="A-1"
    )
    today = teller.clock.now().date()
    teller.clock.tick(minutes=5)
    teller.do(
        "report-grant", "directorate", advance=done.key_of("advances"), spent=1_100_000,
        period_from=today - timedelta(days=40), period_until=today - timedelta(days=1),
        says="First half of the work done.",
    )  # fmt: skip


def _dispute(teller: Teller) -> None:
    teller.do(
        "dispute-statement", "prisons", statement="S-3", ground="days", amount=89_100,
        says="Six days in hospital are charged beyond the three nights of article 6(2).",
        dispute="D-1",
    )  # fmt: skip


def _inspect(teller: Teller) -> None:
    began = teller.ago(days=2)
    teller.do(
        "lodge-inspection", "inspector", place=PLACE, began_at=began, announced="no",
        ended_at=began + timedelta(hours=9), access_full="yes", sampled=12, inspection="I-1",
    )  # fmt: skip
    for key, gravity, says, recommends in _FINDINGS:
        teller.do(
            "lodge-finding", "inspector", inspection="I-1", gravity=gravity, says=says,
            recommends=recommends, finding=key,
        )  # fmt: skip


_FINDINGS = (
    ("F-1", "serious", "Two of twelve files hold no proof that the notice was understood.",
     "Serve it again with an interpreter, and record it."),
    ("F-2", "to-mend", "The complaint box of unit B is in view of the officers' desk.",
     "Move it out of sight."),
    ("F-3", "urgent", "A clinician was absent for three nights.",
     "Name a deputy who can be called at night."),
)  # fmt: skip


def _answer(teller: Teller) -> None:
    teller.do(
        "answer-finding", "directorate", finding="F-2", answers="mended",
        says="The box hangs in the corridor to the yard now.",
    )  # fmt: skip


def _visit(teller: Teller) -> None:
    teller.do(
        "record-official-visit", "governor", place=PLACE, by="government", met_persons="no",
        visited_on=teller.clock.now().date(), images_made="no",
        says="Two officials saw units A and B; nobody was spoken to.",
    )  # fmt: skip


def _claim(teller: Teller) -> None:
    today = teller.clock.now().date()
    teller.do(
        "record-official-claim", "inspector", said_by="A minister of Norland", said_on=today,
        says="Nobody has died in the prison at Lindmoor.", figure="deaths", claimed=0,
        period_from=today - timedelta(days=200), period_until=today - timedelta(days=1),
        said_where="In parliament",
    )  # fmt: skip


def _person_speaks(teller: Teller) -> None:
    """The person contests a fact, complains, and names a contact."""
    over = {"person": CLIENT}
    teller.do(
        "contest", "person", over=over, person=CLIENT, about_table="persons", about_key=CLIENT,
        about_column="residence", says="I have lived in Norland since I was a child.",
    )  # fmt: skip
    teller.do(
        "lodge-complaint", "person", over=over, person=CLIENT, about="contact",
        says="I was not allowed to call my family for nine days.",
    )  # fmt: skip
    teller.do(
        "keep-contact", "person", over=over, person=CLIENT, kind="next-of-kin",
        full_name="Belit Vask", reached_at="+00 000 000",
    )  # fmt: skip
