"""Settling a challenge: what the court decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class SettleChallenge:
    """Which challenge, and how it ended."""

    challenge: Annotated[str, Fact("challenges.challenge")]
    state: Annotated[str, Fact("challenges.state")]
    source: Annotated[str, Fact("challenges.source")] = ""


def plan(asked: SettleChallenge, situation: Situation) -> Planned:
    """The challenge's next version, attested by the court."""
    challenge = situation.known("challenges", asked.challenge)
    if isinstance(challenge, Finding):
        return (challenge,)
    still = asked.state == "open"
    row = changed(challenge, is_open=still, state=asked.state, **situation.attested(asked.source))
    return Plan((row,), case=situation.case_of(challenge.person))


SETTLE_CHALLENGE = Act(
    "settle-challenge", "orders", Right.SETTLE_CHALLENGE, "fact-recorded", SettleChallenge, plan
)
