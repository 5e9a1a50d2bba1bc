"""Filing a challenge: by the person, counsel, a relative or anybody; never refused for its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, notice
from safeconduct.casework.stating import clock_ahead, stated_row
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
    """The challenge, open from its receipt, whether or not anybody is registered under the key.

    Anybody may file: a refusal would tell whoever asks who is known here.
    """
    taken = bool(asked.challenge) and situation.view.row("challenges", asked.challenge) is not None
    row = stated_row(
        "challenges",
        asked,
        situation,
        key=situation.names.new("challenge") if taken else asked.challenge,
        more={"state": "open", "filed_at": min(asked.filed_at or situation.now, situation.now)},
    )
    findings = tuple(_notices(asked, situation, row.key))
    return Plan((row,), case=situation.case_of(asked.person), findings=findings)


def _notices(asked: FileChallenge, situation: Situation, key: str) -> Iterator[Finding]:
    """What is odd about the filing. A challenge protects, and so none of it stands in its way."""
    if situation.view.row("persons", asked.person) is None:
        yield notice("casework.challenge-on-stranger", "person", person=asked.person)
    if asked.challenge and key != asked.challenge:
        yield notice("casework.challenge-under-another-key", "challenge",
                     asked=asked.challenge, key=key)  # fmt: skip
    yield from clock_ahead("filed_at", asked.filed_at, situation.now)


FILE_CHALLENGE = Act(
    "file-challenge", "orders", Right.FILE_CHALLENGE, "challenge-lodged", FileChallenge, plan
)
