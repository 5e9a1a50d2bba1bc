"""Lists of one kind of thing, and mappings whose keys are the file's own."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from types import MappingProxyType
from typing import Generic, TypeVar

from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.reader import Definitions, JsonSchema, Reader
from safeconduct.agreement.loading.tree import Mapping, Node, Sequence
from safeconduct.basics import Message

MOST_ITEMS = 1000
"""No list of an agreement is near as long; what compares every two items stays quick."""

K = TypeVar("K")
T = TypeVar("T")


class ListOf(Generic[T]):
    """A list of one kind of thing.

    Attributes:
        item: reads an item.
        at_least: how many items the list must have.
    """

    def __init__(self, item: Reader[T], at_least: int = 0) -> None:
        self.item = item
        self.at_least = at_least

    @property
    def example(self) -> str:
        """A list of one item."""
        return f"[{self.item.example}]" if self.at_least else "[]"

    def read(self, node: Node, context: Context) -> tuple[T, ...] | None:
        """Read every item, also behind one that cannot be read."""
        if not isinstance(node, Sequence):
            example = f"[{self.item.example}]"
            context.refuse(node, Message.of("agreement.not-a-list", example=example))
            return None
        if len(node.items) < self.at_least:
            context.refuse(node, Message.of("agreement.empty-list", example=self.example))
            return None
        if len(node.items) > MOST_ITEMS:
            context.refuse(node, Message.of("agreement.list-too-long", limit=MOST_ITEMS))
            return None
        read: list[T] = []
        for item in node.items:
            value = None if context.draft.is_full else self.item.read(item, context)
            read += [] if value is None else [value]
        return tuple(read) if len(read) == len(node.items) else None

    def schema(self, definitions: Definitions) -> JsonSchema:
        """An array of the item."""
        least: JsonSchema = {"minItems": self.at_least} if self.at_least else {}
        return {"type": "array", "items": self.item.schema(definitions), **least}


class IndexOf(Generic[K, T]):
    """A mapping from names that the file chooses, such as a clause index.

    Attributes:
        key: reads a name.
        value: reads what stands behind it.
    """

    def __init__(self, key: Reader[K], value: Reader[T]) -> None:
        self.key = key
        self.value = value

    @property
    def example(self) -> str:
        """An index of one entry."""
        return "{" + f"{self.key.example}: {self.value.example}" + "}"

    def read(self, node: Node, context: Context) -> Lookup[K, T] | None:
        """Read every entry; an index without entries is refused."""
        if not isinstance(node, Mapping):
            context.refuse(node, Message.of("agreement.not-a-mapping", example=self.example))
            return None
        if not node.entries:
            context.refuse(node, Message.of("agreement.empty-index", example=self.example))
            return None
        read: dict[K, T] = {}
        for entry in node.entries:
            key = self.key.read(entry.key, context)
            value = self.value.read(entry.value, context)
            if key in read:
                message = Message.of("agreement.same-entry", key=str(key))
                context.refuse(entry.key, message)
            elif key is not None and value is not None:
                read[key] = value
        return MappingProxyType(read) if len(read) == len(node.entries) else None

    def schema(self, definitions: Definitions) -> JsonSchema:
        """An object with free keys."""
        return {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": self.value.schema(definitions),
        }
