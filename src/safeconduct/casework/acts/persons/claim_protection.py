"""Recording a claim to protection; from this second it bars a transfer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class ClaimProtection:
    """When protection was claimed."""

    person: Annotated[str, Fact("protection_claims.person")]
    lodged_at: Annotated[datetime, Fact("protection_claims.lodged_at")]
    claim: Annotated[str, Fact("protection_claims.claim")] = ""
    source: Annotated[str, Fact("protection_claims.source")] = ""


def plan(asked: ClaimProtection, situation: Situation) -> Planned:
    """The claim, open; its entry cannot be told from any other sealed one."""
    if wrong := ahead("lodged_at", asked.lodged_at, situation.now):
        return wrong
    return fact_of_person(
        "protection_claims", asked, situation, person=asked.person, more={"state": "open"}
    )


CLAIM_PROTECTION = Act(
    "claim-protection", "persons", Right.CLAIM_PROTECTION, "protection-claimed",
    ClaimProtection, plan,
)  # fmt: skip
