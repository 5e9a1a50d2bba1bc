"""The agreement as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Grade, NotFound, Source, Words
from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.day_count import DayCount
from safeconduct.agreement.duties import Duty
from safeconduct.agreement.parties import CustodyModel, LegalStatus, Office, Party, Place
from safeconduct.agreement.safeguards import Safeguard
from safeconduct.agreement.tariff import Tariff
from safeconduct.basics import AgreementId


class Use(StrEnum):
    """What the product may do with an agreement."""

    GATE = "gate"
    """Clearance may find no bar under it."""

    AUDIT_ONLY = "audit-only"
    """Loaded for counting, checking and publishing; the gate answers undetermined for everyone."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long the agreement runs.

    Attributes:
        start: first day; None where the day is not in the sources.
        end: day after the last one; None where none is set or known.
        citation: the clause.
    """

    start: date | None
    end: date | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class PersonsCovered:
    """Whom the agreement speaks of."""

    statuses: tuple[LegalStatus, ...]
    text: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class Amendment:
    """An instrument that added to the terms; its values stand among the dated values.

    Attributes:
        id: short name.
        signed_on: its day.
        takes_effect: first day of its values.
        source: id of the source that holds it.
    """

    id: str
    signed_on: date | None
    takes_effect: date
    source: str
    summary: Words


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two sides agreed, as far as the sources say.

    Attributes:
        id: short name in the library.
        title: its title.
        use: gate or audit-only.
        audit_only_because: for audit-only, why.
        under: ids of the framework conventions that it stands under.
        grade: how the agreement as a whole is known: the grade of its main source.
        signed_on: day of signature; None where not found or not signed on one day.
        not_found: what a reader would look for and the sources do not say.
        safeguards: the clauses for return, inspection and release that the sources hold.
    """

    id: AgreementId
    title: Words
    use: Use
    audit_only_because: Words | None
    under: tuple[AgreementId, ...]
    custody_model: CustodyModel
    signed_on: date | None
    grade: Grade
    languages: tuple[str, ...]
    term: Term
    persons_covered: PersonsCovered
    parties: tuple[Party, ...]
    offices: tuple[Office, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    amendments: tuple[Amendment, ...]
    conditions: tuple[Condition, ...]
    day_count: DayCount | None
    tariff: Tariff | None
    duties: tuple[Duty, ...]
    not_found: tuple[NotFound, ...]
    safeguards: tuple[Safeguard, ...] = ()
