"""What a declaration of the format is made of: it reads, it describes itself, it has an example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.tree import Node, Scalar
from safeconduct.basics import Message

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

JsonSchema: TypeAlias = dict[str, object]
Definitions: TypeAlias = dict[str, JsonSchema]
"""The named parts of the JSON Schema, filled while the parts describe themselves."""


class Reader(Protocol[T_co]):
    """Reads one part of the file."""

    @property
    def example(self) -> str:
        """A right text for this part, as it would stand behind its key."""

    def read(self, node: Node, context: Context) -> T_co | None:
        """The value; or None, with the reason noted on the context's draft."""

    def schema(self, definitions: Definitions) -> JsonSchema:
        """What an editor should know of this part."""


@dataclass(frozen=True, slots=True)
class TextOf(Generic[T]):
    """A text that means a value.

    Attributes:
        parse: turns the text into the value, or into the sentence that says why not.
        form: the JSON Schema of the text.
        example: a right text.
    """

    parse: Callable[[str], T | Message]
    form: JsonSchema
    example: str

    def read(self, node: Node, context: Context) -> T | None:
        """Read a scalar; lists and mappings are refused."""
        if not isinstance(node, Scalar):
            context.refuse(node, Message.of("agreement.not-a-text", example=self.example))
            return None
        value = self.parse(node.text)
        if isinstance(value, Message):
            context.refuse(node, value)
            return None
        return value

    def schema(self, definitions: Definitions) -> JsonSchema:  # noqa: ARG002 - texts are not named
        """The form of the text."""
        return dict(self.form)
