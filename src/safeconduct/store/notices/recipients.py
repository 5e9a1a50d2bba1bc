"""Who is told at a step: those whose roles hold the office that the step names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.agreement import PartyRole
from safeconduct.casework import View
from safeconduct.oversight import DutyItem
from safeconduct.oversight.escalation import Told
from safeconduct.policy import Actor, Bound, Relation, Role, Subject, covers

_SENDING = frozenset({Role.SENDING_AUTHORITY})
_RECEIVING = frozenset({Role.RECEIVING_AUTHORITY})

_AUTHORITY: Mapping[PartyRole, frozenset[Role]] = MappingProxyType(
    {
        PartyRole.SENDING: _SENDING,
        PartyRole.RECEIVING: _RECEIVING,
        PartyRole.EITHER: _SENDING | _RECEIVING,
    }
)
_OTHER: Mapping[PartyRole, frozenset[Role]] = MappingProxyType(
    {PartyRole.SENDING: _RECEIVING, PartyRole.RECEIVING: _SENDING}
)
"""Of a duty that either side owes, both were told at the first step."""

_OUTSIDE: Mapping[Told, frozenset[Role]] = MappingProxyType(
    {
        Told.COUNSEL: frozenset({Role.COUNSEL}),
        Told.INSPECTORATE: frozenset({Role.INSPECTOR}),
        Told.COURT: frozenset({Role.COURT}),
    }
)


def is_told(actor: Actor, step: Told, item: DutyItem, view: View) -> bool:
    """Whether the actor is among those whom a step tells of a duty.

    Args:
        actor: somebody with an account, and the parts played today.
        step: the step of the escalation.
        item: the duty.
        view: what is known; it says which office stands at the top of its side.
    """
    roles = _roles_of(step, item.who)
    return any(
        held.role in roles and _reaches(held, item, view.agreement) and _is_high(held, step, view)
        for held in actor.relations_in(view.agreement)
    )


def _roles_of(step: Told, who: PartyRole) -> frozenset[Role]:
    if step is Told.WHO_OWES:
        facility = frozenset() if who is PartyRole.SENDING else frozenset({Role.FACILITY})
        return _AUTHORITY[who] | facility
    if step is Told.CENTRAL_AUTHORITY:
        return _AUTHORITY[who]
    if step is Told.OTHER_SIDE:
        return _OTHER.get(who, frozenset())
    return _OUTSIDE[step]


def _reaches(held: Relation, item: DutyItem, agreement: str) -> bool:
    about = item.about
    subject = Subject(agreement, about.person, about.transfer, about.place)
    bound = Bound.OWN_CASE if held.role is Role.COUNSEL else Bound.AGREEMENT
    return covers(held, bound, subject)


def _is_high(held: Relation, step: Told, view: View) -> bool:
    """Whether the office is high enough: a central authority is part of no other office."""
    if step is not Told.CENTRAL_AUTHORITY:
        return True
    office = view.row("offices", held.office)
    return office is None or not office.text("part_of")
