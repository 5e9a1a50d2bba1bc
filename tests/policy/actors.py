"""Actors and subjects of the tables: one fictitious agreement, two persons, two places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from safeconduct.policy import ANYBODY, Actor, Relation, Right, Role, Ruling, Subject, may

AGREEMENT = "ostland-westmark"
P1 = Subject(AGREEMENT, "p1", "t1", "lindmoor", ("MX",), office="")
P2 = Subject(AGREEMENT, "p2", "t2", "other")
ROLES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "roles.yaml").read_text("utf-8")
)


def relation_of(role: str) -> Relation | None:
    """The relation that a role's row of the table names."""
    named = ROLES[role]["relation"]
    return None if named is None else Relation(Role(role), AGREEMENT, **named)


def actor_as(role: str) -> Actor:
    """Somebody who holds the one role."""
    relation = relation_of(role)
    return ANYBODY if relation is None else Actor(f"as-{role}", "A. Fictitious", (relation,))


def ruling(role: str, right: str | Right, subject: Subject = P1) -> Ruling:
    """What is ruled for somebody who holds the one role."""
    return may(actor_as(role), Right(right), subject)


def holding(*relations: Relation) -> Actor:
    return Actor("account-1", "A. Fictitious", relations)


def subject_in(agreement: str) -> Subject:
    return replace(P1, agreement=agreement)
