"""Enrolling an officer's key: from the next entry on, it signs for the office it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class EnrolKey:
    """Whose key, for which office: an Ed25519 public key in base64url."""

    account: Annotated[str, Fact("officer_keys.account")]
    office: Annotated[str, Fact("officer_keys.office")]
    public_key: Annotated[str, Fact("officer_keys.public_key")]


def plan(asked: EnrolKey, situation: Situation) -> Planned:
    """The key's row, and the entry from which the record knows it; nobody enrols their own."""
    if asked.account == situation.actor.id:
        return (fault("casework.second-person", "account", who=situation.actor.name),)
    if situation.view.row("offices", asked.office) is None:
        return (fault("casework.no-such-row", "office", key=asked.office, table="offices"),)
    row = stated_row("officer_keys", asked, situation, more={"enrolled_at": situation.now})
    return Plan((row,), facts={"key": asked.public_key, "office": asked.office})


ENROL_KEY = Act("enrol-key", "agreement", Right.ASSIGN_ROLE, "key-enrolled", EnrolKey, plan)
