"""What a request may read: the rows that the actor's relations open, as known at a moment."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from django.http import Http404, HttpRequest

from safeconduct.agreement import Agreement
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.terms import terms_in_force
from safeconduct.policy import (
    ANYBODY,
    GRANTED,
    Actor,
    Relation,
    Right,
    Role,
    Subject,
    may,
    readable,
)
from safeconduct.store.models import Account
from safeconduct.web.cells import Names
from safeconduct.web.node import ports
from safeconduct.web.page import as_of
from safeconduct.web.scoped import ScopedView


class Reader:
    """What one request reads under one agreement.

    Attributes:
        actor: who asks.
        agreement: under which agreement.
        whole: what is known, for what no right narrows: terms, the gate, who has signed.
        view: the rows that are open to the actor, and no others; what pages show.
        tables: the tables of which something is open.
    """

    def __init__(self, actor: Actor, whole: View) -> None:
        scope = readable(actor, whole.agreement)
        self.actor = actor
        self.agreement = whole.agreement
        self.whole = whole
        self.tables = scope.tables
        self.view = ScopedView(whole, scope)

    @cached_property
    def names(self) -> Names:
        """What keys are called for this actor."""
        known = self.view.rows("identities")
        return Names(self.agreement, {row.key: row.text("full_name") for row in known})

    @cached_property
    def terms(self) -> Agreement | None:
        """The agreement's terms as they were in force."""
        return terms_in_force(self.whole)

    def may(self, right: Right, *, person: str = "", transfer: str = "", place: str = "") -> bool:
        """Whether the actor has a right over a subject."""
        subject = Subject(self.agreement, person=person, transfer=transfer, place=place)
        return may(self.actor, right, subject).allowed

    def holds(self, right: Right) -> bool:
        """Whether the actor has a right over anything that the actor's relations name."""
        relations = self.actor.relations_in(self.agreement)
        subjects = [(held.person, held.transfer, held.place, held.state) for held in relations]
        return any(
            may(self.actor, right, Subject(self.agreement, p, t, pl, (s,) if s else ())).allowed
            for p, t, pl, s in [*subjects, ("", "", "", "")]
        )


def who(request: HttpRequest) -> Actor:
    """The actor behind a request; a member of the public where nobody is signed in."""
    return actor_of(request.user) if request.user.is_authenticated else ANYBODY


def actor_of(account: Account) -> Actor:
    """The parts that an account plays today, under every agreement of the node."""
    store, now = ports().store, ports().clock.now()
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
    names = ("office", "place", "transfer", "person", "state")
    return Relation(
        Role(row.text("role")), row.agreement, **{name: row.text(name) for name in names}
    )


def reader(request: HttpRequest, agreement: str) -> Reader:
    """What the request reads under an agreement.

    Raises:
        Http404: nobody adopted the agreement, or the actor plays no part in it; which of the two
            is not told.
    """
    actor = who(request)
    if not actor.relations_in(agreement):
        raise Http404
    return Reader(actor, ports().store.view(agreement, as_of(request)))


def public_reader(request: HttpRequest, agreement: str) -> Reader:
    """What the request reads under an agreement, whoever sends it.

    Raises:
        Http404: nobody adopted the agreement.
    """
    if agreement not in ports().store.agreements():
        raise Http404
    return Reader(who(request), ports().store.view(agreement, as_of(request)))


def is_public(right: Right) -> bool:
    """Whether anybody has the right, without an account too."""
    return Role.PUBLIC in GRANTED.get(right, {})


def needs(allowed: bool) -> None:
    """Go on only where it is allowed.

    Raises:
        Http404: it is not; what somebody may not see looks the same as what does not exist.
    """
    if not allowed:
        raise Http404
