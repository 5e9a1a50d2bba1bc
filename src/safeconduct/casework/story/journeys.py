"""The journeys of the story's year: who was sent, received, refused, and once turned back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from safeconduct.casework.clearing import findings_digest, findings_of, gate
from safeconduct.casework.outcome import Done
from safeconduct.casework.story import people
from safeconduct.casework.story.cast import PLACE
from safeconduct.casework.story.people import Someone
from safeconduct.casework.story.telling import Teller
from safeconduct.casework.terms import terms_in_force


@dataclass(frozen=True, slots=True)
class Journey:
    """One transfer.

    Attributes:
        transfer: its key.
        days_before: how many days before the story's end it departs.
        persons: who travels.
        refused: who is refused at the door.
        turns_back: whether an order reaches it under way.
    """

    transfer: str
    days_before: float
    persons: tuple[Someone, ...]
    refused: frozenset[str] = frozenset()
    turns_back: bool = False


def plan_journey(teller: Teller, journey: Journey) -> None:
    """Plan a transfer from the first file to the last line."""
    departs = journey.days_before
    for who in journey.persons:
        _prepare(teller, who, departs)
    teller.at(departs + 9, 10, lambda: _open(teller, journey))
    teller.at(departs + 1, 10, lambda: _examine(teller, journey))
    teller.at(departs, 6, lambda: _seal(teller, journey))
    teller.at(departs, 8.5, lambda: _depart(teller, journey))
    if journey.turns_back:
        teller.at(departs, 11, lambda: _turn_back(teller, journey))
    else:
        teller.at(departs, 16, lambda: _arrive(teller, journey))


def _prepare(teller: Teller, who: Someone, departs: float) -> None:
    teller.at(departs + 24, 9, lambda: people.register(teller, who))
    teller.at(departs + 22, 9, lambda: people.assess(teller, who))
    teller.at(departs + 20, 11, lambda: people.serve(teller, who))
    teller.at(departs + 18, 14, lambda: people.meet_counsel(teller, who))


def _open(teller: Teller, journey: Journey) -> None:
    open_manifest(teller, journey.transfer, departs_in=timedelta(days=9, hours=-1))
    for who in journey.persons:
        propose(teller, who, journey.transfer)
        teller.do("accept", "directorate", person=who.key, transfer=journey.transfer)


def open_manifest(teller: Teller, transfer: str, departs_in: timedelta) -> None:
    """Open a manifest for Lindmoor."""
    now = teller.clock.now()
    teller.do(
        "open-manifest", "proposer", transfer=transfer, destination=PLACE, sending="XA",
        receiving="XB", departs_at=now + departs_in, escort="escort-unit", carrier="carrier",
        request_received_on=now.date() - timedelta(days=30), source="file",
    )  # fmt: skip


def propose(teller: Teller, who: Someone, transfer: str) -> None:
    """Propose a person; somebody else will sign."""
    teller.do("propose", "proposer", person=who.key, transfer=transfer)


def _examine(teller: Teller, journey: Journey) -> None:
    for who in journey.persons:
        people.examine(teller, who)


def clear(teller: Teller, who: Someone, transfer: str) -> Done:
    """Read the findings, and sign under their digest."""
    digest = digest_read(teller, who.key)
    return teller.do("decide-clearance", "signer", person=who.key, transfer=transfer, digest=digest)


def digest_read(teller: Teller, person: str) -> str:
    """The digest of what the gate finds of somebody now."""
    view = teller.ports.store.view(_agreement(teller))
    terms = terms_in_force(view)
    if terms is None:
        return ""
    clearing = gate(view, terms, [person], teller.clock.now())
    found = findings_of(clearing, person)
    return "" if found is None else findings_digest(clearing, found)


def _agreement(teller: Teller) -> str:
    return teller.ports.store.agreements()[0]


def _seal(teller: Teller, journey: Journey) -> None:
    for who in journey.persons:
        people.search(teller, who)
        clear(teller, who, journey.transfer)
    teller.do("seal-manifest", "prisons", transfer=journey.transfer)


def _depart(teller: Teller, journey: Journey) -> None:
    teller.do("dispatch", "prisons", transfer=journey.transfer)


def _turn_back(teller: Teller, journey: Journey) -> None:
    over = {"transfer": journey.transfer}
    teller.do(
        "report-order", "registrar", kind="stay", scope="transfer", transfer=journey.transfer,
        issued_by="court-of-appeal", form="written", issued_at=teller.ago(minutes=20),
        order=f"C-{journey.transfer}",
    )  # fmt: skip
    view = teller.ports.store.view(_agreement(teller))
    for due in view.rows("acknowledgements", transfer=journey.transfer, open_only=True):
        if due.text("office") == "escort-unit":
            teller.do(
                "acknowledge-stop", "escort", over=over, acknowledgement=due.key,
                doing="turning-back",
            )  # fmt: skip
    teller.do("turn-back", "escort", over=over, transfer=journey.transfer, turn_back_to="northgate")


def _arrive(teller: Teller, journey: Journey) -> None:
    over = {"transfer": journey.transfer}
    teller.do(
        "hand-over", "escort", over=over, transfer=journey.transfer, received_by="lindmoor-prison"
    )
    for place, who in enumerate(journey.persons):
        if who.key in journey.refused:
            teller.do(
                "refuse-line", "directorate", person=who.key, transfer=journey.transfer,
                reason="identity-not-matched", says="Fingerprints do not match the file.",
            )  # fmt: skip
            continue
        teller.do(
            "receive-line", "directorate", person=who.key, transfer=journey.transfer,
            property_complete="yes" if place % 6 else "no",
        )  # fmt: skip
        unit = "ABC"[place % 3]
        teller.do("book-in", "governor", place=PLACE, person=who.key, unit=unit)
