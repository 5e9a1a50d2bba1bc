"""What one actor reads under one agreement, and which rights the actor has there."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from safeconduct.agreement import Agreement
from safeconduct.casework import View, terms_in_force
from safeconduct.policy import Actor, Relation, Right, Subject, may, readable
from safeconduct.store.queries.scoped import ScopedView


class Reader:
    """What one request reads.

    Attributes:
        actor: who asks.
        agreement: under which agreement.
        whole: what is known, for what no right narrows: terms, the gate, who has signed.
        view: the rows that are open to the actor, and no others; what is shown.
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
    def terms(self) -> Agreement | None:
        """The agreement's terms as they were in force."""
        return terms_in_force(self.whole)

    def may(self, right: Right, *, person: str = "", transfer: str = "", place: str = "") -> bool:
        """Whether the actor has a right over a subject."""
        subject = Subject(self.agreement, person=person, transfer=transfer, place=place)
        return may(self.actor, right, subject).allowed

    def holds(self, right: Right) -> bool:
        """Whether the actor has a right over anything that the actor's relations name."""
        return (
            any(
                may(self.actor, right, subject).allowed
                for held in self.actor.relations_in(self.agreement)
                for subject in _named_by(held)
            )
            or may(self.actor, right, Subject(self.agreement)).allowed
        )


def _named_by(held: Relation) -> tuple[Subject, ...]:
    """What a relation names: as a thing that nobody's office owns, and as its own office's."""
    asked = (held.state,) if held.state else ()
    named = Subject(held.agreement, held.person, held.transfer, held.place, asked)
    return named, replace(named, office=held.office)
