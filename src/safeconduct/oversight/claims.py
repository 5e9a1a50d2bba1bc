"""Official claims: what somebody in office said in public, held against the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.basics import Message, Period
from safeconduct.oversight.suppression import is_small

NEVER_SUPPRESSED = frozenset({"deaths", "force", "orders-defied"})
"""Figures that are published however small they are."""

TESTABLE = frozenset(
    {"transferred", "held", "released", "returned", "inspections", "orders", *NEVER_SUPPRESSED}
)
"""Figures that a record can say."""


class ClaimVerdict(StrEnum):
    """What came of holding a claim against the record."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CANNOT_BE_TESTED = "cannot-be-tested"


@dataclass(frozen=True, slots=True)
class Claim:
    """A public statement.

    Attributes:
        figure: what it counts, as a code of ``official_claims.figure``.
        claimed: its number; None where it names none.
        period: the days of which it speaks, half-open; None where it does not say.
        said_on: the day.
    """

    figure: str
    claimed: int | None
    period: Period | None
    said_on: date


@dataclass(frozen=True, slots=True)
class ClaimTest:
    """A claim beside the record.

    Attributes:
        verdict: what came of it.
        difference: claimed less recorded; None where it cannot be tested or shown.
        recorded: the record's number as it may be published; None likewise.
        because: one sentence for the public page.
    """

    verdict: ClaimVerdict
    difference: int | None
    recorded: int | None
    because: Message


def hold_against(claim: Claim, recorded: int | None, covered: Period | None) -> ClaimTest:
    """A claim beside the record.

    Args:
        claim: the claim.
        recorded: the record's number for the same figure and days; None where it has none.
        covered: the days of which the record knows, half-open; None for none. A claim about any
            other day cannot be tested: what nobody recorded is not zero.
    """
    if claim.figure not in TESTABLE or claim.claimed is None:
        return _untested("oversight.claim-no-figure")
    if claim.period is None or covered is None or recorded is None:
        return _untested("oversight.claim-no-days")
    if not (covered.start <= claim.period.start and claim.period.end <= covered.end):
        return _untested("oversight.claim-beyond-record")
    if recorded == claim.claimed:
        same = Message.of("oversight.claim-agrees", recorded=recorded)
        return ClaimTest(ClaimVerdict.AGREES, 0, recorded, same)
    if is_small(recorded) and claim.figure not in NEVER_SUPPRESSED:
        hidden = Message.of("oversight.claim-differs-small", claimed=claim.claimed)
        return ClaimTest(ClaimVerdict.DIFFERS, None, None, hidden)
    difference = claim.claimed - recorded
    differs = Message.of(
        "oversight.claim-differs",
        claimed=claim.claimed,
        recorded=recorded,
        difference=abs(difference),
    )
    return ClaimTest(ClaimVerdict.DIFFERS, difference, recorded, differs)


def _untested(code: str) -> ClaimTest:
    return ClaimTest(ClaimVerdict.CANNOT_BE_TESTED, None, None, Message(code))
