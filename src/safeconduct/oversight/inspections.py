"""Inspections: a sample that nobody chose, findings with a day by which they are answered.

An inspection is written down after it took place, and announced to nobody. The inspector takes the
seed along; from it and the list of those held, anybody can draw the same sample again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from safeconduct.basics import Finding, Message, Severity


class Gravity(StrEnum):
    """How grave a finding is."""

    URGENT = "urgent"
    SERIOUS = "serious"
    TO_MEND = "to-mend"
    NOTED = "noted"


ANSWER_WITHIN: Mapping[Gravity, timedelta | None] = MappingProxyType(
    {
        Gravity.URGENT: timedelta(days=1),
        Gravity.SERIOUS: timedelta(days=14),
        Gravity.TO_MEND: timedelta(days=60),
        Gravity.NOTED: None,
    }
)
"""How long the administration has to answer (Mandela 85 says *within a reasonable time*; the days
are the policy of the product). What is only noted asks for no answer."""

SNAPSHOT = (
    "places", "bookings", "movements", "absences", "headcounts", "shift_handovers", "incidents",
    "deaths", "releases", "returns", "persons", "identities", "legal_bases", "orders", "notices",
    "counsel", "examinations", "complaints", "contests", "escort_events", "inspection_findings",
    "finding_answers",
)  # fmt: skip
"""The tables that an inspector takes along offline: numbers, places, registers and files."""


@dataclass(frozen=True, slots=True)
class InspectionFinding:
    """A finding as it stands.

    Attributes:
        finding: its key.
        place: where.
        gravity: how grave.
        found_on: the day on which it was lodged.
        answered_on: the day of the answer; None while there is none.
        mended_by: the day by which the answer promises the remedy; None where it promises none.
        mended: whether somebody outside the place found it mended.
    """

    finding: str
    place: str
    gravity: Gravity
    found_on: date
    answered_on: date | None = None
    mended_by: date | None = None
    mended: bool = False

    @property
    def answer_by(self) -> date | None:
        """The last day for an answer; None where none is asked for."""
        within = ANSWER_WITHIN[self.gravity]
        return None if within is None else self.found_on + within


def sample(persons: Iterable[str], size: int, seed: str) -> tuple[str, ...]:
    """A random sample that can be drawn again: by digests of seed and person, smallest first.

    Any program that knows SHA-256 draws the same: persons are ordered by the digest of the UTF-8
    text ``seed/person``, and the first are taken.

    Args:
        persons: everybody who can be drawn, in any order; one who is named twice is drawn once.
        size: how many; all of them where there are fewer.
        seed: the seed that was recorded, of the inspector's own choosing.
    """
    drawn = sorted(set(persons), key=lambda person: (_digest(seed, person), person))
    return tuple(drawn[: max(0, size)])


def _digest(seed: str, person: str) -> bytes:
    return hashlib.sha256(f"{seed}/{person}".encode()).digest()


def overdue_findings(found: Iterable[InspectionFinding], today: date) -> tuple[Finding, ...]:
    """Findings that nobody answered in time, and remedies that were promised and did not come."""
    said = []
    for one in found:
        if one.answered_on is None and one.answer_by is not None and one.answer_by < today:
            said.append(_late("oversight.finding-unanswered", one, one.answer_by))
        if not one.mended and one.mended_by is not None and one.mended_by < today:
            said.append(_late("oversight.finding-not-mended", one, one.mended_by))
    return tuple(said)


def _late(code: str, one: InspectionFinding, by: date) -> Finding:
    message = Message(code, {"finding": one.finding, "place": one.place, "by": by})
    return Finding(message, Severity.ATTENTION)
