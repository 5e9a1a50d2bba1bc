"""Filing a challenge: by the person, counsel, a relative or anybody; never refused for its form."""

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
class FileChallenge:
    """What was filed, and when."""

    person: Annotated[str, Fact("challenges.person")]
    kind: Annotated[str, Fact("challenges.kind")]
    filed_at: Annotated[datetime | None, Fact("challenges.filed_at")] = None
    challenge: Annotated[str, Fact("challenges.challenge")] = ""
    source: Annotated[str, Fact("challenges.source")] = ""


def plan(asked: FileChallenge, situation: Situation) -> Planned:
    """The challenge, open from its receipt."""
    if wrong := ahead("filed_at", asked.filed_at, situation.now):
        return wrong
    return fact_of_person(
        "challenges",
        asked,
        situation,
        person=asked.person,
        more={"state": "open", "filed_at": asked.filed_at or situation.now},
    )


FILE_CHALLENGE = Act(
    "file-challenge", "orders", Right.FILE_CHALLENGE, "challenge-lodged", FileChallenge, plan
)
