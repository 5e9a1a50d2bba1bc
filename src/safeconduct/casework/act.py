"""An act: what it is called, what it asks, which right it needs, and how it is planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from safeconduct.basics import Finding
from safeconduct.casework.plan import Plan
from safeconduct.casework.ports import View
from safeconduct.casework.situation import Situation
from safeconduct.casework.subjects import subject_of
from safeconduct.policy import Right, Subject

A = TypeVar("A")
Planned = Plan | tuple[Finding, ...]
"""A plan, or why there is none: then at least one finding is an error."""


@dataclass(frozen=True, slots=True)
class Act(Generic[A]):
    """One way in which what is known changes.

    Attributes:
        name: as the API, forms and the documentation call it, e.g. ``register-person``.
        room: the area of work, e.g. ``persons``.
        right: what somebody needs to be allowed.
        event: the kind of entry unless the plan names another.
        asked: a frozen dataclass of what must be told, each field annotated with its fact.
        plan: makes the plan, or says why there is none.
        subject: whom and what the act concerns, for the question of rights.
    """

    name: str
    room: str
    right: Right
    event: str
    asked: type[A]
    plan: Callable[[A, Situation], Planned]
    subject: Callable[[A, View], Subject] = subject_of
