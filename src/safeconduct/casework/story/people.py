"""The persons of the story: nobody is meant; what is known of each follows from a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from safeconduct.casework.story.cast import HOME, PLACE
from safeconduct.casework.story.telling import Teller

_FIRST = (
    "Arvo", "Belit", "Corrin", "Dessa", "Eskil", "Falen", "Gerrit", "Hale", "Ilmar", "Jorun",
    "Kelda", "Lauri", "Maren", "Nevin", "Oskel", "Perrin", "Quill", "Runa", "Soren",
)  # fmt: skip
_LAST = ("Vask", "Tormel", "Ardeny", "Kestrel", "Holmar", "Brennick", "Saltor", "Winterby",
         "Ostrava", "Fennel", "Gorsey", "Quarrel", "Mistral")  # fmt: skip
REGISTERS = (
    ("nationality", 1, "registry"), ("assessments", 3, "protection"),
    ("court-orders", 0, "registry"), ("challenges", 0, "registry"),
    ("protection-claims", 0, "protection"),
)  # fmt: skip
"""The registers that the conditions ask about: how much each finds, and who searches it."""


@dataclass(frozen=True, slots=True)
class Someone:
    """One invented person.

    Attributes:
        key: the person's key.
        number: from which everything else follows.
    """

    key: str
    number: int

    @property
    def name(self) -> str:
        """An invented name."""
        return f"{_FIRST[self.number % len(_FIRST)]} {_LAST[self.number % len(_LAST)]}"

    @property
    def born_on(self) -> date:
        """An adult's day of birth."""
        return date(1962, 3, 1) + timedelta(days=self.number * 193 % 14_000)


def someone(number: int) -> Someone:
    """The person of that number."""
    return Someone(f"N{5000 + number}", number)


def register(teller: Teller, who: Someone, **other: str) -> None:
    """Register a person with title, sentence and identity."""
    today = teller.clock.now().date()
    told: dict[str, Any] = {
        "full_name": who.name, "person": who.key, "born_on": who.born_on, "age_disputed": "no",
        "sex": "1" if who.number % 5 else "2", "legal_status": "sentenced",
        "residence": "XA" if who.number % 3 else "XC", "languages": "fr;en", "held_at": HOME,
        "held_since": teller.ago(days=380), "source": "file",
    }  # fmt: skip
    told |= other
    teller.do("register-person", "prisons", **told)
    teller.do(
        "complete-person", "registry", person=who.key, born_on=who.born_on,
        age_disputed=told["age_disputed"], source="register of births",
    )  # fmt: skip
    teller.do("record-nationality", "registry", person=who.key, state="XC", source="register")
    begun, ends = today - timedelta(days=400), today + timedelta(days=900 + who.number)
    teller.do(
        "file-legal-basis", "registrar", person=who.key, kind="sentence",
        issued_by="court-of-appeal", law="Penal Code of Norland", individual="yes", final="yes",
        issued_on=begun, valid_until=ends, indefinite="no", source="file",
    )  # fmt: skip
    teller.do(
        "record-sentence", "registrar", person=who.key, state="enforceable", final="yes",
        length_months=48, indeterminate="no", starts_on=begun, ends_on=ends,
        release_on=ends - timedelta(days=200), started_in="XA", expulsion_ordered="no",
    )  # fmt: skip
    teller.do(
        "record-identity-check", "registry", person=who.key, method="fingerprint",
        result="matched", checked_at=teller.ago(hours=3),
    )  # fmt: skip


def assess(teller: Teller, who: Someone, **other: str) -> None:
    """Have the risks and the needs of the person assessed, each by whom it is for."""
    today = teller.clock.now().date()
    for kind in ("refoulement", "enforced-disappearance"):
        teller.do(
            "record-assessment", "protection", person=who.key, kind=kind, about="XB",
            individual="yes", outcome=other.get(kind, "no-bar"), made_on=today,
        )  # fmt: skip
    teller.do(
        "record-assessment", "clinician", person=who.key, kind="care", about_place=PLACE,
        individual="yes", outcome=other.get("care", "no-bar"), made_on=today,
    )  # fmt: skip


def serve(teller: Teller, who: Someone) -> None:
    """Tell the person: the notice with its time to challenge, and the consulate."""
    now = teller.clock.now()
    teller.do(
        "serve-notice", "registrar", person=who.key, kind="transfer", served_at=now,
        language="fr", understood="yes", reasons_given="yes", proof_of_service="yes",
        window_ends_at=now + timedelta(days=14), window_waived="no",
    )  # fmt: skip
    choice = "asked" if who.number % 4 == 0 else "declined"
    notified = now if choice == "asked" else ""
    teller.do(
        "record-consular-choice", "registrar", person=who.key, told_at=now, choice=choice,
        notified_at=notified,
    )  # fmt: skip


def meet_counsel(teller: Teller, who: Someone) -> None:
    """Counsel sees the person in confidence."""
    teller.do(
        "appoint-counsel", "counsel", over={"person": who.key}, person=who.key,
        seen_at=teller.clock.now(), mandate="yes", confidential="yes", declined_by_person="no",
    )  # fmt: skip


def examine(teller: Teller, who: Someone, outcome: str = "fit") -> None:
    """A clinician says whether the person is fit to travel."""
    now = teller.clock.now()
    teller.do(
        "record-examination", "clinician", person=who.key, kind="fit-to-travel",
        outcome=outcome, examined_at=now, valid_until=now.date() + timedelta(days=3),
    )  # fmt: skip


def search(teller: Teller, who: Someone, *skipped: str) -> None:
    """Search the registers that the conditions ask about, but those that are skipped."""
    for register_, found, by in REGISTERS:
        if register_ not in skipped:
            teller.do(
                "record-search", by, person=who.key, register=register_,
                searched_at=teller.clock.now(), complete="yes", found=found,
            )  # fmt: skip
