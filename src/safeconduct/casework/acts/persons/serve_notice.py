"""Serving a notice: in a language understood, with reasons, and with time to challenge."""

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
class ServeNotice:
    """What was served, when and how."""

    person: Annotated[str, Fact("notices.person")]
    kind: Annotated[str, Fact("notices.kind")]
    served_at: Annotated[datetime, Fact("notices.served_at")]
    language: Annotated[str, Fact("notices.language")] = ""
    understood: Annotated[bool | None, Fact("notices.understood")] = None
    reasons_given: Annotated[bool | None, Fact("notices.reasons_given")] = None
    proof_of_service: Annotated[bool | None, Fact("notices.proof_of_service")] = None
    window_ends_at: Annotated[datetime | None, Fact("notices.window_ends_at")] = None
    window_waived: Annotated[bool | None, Fact("notices.window_waived")] = None
    notice: Annotated[str, Fact("notices.notice")] = ""
    source: Annotated[str, Fact("notices.source")] = ""


def plan(asked: ServeNotice, situation: Situation) -> Planned:
    """The notice, attested by the office that served it."""
    if wrong := ahead("served_at", asked.served_at, situation.now):
        return wrong
    return fact_of_person("notices", asked, situation, person=asked.person)


SERVE_NOTICE = Act(
    "serve-notice", "persons", Right.SERVE_NOTICE, "fact-recorded", ServeNotice, plan
)
