"""One declaration for each operator: its keys, and what must fit together among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.findings import listing
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.predicates.literals import AS_WRITTEN, literal_for
from safeconduct.agreement.loading.predicates.texts import FACT, LIST, MOMENT, REGISTER, SPAN
from safeconduct.agreement.loading.reader import Definitions, JsonSchema, Reader, TextOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import (
    DAY,
    TRUE_OR_FALSE,
    WHOLE_NUMBER,
    not_one_of,
    word_of,
)
from safeconduct.agreement.loading.tree import Mapping, Node
from safeconduct.agreement.vocabulary import (
    After,
    AgeOf,
    AtLeast,
    AtMost,
    Before,
    ClosedBy,
    Every,
    Exists,
    FactRef,
    In,
    Includes,
    Is,
    LeftUntil,
    Moment,
    NoneOpen,
    NoOrderStands,
    NoticeBefore,
    NoticeUnit,
    Span,
    SpanUnit,
    Unless,
)
from safeconduct.basics import Message
from safeconduct.facts import FactType, GroundTable
from safeconduct.facts.declared.title import STOPPING_KINDS

Problem = tuple[str, Message]
"""The key at fault, and what is wrong with its value."""

Finish = Callable[[Any], Predicate | Problem]


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator whose keys are read by a record and then fitted together.

    Attributes:
        keys: the record.
        finish: makes the node, or names the key that does not fit the others.
    """

    keys: Record[SimpleNamespace]
    finish: Finish

    @property
    def example(self) -> str:
        """The record's example."""
        return self.keys.example

    def read(self, node: Node, context: Context) -> Predicate | None:
        """Read the keys and fit them together."""
        values = self.keys.read(node, context)
        if values is None:
            return None
        made = self.finish(values)
        if isinstance(made, Predicate):
            return made
        key, message = made
        entry = node.entry(key) if isinstance(node, Mapping) else None
        context.refuse(node if entry is None else entry.value, message)
        return None

    def schema(self, definitions: Definitions) -> JsonSchema:
        """The record's schema."""
        return self.keys.schema(definitions)


def _operator(name: str, finish: Finish, *fields: Any) -> Operator:
    return Operator(Record(name, SimpleNamespace, *fields), finish)


def _is(given: SimpleNamespace) -> Predicate | Problem:
    if (given.value is None) == (given.same_as is None):
        return "fact", Message.of("agreement.condition-value-or-same-as")
    if given.same_as is not None:
        fits = _same_type(given.fact, given.same_as)
        return fits or Is(given.fact, given.same_as)
    value = literal_for(given.fact, given.value)
    return ("value", value) if isinstance(value, Message) else Is(given.fact, value)


def _same_type(fact: FactRef, other: FactRef) -> Problem | None:
    if fact.type is other.type:
        return None
    return "same_as", _type_clash(other, fact.type)


def _type_clash(moment: Moment, wanted: FactType | str) -> Message:
    return Message.of(
        "agreement.condition-type-clash", fact=str(moment), type=moment.type, wanted=str(wanted)
    )


def _in(given: SimpleNamespace) -> Predicate | Problem:
    values = [literal_for(given.fact, text) for text in given.values]
    wrong = next((value for value in values if isinstance(value, Message)), None)
    if wrong is not None:
        return "values", wrong
    return In(given.fact, tuple(value for value in values if not isinstance(value, Message)))


def _includes(given: SimpleNamespace) -> Predicate | Problem:
    if given.fact.type is not FactType.CODES:
        return "fact", _type_clash(given.fact, FactType.CODES)
    if (given.value is None) == (given.same_as is None):
        return "fact", Message.of("agreement.condition-value-or-same-as")
    if given.same_as is not None:
        if given.same_as.type is not FactType.CODE:
            return "same_as", _type_clash(given.same_as, FactType.CODE)
        return Includes(given.fact, given.same_as)
    value = literal_for(given.fact, given.value)
    return ("value", value) if isinstance(value, Message) else Includes(given.fact, str(value))


def _amount(build: type[AtLeast] | type[AtMost]) -> Finish:
    def finish(given: SimpleNamespace) -> Predicate | Problem:
        if given.fact.type is not FactType.INTEGER:
            return "fact", _type_clash(given.fact, FactType.INTEGER)
        return build(given.fact, given.amount)

    return finish


def _order_in_time(build: type[Before] | type[After]) -> Finish:
    def finish(given: SimpleNamespace) -> Predicate | Problem:
        clash = _moments_clash("fact", given.fact, "than", given.than)
        return clash or build(given.fact, given.than, given.same_counts)

    return finish


def _moments_clash(one: str, first: Moment, other: str, second: Moment) -> Problem | None:
    for key, moment in ((one, first), (other, second)):
        if moment.type not in {FactType.DATE, FactType.INSTANT}:
            return key, _type_clash(moment, "date or instant")
    if first.type is not second.type:
        return other, _type_clash(second, first.type)
    return None


def _span_clash(key: str, span: Span | None, moment: Moment) -> Problem | None:
    in_hours = span is not None and span.unit is SpanUnit.HOURS
    if span is None or in_hours == (moment.type is FactType.INSTANT):
        return None
    return key, Message.of(
        "agreement.condition-span-unit", span=str(span), fact=str(moment), type=moment.type
    )


def _age_of(given: SimpleNamespace) -> Predicate | Problem:
    if given.at_least is None and given.at_most is None:
        return "fact", Message.of("agreement.condition-no-bound")
    clash = (
        _moments_clash("fact", given.fact, "at", given.at)
        or _span_clash("at_least", given.at_least, given.fact)
        or _span_clash("at_most", given.at_most, given.fact)
    )
    return clash or AgeOf(given.fact, given.at, given.at_least, given.at_most)


def _left_until(given: SimpleNamespace) -> Predicate | Problem:
    clash = _moments_clash("fact", given.fact, "counted_from", given.counted_from) or _span_clash(
        "at_least", given.at_least, given.fact
    )
    return clash or LeftUntil(given.fact, given.counted_from, given.at_least)


def _notice_before(given: SimpleNamespace) -> Predicate | Problem:
    wanted = FactType.INSTANT if given.unit is NoticeUnit.HOURS else FactType.DATE
    for key, moment in (("fact", given.fact), ("event", given.event)):
        if moment.type is not wanted:
            return key, _type_clash(moment, wanted)
    return NoticeBefore(
        given.fact, given.event, given.at_least, given.unit,
        given.first_day_counts, given.event_day_counts, given.holidays,
    )  # fmt: skip


def _exists(given: SimpleNamespace) -> Predicate | Problem:
    return Exists(given.table.name, given.that, given.of)


def _every(given: SimpleNamespace) -> Predicate | Problem:
    closed = _closed_by(given.table, given)
    if isinstance(closed, tuple):
        return closed
    return Every(given.table.name, given.that, closed)


def _none_open(given: SimpleNamespace) -> Predicate | Problem:
    closed = _closed_by(given.table, given)
    if isinstance(closed, tuple):
        return closed
    return NoneOpen(given.table.name, given.where, closed)


def _closed_by(table: GroundTable, given: SimpleNamespace) -> ClosedBy | Problem:
    if given.register not in table.registers:
        message = Message.of(
            "agreement.condition-register-of-other-table",
            register=given.register,
            table=table.name,
            allowed=listing(table.registers) or "—",
        )
        return "register", message
    clash = _span_clash("within", given.within, _SEARCHED_AT)
    return clash or ClosedBy(given.register, given.within)


_SEARCHED_AT = FactRef("searches", "searched_at")
_ORDER_KIND = TextOf(
    lambda text: text if text in STOPPING_KINDS else not_one_of(text, list(STOPPING_KINDS)),
    {"enum": list(STOPPING_KINDS)},
    "stay",
)


def _no_order_stands(given: SimpleNamespace) -> Predicate | Problem:
    clash = _span_clash("within", given.within, _SEARCHED_AT)
    return clash or NoOrderStands(given.kinds, ClosedBy(given.register, given.within))


def _unless(given: SimpleNamespace) -> Predicate | Problem:
    return Unless(given.rule, given.exception, given.citation)


_FACT = Field("fact", FACT, "The fact, as `table.column`.")
_REGISTER = Field("register", REGISTER, "The register that must have been searched.")
_WITHIN = Field("within", SPAN, "How old the search may be, in hours.")
_VALUE = Field("value", AS_WRITTEN, "The value.", absent=None)
_SAME_AS = Field("same_as", FACT, "Another fact of the same type, instead of a value.", absent=None)
_SAME_COUNTS = Field("same_counts", TRUE_OR_FALSE, "Whether the same moment will do.")
_NO_DAYS: tuple[date, ...] = ()


def _in_table(reader: Reader[GroundTable]) -> Field:
    return Field("in", reader, "The table.", into="table")


def operators(predicate: Reader[Predicate]) -> dict[str, Operator]:
    """The operators whose value is a mapping, by the key that picks them.

    Args:
        predicate: reads the predicates inside.
    """
    return {**_comparing(), **_timing(), **_listing(predicate)}


def _comparing() -> dict[str, Operator]:
    return {
        "is": _operator("is", _is, _FACT, _VALUE, _SAME_AS),
        "in": _operator(
            "in", _in, _FACT, Field("values", ListOf(AS_WRITTEN, at_least=1), "The values.")
        ),
        "includes": _operator("includes", _includes, _FACT, _VALUE, _SAME_AS),
        "at_least": _operator(
            "at_least", _amount(AtLeast), _FACT, Field("amount", WHOLE_NUMBER, "The least.")
        ),
        "at_most": _operator(
            "at_most", _amount(AtMost), _FACT, Field("amount", WHOLE_NUMBER, "The most.")
        ),
    }


def _timing() -> dict[str, Operator]:
    moment = Field("fact", MOMENT, "The moment: a fact, `now` or `today`.")
    than = Field("than", MOMENT, "The moment that it is compared with.")
    return {
        "before": _operator("before", _order_in_time(Before), moment, than, _SAME_COUNTS),
        "after": _operator("after", _order_in_time(After), moment, than, _SAME_COUNTS),
        "age_of": _operator(
            "age_of",
            _age_of,
            moment,
            Field("at", MOMENT, "The later moment."),
            Field("at_least", SPAN, "No less than this has passed.", absent=None),
            Field("at_most", SPAN, "No more than this has passed.", absent=None),
        ),
        "left_until": _operator(
            "left_until",
            _left_until,
            Field("fact", MOMENT, "The end."),
            Field("counted_from", MOMENT, "The moment from which it is counted."),
            Field("at_least", SPAN, "How much must be left."),
        ),
        "notice_before": _operator(
            "notice_before",
            _notice_before,
            moment,
            Field("event", MOMENT, "The moment of which notice was given."),
            Field("at_least", WHOLE_NUMBER, "How many."),
            Field("unit", word_of(NoticeUnit), "Hours, calendar days or business days."),
            Field("first_day_counts", TRUE_OR_FALSE, "Whether the day of the notice counts."),
            Field("event_day_counts", TRUE_OR_FALSE, "Whether the day of the event counts."),
            Field("holidays", ListOf(DAY), "Days that are no business days.", absent=_NO_DAYS),
        ),
    }


def _listing(predicate: Reader[Predicate]) -> dict[str, Operator]:
    that = Field("that", predicate, "What a row must satisfy.")
    return {
        "exists": _operator(
            "exists",
            _exists,
            _in_table(LIST),
            Field("of", predicate, "Of which rows it speaks; of all unless told.", absent=None),
            that,
        ),
        "every": _operator("every", _every, _in_table(LIST), that, _REGISTER, _WITHIN),
        "none_open": _operator(
            "none_open",
            _none_open,
            _in_table(LIST),
            Field("where", predicate, "What no row may satisfy."),
            _REGISTER,
            _WITHIN,
        ),
        "no_order_stands": _operator(
            "no_order_stands",
            _no_order_stands,
            Field("kinds", ListOf(_ORDER_KIND, at_least=1), "The kinds of order."),
            _REGISTER,
            _WITHIN,
        ),
        "unless": _operator(
            "unless",
            _unless,
            Field("rule", predicate, "What must hold."),
            Field("exception", predicate, "What excuses from it."),
            CITED,
        ),
    }
