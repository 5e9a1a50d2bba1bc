"""Walking a tree: the parts of a node, and the facts that it reads itself."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.vocabulary.comparisons import AtLeast, AtMost, In, Includes, Is
from safeconduct.agreement.vocabulary.lists import Every, Exists, NoneOpen
from safeconduct.agreement.vocabulary.logic import All, AnyOf, Not, Unless
from safeconduct.agreement.vocabulary.references import FactRef
from safeconduct.agreement.vocabulary.times import After, AgeOf, Before, LeftUntil, NoticeBefore


def parts_of(node: Predicate) -> tuple[Predicate, ...]:
    """The predicates inside a node."""
    match node:
        case All(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case Unless(rule, exception):
            return (rule, exception)
        case Exists(_, that, of):
            return (that,) if of is None else (of, that)
        case Every(_, inner) | NoneOpen(_, inner):
            return (inner,)
        case _:
            return ()


def facts_of(node: Predicate) -> tuple[FactRef, ...]:
    """The facts that a node itself compares; not those of its parts."""
    match node:
        case Is(fact, value) | Includes(fact, value):
            named: tuple[object, ...] = (fact, value)
        case In(fact) | AtLeast(fact) | AtMost(fact):
            named = (fact,)
        case Before(one, other) | After(one, other) | LeftUntil(one, other):
            named = (one, other)
        case AgeOf(since, at):
            named = (since, at)
        case NoticeBefore(first, event):
            named = (first, event)
        case _:
            named = ()
    return tuple(part for part in named if isinstance(part, FactRef))


def every_node(node: Predicate) -> Iterator[Predicate]:
    """The node and everything inside it."""
    yield node
    for part in parts_of(node):
        yield from every_node(part)


def every_fact(node: Predicate) -> Iterator[FactRef]:
    """Every fact that the tree compares."""
    for inner in every_node(node):
        yield from facts_of(inner)
