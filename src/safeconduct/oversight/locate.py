"""Where is this person?  Who must be told, what, and on which ground anybody may be refused.

Only a court can withhold it, by a reasoned restriction that ends; and nobody, no court either, can
hide that the person is held at all (ICPPED 17(1), 18, 20).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.basics import Finding, Message, Severity


class Proof(StrEnum):
    """How somebody shows that the person is theirs to ask for."""

    CODE = "code"
    """A code that the person gave them, or that was sent to them as a contact."""

    MANDATE = "mandate"
    """A mandate as counsel, on file."""

    OFFICE = "office"
    """A consulate, for a national who asked; a court; an inspector."""

    NONE = "none"


@dataclass(frozen=True, slots=True)
class Restriction:
    """A court's restriction of what is told.

    Attributes:
        by_court: whether a court made it; None where nobody knows.
        reasoned: whether it gives reasons; None likewise.
        ends_on: its last day; None where it names none.
        verified: whether it was verified by call-back; None where nobody has tried.
    """

    by_court: bool | None
    reasoned: bool | None
    ends_on: date | None
    verified: bool | None


class Told(StrEnum):
    """What somebody who asks is told."""

    WHEREABOUTS = "whereabouts"
    """Where, since when, in whose charge, and where to next (ICPPED 18(1))."""

    HELD = "held"
    """That the person is held, alive, and by which authority; the place only is withheld."""

    PROVE_RELATION = "prove-relation"
    """Nothing yet: how to show the relation, and where to complain of the answer."""


@dataclass(frozen=True, slots=True)
class LocateAnswer:
    """What is told, with the reasons.

    Attributes:
        told: what.
        findings: why not more; empty where everything is told.
    """

    told: Told
    findings: tuple[Finding, ...] = ()


def answer_locate(proof: Proof, restriction: Restriction | None, today: date) -> LocateAnswer:
    """What somebody who asks for a person is told.

    Args:
        proof: how the relation was shown.
        restriction: what is put forward to withhold the place; None for nothing.
        today: the day.
    """
    if proof is Proof.NONE:
        return LocateAnswer(Told.PROVE_RELATION, (_note("oversight.locate-prove"),))
    if restriction is None:
        return LocateAnswer(Told.WHEREABOUTS)
    lacking = restriction_findings(restriction, today)
    if lacking:
        return LocateAnswer(Told.WHEREABOUTS, lacking)
    withheld = Message.of("oversight.locate-withheld", until=restriction.ends_on or today)
    return LocateAnswer(Told.HELD, (Finding(withheld, Severity.NOTE),))


def restriction_findings(restriction: Restriction, today: date) -> tuple[Finding, ...]:
    """What a restriction lacks to withhold a place; empty where it lacks nothing."""
    return tuple(Finding(Message(code), Severity.ERROR) for code in _lacks(restriction, today))


def _lacks(restriction: Restriction, today: date) -> Iterator[str]:
    if restriction.by_court is not True:
        yield "oversight.locate-not-judicial"
    if restriction.reasoned is not True:
        yield "oversight.locate-not-reasoned"
    if restriction.ends_on is None:
        yield "oversight.locate-endless"
    elif restriction.ends_on < today:
        yield "oversight.locate-over"
    if restriction.verified is not True:
        yield "oversight.locate-not-verified"


def code_digest(code: str, person: str) -> str:
    """The digest under which a contact's code is kept: of the code, for one person only."""
    key = person.encode()
    return hmac.new(key, code.strip().upper().encode(), hashlib.sha256).hexdigest()


def is_code(given: str, person: str, kept: str) -> bool:
    """Whether somebody gave the code whose digest is kept, without telling by its time how nearly.

    Args:
        given: what was typed.
        person: for whom it was given.
        kept: the digest on file; an empty one matches nothing.
    """
    return hmac.compare_digest(code_digest(given, person), kept)


def _note(code: str) -> Finding:
    return Finding(Message(code), Severity.NOTE)
