"""Who may see or do what?  Relations become rights; what nobody granted is denied."""

from safeconduct.policy.bounds import Bound, covers
from safeconduct.policy.clashes import clashes
from safeconduct.policy.granted import GRANTED
from safeconduct.policy.relations import ANYBODY, Actor, Relation, Subject
from safeconduct.policy.rights import Right
from safeconduct.policy.roles import Role
from safeconduct.policy.ruling import Ruling, bound_of, may
from safeconduct.policy.scope import Reach, Scope, readable
from safeconduct.policy.separation import SEPARATED, second_person
from safeconduct.policy.sights import Sight

__all__ = [
    "ANYBODY",
    "GRANTED",
    "SEPARATED",
    "Actor",
    "Bound",
    "Reach",
    "Relation",
    "Right",
    "Role",
    "Ruling",
    "Scope",
    "Sight",
    "Subject",
    "bound_of",
    "clashes",
    "covers",
    "may",
    "readable",
    "second_person",
]
