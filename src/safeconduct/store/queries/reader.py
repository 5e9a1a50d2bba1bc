"""What one actor reads under one agreement, and which rights the actor has there."""

from __future__ import annotations

from functools import cached_property

from safeconduct.agreement import Agreement
from safeconduct.casework import View, terms_in_force
from safeconduct.policy import Actor, Right, Subject, may, readable
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
        relations = self.actor.relations_in(self.agreement)
        subjects = [(held.person, held.transfer, held.place, held.state) for held in relations]
        return any(
            may(self.actor, right, Subject(self.agreement, p, t, pl, (s,) if s else ())).allowed
            for p, t, pl, s in [*subjects, ("", "", "", "")]
        )
