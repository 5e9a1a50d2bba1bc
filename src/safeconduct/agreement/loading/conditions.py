"""The section ``conditions``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from safeconduct.agreement.conditions import Condition, OnUnknown, Predicate
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.dated import day_after
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.predicates import PREDICATE, read_predicate
from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import DAY, ID, word_of
from safeconduct.agreement.loading.tree import Mapping, Node, Sequence
from safeconduct.agreement.loading.words import WORDS
from safeconduct.basics import Message


@dataclass(frozen=True, slots=True)
class _Sound:
    """A predicate with nothing in it that could not mean what it says.

    Attributes:
        decides_by_absence: whether a false answer lets somebody through.
    """

    decides_by_absence: bool = False

    @property
    def example(self) -> str:
        return PREDICATE.example

    def read(self, node: Node, context: Context) -> Predicate | None:
        return read_predicate(node, context, decides_by_absence=self.decides_by_absence)

    def schema(self, definitions: Definitions) -> JsonSchema:
        return PREDICATE.schema(definitions)


def _condition(*, until: date | None, **rest: Any) -> Condition:
    return Condition(end=day_after(until), **rest)


CONDITION = Record(
    "condition",
    _condition,
    Field("id", ID, "Short name, unique in the file."),
    Field("label", WORDS, "What must hold, in a sentence."),
    CITED,
    Field("from", DAY, "First day on which it is law.", absent=None, into="start"),
    Field("until", DAY, "Last day on which it is law.", absent=None),
    Field(
        "applies_when",
        _Sound(decides_by_absence=True),
        "To whom it applies; everybody unless told. In doubt it applies.",
        absent=None,
    ),
    Field("require", _Sound(), "What must hold."),
    Field("when_unknown", word_of(OnUnknown), "`hold` or `refer`; there is nothing weaker."),
)
"""One condition."""

CONDITIONS = ListOf(CONDITION)

OF_FLOOR = "floor-"
"""How the names of the floor's conditions begin; no agreement may take one."""


def read_conditions(node: Node, context: Context) -> tuple[Condition, ...] | None:
    """Read the conditions; none may take the name of another or of one of the floor."""
    read = CONDITIONS.read(node, context)
    if read is None or not isinstance(node, Sequence):
        return None
    seen: set[str] = set()
    for condition, item in zip(read, node.items, strict=True):
        where = item.entry("id") if isinstance(item, Mapping) else None
        at = item if where is None else where.value
        if condition.id in seen:
            context.refuse(at, Message.of("agreement.condition-twice", id=condition.id))
        if condition.id.startswith(OF_FLOOR):
            context.refuse(at, Message.of("agreement.condition-of-floor", id=condition.id))
        seen.add(condition.id)
    return read


def conditions_schema(definitions: Definitions) -> JsonSchema:
    """What an editor should know of the section."""
    return CONDITIONS.schema(definitions)
