"""Recording an identity check: by which method, and whether it matched."""

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
class RecordIdentityCheck:
    """How the identity was checked."""

    person: Annotated[str, Fact("identity_checks.person")]
    method: Annotated[str, Fact("identity_checks.method")]
    result: Annotated[str, Fact("identity_checks.result")]
    checked_at: Annotated[datetime, Fact("identity_checks.checked_at")]
    source: Annotated[str, Fact("identity_checks.source")] = ""


def plan(asked: RecordIdentityCheck, situation: Situation) -> Planned:
    """The check, attested by the office that made it."""
    if wrong := ahead("checked_at", asked.checked_at, situation.now):
        return wrong
    return fact_of_person("identity_checks", asked, situation, person=asked.person)


RECORD_IDENTITY_CHECK = Act(
    "record-identity-check", "persons", Right.RECORD_IDENTITY_CHECK, "fact-recorded",
    RecordIdentityCheck, plan,
)  # fmt: skip
