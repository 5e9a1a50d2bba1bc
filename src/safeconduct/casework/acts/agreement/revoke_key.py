"""Revoking an officer's key: nothing that it signs from now on counts; what it signed stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.signatures import key_id
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RevokeKey:
    """Which key."""

    officer_key: Annotated[str, Fact("officer_keys.officer_key")]


def plan(asked: RevokeKey, situation: Situation) -> Planned:
    """The key, revoked."""
    known = situation.known("officer_keys", asked.officer_key)
    if isinstance(known, Finding):
        return (known,)
    if not known.is_open:
        return (fault("casework.key-revoked", "officer_key", key=known.key),)
    row = changed(known, is_open=False, revoked_at=situation.now)
    return Plan((row,), facts={"kid": key_id(known.text("public_key"))})


REVOKE_KEY = Act("revoke-key", "agreement", Right.ASSIGN_ROLE, "key-revoked", RevokeKey, plan)
