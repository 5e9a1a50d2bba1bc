"""Mappings with declared keys: one declaration reads them and describes them to editors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Parts
from safeconduct.agreement.loading.findings import listing, nearest, quote
from safeconduct.agreement.loading.reader import Definitions, JsonSchema, Reader
from safeconduct.agreement.loading.texts import not_one_of
from safeconduct.agreement.loading.tree import Entry, Mapping, Node, Scalar
from safeconduct.basics import Message

T = TypeVar("T")


class _Required:
    """Marks a key that must stand: a class of its own, since a key can be absent as None."""


REQUIRED = _Required()


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    Attributes:
        key: as written in the file.
        reader: what its value may be.
        meaning: what it says, in English; editors and the reference show it.
        absent: the value where the key does not stand.
        into: the parameter of the record's ``build`` that takes the value; the key unless told.
        opens: what the following fields may rely on once this one is read.
    """

    key: str
    reader: Reader[Any]
    meaning: str
    absent: object = REQUIRED
    into: str = ""
    opens: Callable[[Context, Any], Context] | None = None

    @property
    def required(self) -> bool:
        """Whether the record cannot be read without the key."""
        return self.absent is REQUIRED

    @property
    def parameter(self) -> str:
        """The parameter of ``build``."""
        return self.into or self.key


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that stand flat in a record and make one value of it, such as a citation.

    Attributes:
        fields: the keys.
        read: makes the value from the record's mapping; None with a reason noted.
        parameter: the parameter of the record's ``build`` that takes the value.
        opens: what the following fields may rely on.
    """

    fields: tuple[Field, ...]
    read: Callable[[Mapping, Context], object | None]
    parameter: str
    opens: Callable[[Context, Any], Context] | None = None


class Record(Generic[T]):
    """A mapping with declared keys, each once, in any order.

    Attributes:
        name: the record's name in the JSON Schema and the reference.
        build: makes the value from the fields' values, passed by keyword.
        parts: the fields and groups, in the order in which they are read.
        shape: where one of several records is picked by the key ``shape``, this one's word.
    """

    def __init__(
        self, name: str, build: Callable[..., T], *parts: Field | Group, shape: str = ""
    ) -> None:
        self.name = name
        self.build = build
        self.parts = parts
        self.shape = shape

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every declared key."""
        return tuple(
            field
            for part in self.parts
            for field in (part.fields if isinstance(part, Group) else (part,))
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that may stand."""
        return (*(("shape",) if self.shape else ()), *(field.key for field in self.fields))

    @property
    def example(self) -> str:
        """The required keys with an example each, on one line."""
        shown = (f"{f.key}: {f.reader.example}" for f in self.fields if f.required)
        return "{" + ", ".join(shown) + "}"

    def read(self, node: Node, context: Context) -> T | None:
        """Read the mapping; every key is looked at, whatever else is wrong."""
        if not isinstance(node, Mapping):
            context.refuse(node, Message.of("agreement.not-a-mapping", example=self.example))
            return None
        self._refuse_unknown_keys(node, context)
        values: dict[str, object] = {}
        for part in self.parts:
            value, is_read = _read_part(part, node, context)
            if is_read:
                values[part.parameter] = value
                context = part.opens(context, value) if part.opens else context
        context.draft.note(Parts(self.name, values), node)
        if len(values) < len(self.parts):
            return None
        made = self.build(**values)
        context.draft.note(made, node)
        return made

    def _refuse_unknown_keys(self, node: Mapping, context: Context) -> None:
        for entry in node.entries:
            key = entry.key.text
            if key in self.keys or context.draft.is_full:
                continue
            near, allowed = nearest(key, self.keys), listing(self.keys)
            code = "agreement.unknown-key-near" if near else "agreement.unknown-key"
            context.refuse(
                entry.key, Message(code, {"key": quote(key), "allowed": allowed, "near": near})
            )

    def schema(self, definitions: Definitions) -> JsonSchema:
        """A reference to the record's definition, which is added where it is missing."""
        if self.name not in definitions:
            definitions[self.name] = {}
            properties: JsonSchema = {"shape": {"const": self.shape}} if self.shape else {}
            required = ["shape"] if self.shape else []
            for field in self.fields:
                properties[field.key] = {
                    "description": field.meaning,
                    **field.reader.schema(definitions),
                }
                required += [field.key] if field.required else []
            definitions[self.name] = {
                "type": "object",
                "additionalProperties": False,
                "properties": properties,
                "required": required,
            }
        return {"$ref": f"#/$defs/{self.name}"}


def _read_part(part: Field | Group, node: Mapping, context: Context) -> tuple[object, bool]:
    """The part's value and whether it could be read."""
    if isinstance(part, Group):
        made = part.read(node, context)
        return made, made is not None
    entry = node.entry(part.key)
    if entry is not None:
        value = part.reader.read(entry.value, context)
        return value, value is not None
    if part.required:
        refuse_missing(part, node, context)
        return None, False
    return part.absent, True


def refuse_missing(field: Field, node: Mapping, context: Context) -> None:
    """Note that a key is missing, at the mapping that lacks it."""
    example = f"{field.key}: {field.reader.example}"
    context.refuse(node, Message.of("agreement.missing-key", key=field.key, example=example))


class Choice(Generic[T]):
    """One of several records, picked by the word behind ``shape``."""

    def __init__(self, name: str, *records: Record[Any]) -> None:
        self.name = name
        self.records = {record.shape: record for record in records}

    @property
    def example(self) -> str:
        """The key that picks, with its first word."""
        return "{" + f"shape: {next(iter(self.records))}, …" + "}"

    def read(self, node: Node, context: Context) -> T | None:
        """Read the record that the shape names."""
        if not isinstance(node, Mapping):
            context.refuse(node, Message.of("agreement.not-a-mapping", example=self.example))
            return None
        record = self._picked(node.entry("shape"), node, context)
        return None if record is None else record.read(node, context)

    def _picked(self, entry: Entry | None, node: Mapping, context: Context) -> Record[T] | None:
        words = list(self.records)
        if entry is None:
            example = f"shape: {listing(words)}"
            context.refuse(node, Message.of("agreement.missing-key", key="shape", example=example))
            return None
        word = entry.value.text if isinstance(entry.value, Scalar) else ""
        if word not in self.records:
            context.refuse(entry.value, not_one_of(word, words))
            return None
        return self.records[word]

    def schema(self, definitions: Definitions) -> JsonSchema:
        """Exactly one of the records."""
        return {"oneOf": [record.schema(definitions) for record in self.records.values()]}
