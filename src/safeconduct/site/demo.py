"""The demonstration: a node with a year of a fictitious agreement in it, and a sign-in each."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from django.contrib.auth.hashers import make_password
from django.db import connection

from safeconduct.casework.story import AGREEMENT, CAST, tell_story
from safeconduct.policy import Role
from safeconduct.store.models import Account
from safeconduct.store.node import ports

DOMAIN = "demo.example"
EVENING = 18
"""The hour at which the story ends, after the last act of its last day."""

HOURS_AHEAD = 12
"""No clock in the world is much further ahead of UTC."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How somebody of the story signs in.

    Attributes:
        handle: the part's short name.
        role: its role.
        email: the account's address.
        password: the account's password.
    """

    handle: str
    role: Role
    email: str
    password: str


def this_evening(now: datetime) -> datetime:
    """An instant as the clock shows it where it is evening now.

    The story ends on an evening, before a departure on the next morning. Told where it is evening
    now, it ends now, and what its last acts found is as fresh as they left it.
    """
    ahead = EVENING - now.astimezone(UTC).hour
    offset = timedelta(hours=ahead if ahead <= HOURS_AHEAD else ahead - 24)
    return now.astimezone(timezone(offset))


def make_demo(now: datetime) -> tuple[SignIn, ...]:
    """Tell the story to this node, which must be empty, and make an account for each part.

    Args:
        now: the instant at which the story ends, aware.
    """
    password = secrets.token_urlsafe(12)
    # One password for all, and hashed once: nothing here is anybody's.
    hashed = make_password(password)
    accounts = {}
    for handle, part in CAST.items():
        account = Account(email=f"{handle}@{DOMAIN}", name=part.name, password=hashed)
        account.save()
        accounts[handle] = str(account.pk)
    _without_waiting_for_the_disk()
    tell_story(ports(), this_evening(now), accounts)
    connection.close()
    return tuple(
        SignIn(handle, part.role, f"{handle}@{DOMAIN}", password) for handle, part in CAST.items()
    )


def _without_waiting_for_the_disk() -> None:
    # What is told can be told again; the connection that serves afterwards is a new one.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")


def is_told() -> bool:
    """Whether the story stands in this node already."""
    return AGREEMENT in ports().store.agreements()
