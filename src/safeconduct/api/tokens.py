"""Issuing tokens, and finding the one that a request bears."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from safeconduct.api.models import Token
from safeconduct.policy import Actor, Right
from safeconduct.store.models import Account
from safeconduct.store.node import ports
from safeconduct.store.queries import actor_of

PREFIX = "sct_"


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who sends a request.

    Attributes:
        actor: the account with the parts that it plays.
        agreement: the only agreement for which the token speaks; empty for all of the account's.
        rights: the only rights that it lends; empty for all of the account's.
    """

    actor: Actor
    agreement: str
    rights: frozenset[str]

    def speaks_of(self, agreement: str) -> bool:
        """Whether the token is for the agreement and the account plays a part in it."""
        named = self.agreement in {"", agreement}
        return named and bool(self.actor.relations_in(agreement))

    def lends(self, right: Right) -> bool:
        """Whether the token lends the right; whether the account has it is another question."""
        return not self.rights or right.value in self.rights


def issue_token(
    account: Account, name: str, *, now: datetime, days: int, agreement: str = "",
    rights: Iterable[Right] = (),
) -> str:  # fmt: skip
    """Make a token and return it; it cannot be shown a second time.

    Args:
        account: who answers for what is done with it.
        name: what it is for, in a person's words.
        now: the instant, aware.
        days: how long it is valid.
        agreement: the only agreement for which it speaks; empty for all.
        rights: the only rights that it lends; none for all of the account's.
    """
    token = PREFIX + secrets.token_urlsafe(32)
    Token.objects.create(
        digest=_digest(token), account=account, name=name, agreement=agreement,
        rights=sorted(right.value for right in rights),
        created_at=now, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    return token


def bearer_of(token: str) -> Bearer | None:
    """Who bears the token; None for one that is unknown, expired or revoked."""
    now = ports().clock.now()
    found = Token.objects.filter(digest=_digest(token)).select_related("account").first()
    if found is None or found.revoked_at is not None or found.expires_at <= now:
        return None
    if not found.account.is_active:
        return None
    actor = actor_of(found.account, ports().store, now)
    return Bearer(actor, found.agreement, frozenset(found.rights))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
