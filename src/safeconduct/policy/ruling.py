"""May this actor do this here?  Yes by a role that reaches here, else no, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from safeconduct.basics import Message
from safeconduct.policy.bounds import Bound, covers
from safeconduct.policy.granted import GRANTED
from safeconduct.policy.relations import Actor, Relation, Subject
from safeconduct.policy.rights import Right
from safeconduct.policy.roles import Role


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether something is allowed.

    Attributes:
        allowed: whether it is.
        because: by which role, or why not. A denial says nothing of whether the person, transfer
            or place exists.
        relation: for what is allowed by a relation, that relation; None for what everybody may.
    """

    allowed: bool
    because: Message
    relation: Relation | None = None


def may(actor: Actor, right: Right, subject: Subject) -> Ruling:
    """Whether the actor may do it to the subject. What nobody granted is denied.

    Args:
        actor: who asks.
        right: what for.
        subject: whom and what it concerns.
    """
    granted = GRANTED.get(right, {})
    if not granted:
        return Ruling(False, Message.of("policy.nobodys", right=right.label))
    if Role.PUBLIC in granted:
        return Ruling(True, _by(Role.PUBLIC, right))
    held = [held for held in actor.relations_in(subject.agreement) if held.role in granted]
    for relation in held:
        if covers(relation, granted[relation.role], subject):
            return Ruling(True, _by(relation.role, right), relation)
    if held:
        code = "policy.out-of-reach"
        return Ruling(False, Message.of(code, role=held[0].role.label, right=right.label))
    listed = _listed(role.label for role in granted)
    return Ruling(False, Message.of("policy.denied", right=right.label, roles=listed))


def bound_of(right: Right, role: Role) -> Bound | None:
    """How far a right reaches for a role; None where the role does not hold it."""
    granted = GRANTED.get(right, {})
    return granted.get(role, granted.get(Role.PUBLIC))


def _by(role: Role, right: Right) -> Message:
    return Message.of("policy.granted", role=role.label, right=right.label)


def _listed(labels: Iterable[Message]) -> Message:
    def join(before: Message, label: Message) -> Message:
        return Message.of("policy.list", before=before, last=label)

    return reduce(join, labels)
