"""Literals: a text becomes a value of the type of the fact that it is compared with."""

from __future__ import annotations

from safeconduct.agreement.loading.findings import quote
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.agreement.loading.texts import (
    DAY,
    JURISDICTION,
    WHOLE_NUMBER,
    not_one_of,
)
from safeconduct.agreement.loading.tree import Scalar
from safeconduct.agreement.vocabulary import FactRef, Value
from safeconduct.basics import Jurisdiction, Message
from safeconduct.facts import FactType

_YES = {"yes": True, "true": True, "no": False, "false": False}

AS_WRITTEN: TextOf[str] = TextOf(
    lambda text: text, {"type": ["string", "number", "boolean"]}, "yes"
)
"""A literal before its type is known."""


def literal_for(fact: FactRef, text: str) -> Value | Message:
    """The value that the text means for this fact, or the sentence that says why it means none."""
    match fact.type:
        case FactType.BOOLEAN:
            return _YES.get(text, Message.of("agreement.condition-not-yes-or-no", text=quote(text)))
        case FactType.CODE | FactType.CODES:
            return _code(fact, text)
        case FactType.JURISDICTION:
            read = JURISDICTION.parse(text)
            return read.code if isinstance(read, Jurisdiction) else read
        case FactType.INTEGER:
            return WHOLE_NUMBER.parse(text)
        case FactType.DATE:
            return DAY.parse(text)
        case FactType.REFERENCE:
            return text
        case _:
            return Message.of("agreement.condition-no-literal", fact=str(fact), type=fact.type)


def _code(fact: FactRef, text: str) -> str | Message:
    codes = list(fact.declared.codes)
    return text if not codes or text in codes else not_one_of(text, codes)


def written(node: object) -> str:
    """The text of a scalar; empty for anything else."""
    return node.text if isinstance(node, Scalar) else ""
