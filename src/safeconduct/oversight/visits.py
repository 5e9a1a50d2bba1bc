"""Official visits: tours by officials or press. They are written down, and are no inspection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from safeconduct.basics import Finding, Message, Severity


@dataclass(frozen=True, slots=True)
class OfficialVisit:
    """A tour of a place.

    Attributes:
        visit: its key.
        place: where.
        by: who came: ``government``, ``parliament``, ``press`` or ``other``.
        on: the day.
        images_made: whether images of detained persons were made; None where nobody said.
    """

    visit: str
    place: str
    by: str
    on: date
    images_made: bool | None


@dataclass(frozen=True, slots=True)
class Inspected:
    """An inspection, as far as counting needs it.

    Attributes:
        inspection: its key.
        place: where.
        on: the day.
        announced: whether the place knew of it beforehand; None where nobody said.
        access_full: whether every person, place and paper asked for was shown; None likewise.
    """

    inspection: str
    place: str
    on: date
    announced: bool | None
    access_full: bool | None


@dataclass(frozen=True, slots=True)
class Inspections:
    """How often somebody independent looked.

    Attributes:
        unannounced: inspections that the place did not know of and that saw everything.
        others: inspections that were announced, or were refused something, or say neither.
        visits: official visits, which count as none of them.
    """

    unannounced: int
    others: int
    visits: int


def count_inspections(
    inspected: Iterable[Inspected], visits: Iterable[OfficialVisit]
) -> Inspections:
    """How many inspections there were, with visits kept apart."""
    all_of_them = tuple(inspected)
    free = sum(one.announced is False and one.access_full is True for one in all_of_them)
    return Inspections(free, len(all_of_them) - free, len(tuple(visits)))


def visit_findings(visits: Iterable[OfficialVisit]) -> tuple[Finding, ...]:
    """What was wrong with visits: detained persons are not shown (Mandela 73)."""
    return tuple(
        Finding(
            Message.of("oversight.images-made", visit=one.visit, place=one.place),
            Severity.ATTENTION,
        )
        for one in visits
        if one.images_made
    )
