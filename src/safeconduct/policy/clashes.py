"""Roles that one person cannot hold together: whoever acts is not whoever watches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from safeconduct.basics import Finding, Message, Severity
from safeconduct.policy.relations import Relation
from safeconduct.policy.roles import Role

_ACT = frozenset(
    {Role.SENDING_AUTHORITY, Role.RECEIVING_AUTHORITY, Role.FACILITY, Role.ESCORT, Role.CARRIER}
)
_WATCH = frozenset({Role.COURT, Role.INSPECTOR, Role.AUDITOR, Role.COUNSEL, Role.CONSULATE})

AGAINST: Mapping[Role, frozenset[Role]] = MappingProxyType(
    {
        **dict.fromkeys(_WATCH, _ACT | {Role.FINANCE}),
        Role.CLINICIAN: _ACT,
    }
)
"""A role, and the roles that whoever holds it cannot hold under the same agreement.

A clinician who also guards would examine for those who guard (Mandela 32); a court that also sends
would lift its own stay.
"""


def clashes(wanted: Relation, held: Iterable[Relation]) -> tuple[Finding, ...]:
    """One finding for each role that the person holds and the wanted one stands against."""
    return tuple(
        Finding(
            Message.of("policy.roles-clash", role=wanted.role.label, other=other.role.label),
            Severity.ERROR,
        )
        for other in held
        if other.agreement == wanted.agreement and _are_opposed(wanted.role, other.role)
    )


def _are_opposed(one: Role, other: Role) -> bool:
    return other in AGAINST.get(one, ()) or one in AGAINST.get(other, ())
