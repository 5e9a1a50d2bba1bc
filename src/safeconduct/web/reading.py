"""What a request may read: the rows that the actor's relations open, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from django.http import Http404, HttpRequest

from safeconduct.policy import ANYBODY, GRANTED, Actor, Right, Role
from safeconduct.store import queries
from safeconduct.store.node import ports
from safeconduct.web.cells import Names
from safeconduct.web.page import as_of

READS_A_FILE = (Right.READ_CASE, Right.READ_WHEREABOUTS, Right.READ_MEDICAL)
"""Whoever holds none of these reads of persons elsewhere, e.g. on a manifest, or not at all."""

OPENED_BY: Mapping[str, tuple[Right, ...]] = MappingProxyType(
    {
        "persons": READS_A_FILE,
        "transfers": (Right.READ_MANIFEST,),
        "manifests": (Right.READ_MANIFEST,),
        "places": (Right.READ_REGISTER,),
        "statements": (Right.READ_MONEY,),
        "inspections": (Right.READ_OVERSIGHT,),
    }
)
"""The rights that open the pages to which references lead."""


class Reader(queries.Reader):
    """What one page reads."""

    def note(self, purpose: str, persons: Iterable[str], tables: Iterable[str] = ()) -> None:
        """Note that the page shows these persons' data; what one is oneself is not noted."""
        own = {held.person for held in self.actor.relations_in(self.agreement)}
        shown = [person for person in persons if person and person not in own]
        queries.note_read(
            self, purpose, ports().clock.now(), persons=shown, tables=tables or ("identities",)
        )

    @cached_property
    def names(self) -> Names:
        """What keys are called for this actor."""
        known = self.view.rows("identities")
        linked = {
            table
            for table, rights in OPENED_BY.items()
            if any(self.holds(right) for right in rights)
        }
        names = {row.key: row.text("full_name") for row in known}
        return Names(self.agreement, names, frozenset(linked))


def who(request: HttpRequest) -> Actor:
    """The actor behind a request; a member of the public where nobody is signed in."""
    if not request.user.is_authenticated:
        return ANYBODY
    return queries.actor_of(request.user, ports().store, ports().clock.now())


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
