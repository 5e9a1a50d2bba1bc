"""Who somebody is to the agreements of a node: the parts that an account plays today."""

from __future__ import annotations

from datetime import datetime

from safeconduct.casework import KeptRow, Store
from safeconduct.policy import Actor, Relation, Role
from safeconduct.store.models import Account


def actor_of(account: Account, store: Store, now: datetime) -> Actor:
    """The actor that an account is, with every part held at an instant."""
    held = (
        row
        for agreement in store.agreements()
        for row in store.view(agreement).rows("roles_held", open_only=True)
        if row.text("account") == str(account.pk) and _holds(row, now)
    )
    return Actor(str(account.pk), account.name, tuple(_relation(row) for row in held))


def _holds(row: KeptRow, now: datetime) -> bool:
    since, until = row.instant("since"), row.instant("until")
    return (since is None or since <= now) and (until is None or now < until)


def _relation(row: KeptRow) -> Relation:
    return Relation(
        Role(row.text("role")),
        row.agreement,
        office=row.text("office"),
        place=row.text("place"),
        transfer=row.text("transfer"),
        person=row.text("person"),
        state=row.text("state"),
    )
