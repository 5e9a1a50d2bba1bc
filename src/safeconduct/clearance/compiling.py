"""One tree, two programs: a closure for a person, an SQL expression for a million.

Each kind of predicate registers both in its file under ``operators``; nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import TYPE_CHECKING

from safeconduct.agreement import Predicate
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Cell, Row
from safeconduct.clearance.world import Case

if TYPE_CHECKING:
    from safeconduct.clearance.sql.writer import Writer

Read = tuple[str, Cell, Row]
"""A fact that was read: its name, its value, and the row that it stands in."""

Trace = list[Read]

Closure = Callable[[Case, Row, Trace], Truth]
"""Answers for a case and the row at hand (outside lists, the person's), and notes what it read."""


@singledispatch
def closure_of(node: Predicate) -> Closure:
    """The predicate as a closure."""
    raise TypeError(type(node).__name__)


@singledispatch
def sql_of(node: Predicate, writer: Writer) -> str:  # noqa: ARG001 - a registered one uses it
    """The predicate as an SQL expression; the writer knows where facts stand."""
    raise TypeError(type(node).__name__)
