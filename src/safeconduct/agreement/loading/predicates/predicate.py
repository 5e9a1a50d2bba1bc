"""A predicate: a mapping with one key, the operator."""

from __future__ import annotations

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.findings import listing, nearest, quote
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.predicates.operators import Operator, operators
from safeconduct.agreement.loading.predicates.texts import LIST
from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.tree import Entry, Mapping, Node
from safeconduct.agreement.vocabulary import All, AnyOf, AttestedOutside, Not
from safeconduct.agreement.vocabulary.soundness import unsound
from safeconduct.basics import Message
from safeconduct.facts import GROUNDS

_NAME = "predicate"


class PredicateReader:
    """Reads any operator; what stands inside is read by the same reader."""

    def __init__(self) -> None:
        self._records: dict[str, Operator] = operators(self)
        self._several = ListOf[Predicate](self, at_least=1)

    @property
    def words(self) -> tuple[str, ...]:
        """The operators."""
        return (*self._records, "all", "any", "not", "attested_outside")

    @property
    def example(self) -> str:
        """A predicate that can be copied."""
        return "{is: {fact: places.independent_access, value: yes}}"

    def read(self, node: Node, context: Context) -> Predicate | None:
        """Read the one operator of the mapping."""
        if not isinstance(node, Mapping):
            context.refuse(node, Message.of("agreement.not-a-mapping", example=self.example))
            return None
        if len(node.entries) != 1:
            message = Message.of("agreement.condition-one-operator", allowed=listing(self.words))
            context.refuse(node, message)
            return None
        made = self._read_operator(node.entries[0], context)
        if made is not None:
            context.draft.note(made, node)
        return made

    def _read_operator(self, entry: Entry, context: Context) -> Predicate | None:
        word = entry.key.text
        if word in self._records:
            return self._records[word].read(entry.value, context)
        if word == "not":
            part = self.read(entry.value, context)
            return None if part is None else Not(part)
        if word in {"all", "any"}:
            parts = self._several.read(entry.value, context)
            if parts is None:
                return None
            return All(parts) if word == "all" else AnyOf(parts)
        if word == "attested_outside":
            return _attested_outside(entry.value, context)
        near = nearest(word, self.words)
        code = (
            "agreement.condition-no-such-operator-near"
            if near
            else "agreement.condition-no-such-operator"
        )
        parameters = {"word": quote(word), "near": near, "allowed": listing(self.words)}
        context.refuse(entry.key, Message(code, parameters))
        return None

    def schema(self, definitions: Definitions) -> JsonSchema:
        """One of the operators, named once."""
        if _NAME not in definitions:
            definitions[_NAME] = {}
            inner: JsonSchema = {"$ref": f"#/$defs/{_NAME}"}
            properties: JsonSchema = {
                word: operator.schema(definitions) for word, operator in self._records.items()
            }
            several: JsonSchema = {"type": "array", "minItems": 1, "items": inner}
            properties |= {"all": several, "any": several, "not": inner}
            properties["attested_outside"] = {"enum": list(GROUNDS)}
            definitions[_NAME] = {
                "type": "object",
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
                "properties": properties,
            }
        return {"$ref": f"#/$defs/{_NAME}"}


def _attested_outside(node: Node, context: Context) -> Predicate | None:
    if (named := getattr(node, "text", "")) in {"persons", "places"}:
        return AttestedOutside(named)
    table = LIST.read(node, context)
    return None if table is None else AttestedOutside(table.name)


PREDICATE = PredicateReader()
"""The vocabulary."""


def read_predicate(
    node: Node, context: Context, *, decides_by_absence: bool = False
) -> Predicate | None:
    """Read a predicate and refuse what could not mean what it says.

    Args:
        node: the mapping.
        context: where errors are noted.
        decides_by_absence: whether a false answer lets somebody through.
    """
    tree = PREDICATE.read(node, context)
    if tree is None:
        return None
    faults = list(unsound(tree, decides_by_absence=decides_by_absence))
    for part, message in faults:
        context.refuse(context.draft.where(part).node, message)
    return None if faults else tree
