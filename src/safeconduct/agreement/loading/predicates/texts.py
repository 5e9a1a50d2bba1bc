"""The texts of the vocabulary: facts, moments, spans, tables, registers."""

from __future__ import annotations

import re

from safeconduct.agreement.loading.findings import nearest, quote
from safeconduct.agreement.loading.predicates.fact_names import ground_named
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.agreement.loading.texts import not_one_of
from safeconduct.agreement.vocabulary import Clock, FactRef, Moment, Span, SpanUnit
from safeconduct.basics import Message
from safeconduct.facts import GROUNDS, GroundTable, Subject

_SPAN = re.compile(r"(0|[1-9][0-9]{0,4}) (hours|days|months|years)")
_LISTS = {name: table for name, table in GROUNDS.items() if table.subject is Subject.PERSON}
REGISTERS = tuple(register for table in _LISTS.values() for register in table.registers)


def _fact(text: str) -> FactRef | Message:
    table_name, dot, column_name = text.partition(".")
    if not dot:
        return Message.of("agreement.condition-not-a-fact", text=quote(text))
    table = ground_named(table_name)
    if isinstance(table, Message):
        return table
    column = table.column(column_name)
    if column is None:
        names = [declared.name for declared in table.all_columns]
        near = nearest(column_name, names)
        return Message.of(
            "agreement.condition-no-such-fact",
            fact=quote(text),
            near=f"{table_name}.{near or names[0]}",
        )
    return FactRef(table_name, column_name)


def _moment(text: str) -> Moment | Message:
    if text in {clock.value for clock in Clock}:
        return Clock(text)
    return _fact(text)


def _span(text: str) -> Span | Message:
    match = _SPAN.fullmatch(text)
    if match is None:
        return Message.of("agreement.condition-not-a-span", text=quote(text))
    return Span(int(match[1]), SpanUnit(match[2]))


def _list(text: str) -> GroundTable | Message:
    table = ground_named(text)
    if isinstance(table, Message) or text in _LISTS:
        return table
    return not_one_of(text, list(_LISTS))


def _register(text: str) -> str | Message:
    return text if text in REGISTERS else not_one_of(text, list(REGISTERS))


FACT = TextOf(
    _fact, {"type": "string", "pattern": "^[a-z_]+\\.[a-z_]+$"}, "sentences.length_months"
)
MOMENT = TextOf(
    _moment,
    {"type": "string", "pattern": "^(now|today|[a-z_]+\\.[a-z_]+)$"},
    "transfers.departs_at_day",
)
SPAN = TextOf(_span, {"type": "string", "pattern": f"^({_SPAN.pattern})$"}, "30 days")
LIST = TextOf(_list, {"enum": list(_LISTS)}, "notices")
REGISTER = TextOf(_register, {"enum": list(REGISTERS)}, "court-orders")
