"""The manifest that is open when the story ends: 24 persons, in every state that a board shows."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.casework.story import people
from safeconduct.casework.story.cast import NEXT_TRANSFER
from safeconduct.casework.story.journeys import clear, open_manifest, propose
from safeconduct.casework.story.people import Someone, someone
from safeconduct.casework.story.telling import Teller

PERSONS = tuple(someone(number) for number in range(200, 224))
CLEARED, READY = range(8), range(8, 11)
UNSEARCHED, UNSERVED, UNASSESSED, NO_ANSWER = 11, 12, 13, 14
STAYED, REPORTED, CLAIMED, NOT_FIT, BARRED, DISPUTED_AGE = 15, 16, 17, 18, 19, 20
WITHDRAWN, REFUSED, CHALLENGED = 21, 22, 23


def plan_next(teller: Teller) -> None:
    """Plan the open manifest up to the evening before it would depart."""
    for nth, who in enumerate(PERSONS):
        _prepare(teller, nth, who)
    teller.at(7, 10, lambda: _open(teller))
    teller.at(0, 8, lambda: _examine(teller))
    teller.at(0, 13, lambda: _search(teller))
    teller.at(0, 13.5, lambda: _clear(teller))
    teller.at(0, 14.5, lambda: _what_came_up(teller))
    teller.at(0, 16, lambda: _class_order(teller))


def _prepare(teller: Teller, nth: int, who: Someone) -> None:
    age = {"age_disputed": "yes"} if nth == DISPUTED_AGE else {}
    teller.at(24, 9, lambda: people.register(teller, who, **age))
    if nth != UNASSESSED:
        risk = {"refoulement": "bar"} if nth == BARRED else {}
        teller.at(22, 9, lambda: people.assess(teller, who, **risk))
    if nth != UNSERVED:
        teller.at(20, 11, lambda: people.serve(teller, who))
    teller.at(18, 14, lambda: people.meet_counsel(teller, who))


def _open(teller: Teller) -> None:
    open_manifest(teller, NEXT_TRANSFER, departs_in=timedelta(days=8, hours=-1))
    for nth, who in enumerate(PERSONS):
        propose(teller, who, NEXT_TRANSFER)
        if nth not in (NO_ANSWER, REFUSED):
            teller.do("accept", "directorate", person=who.key, transfer=NEXT_TRANSFER)


def _examine(teller: Teller) -> None:
    for nth, who in enumerate(PERSONS):
        people.examine(teller, who, "not-fit" if nth == NOT_FIT else "fit")


def _search(teller: Teller) -> None:
    for nth, who in enumerate(PERSONS):
        skipped = ("court-orders",) if nth == UNSEARCHED else ()
        people.search(teller, who, *skipped)


def _clear(teller: Teller) -> None:
    for nth in CLEARED:
        clear(teller, PERSONS[nth], NEXT_TRANSFER)


def _what_came_up(teller: Teller) -> None:
    """A stay, a telephone call, a claim, a challenge, a withdrawal, a refusal."""
    teller.do(
        "report-order", "registrar", kind="stay", scope="person", person=PERSONS[STAYED].key,
        issued_by="court-of-appeal", form="written", issued_at=teller.ago(minutes=30),
        order="C-611",
    )  # fmt: skip
    teller.do(
        "report-order", "counsel", kind="stay", scope="person", person=PERSONS[REPORTED].key,
        issued_by="court-of-appeal", form="oral", issued_at=teller.ago(minutes=10),
        order="C-612", source="telephone",
    )  # fmt: skip
    teller.do(
        "claim-protection", "counsel", over={"person": PERSONS[CLAIMED].key},
        person=PERSONS[CLAIMED].key, lodged_at=teller.clock.now(),
    )  # fmt: skip
    teller.do(
        "file-challenge", "counsel", person=PERSONS[CHALLENGED].key, kind="judicial-review",
        filed_at=teller.clock.now(),
    )  # fmt: skip
    teller.do(
        "withdraw", "prisons", person=PERSONS[WITHDRAWN].key, transfer=NEXT_TRANSFER,
        reason="documents-missing",
    )  # fmt: skip
    teller.do("refuse-proposal", "directorate", person=PERSONS[REFUSED].key, transfer=NEXT_TRANSFER)
    teller.do(
        "record-allegation", "prisons", person=PERSONS[READY[0]].key, made_by="a fellow detainee",
        made_on=teller.clock.now().date(), says="Said to have threatened somebody.",
        contest_route="In writing to the registry, through counsel.",
    )  # fmt: skip


def _class_order(teller: Teller) -> None:
    """A court stops everybody whose residence is not known to be in Norland."""
    teller.do(
        "report-order", "registry", kind="stay", scope="class",
        of_class="is: {fact: persons.residence_state, value: XC}", form="oral",
        issued_by="court-of-appeal", issued_at=teller.ago(minutes=5), order="C-613",
        source="telephone",
    )  # fmt: skip
