"""The section ``conditions``."""

from __future__ import annotations

from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.tree import Node, Sequence
from safeconduct.basics import Message


def read_conditions(node: Node, context: Context) -> tuple[Condition, ...] | None:
    """Read the conditions; only an empty list can be read."""
    if isinstance(node, Sequence) and not node.items:
        return ()
    context.refuse(node, Message.of("agreement.conditions-not-readable"))
    return None


def conditions_schema(definitions: Definitions) -> JsonSchema:  # noqa: ARG001 - see ``Reader``
    """What an editor should know of the section."""
    return {"type": "array", "maxItems": 0}
