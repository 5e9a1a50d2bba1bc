"""Settling a claim to protection: refused for good, granted, or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.ports import View
from safeconduct.casework.situation import Situation
from safeconduct.casework.subjects import subject_named
from safeconduct.policy import Right, Subject
from safeconduct.record import Confidentiality


@dataclass(frozen=True, slots=True)
class SettleProtectionClaim:
    """Which claim, and what the authority or court decided."""

    claim: Annotated[str, Fact("protection_claims.claim")]
    state: Annotated[str, Fact("protection_claims.state")]
    source: Annotated[str, Fact("protection_claims.source")] = ""


def plan(asked: SettleProtectionClaim, situation: Situation) -> Planned:
    """The claim's next version, attested by the office that settles it."""
    claim = situation.known("protection_claims", asked.claim)
    if isinstance(claim, Finding):
        return (claim,)
    row = changed(
        claim,
        is_open=asked.state == "open",
        state=asked.state,
        **situation.attested(asked.source),
    )
    protected = Confidentiality.PROTECTED
    return Plan((row,), case=situation.case_of(claim.person), confidentiality=protected)


def subject(asked: SettleProtectionClaim, view: View) -> Subject:
    """The person who claimed."""
    row = view.row("protection_claims", asked.claim)
    return subject_named(view, "" if row is None else row.person)


SETTLE_PROTECTION_CLAIM = Act(
    "settle-protection-claim", "persons", Right.RECORD_ASSESSMENT, "fact-recorded",
    SettleProtectionClaim, plan, subject,
)  # fmt: skip
