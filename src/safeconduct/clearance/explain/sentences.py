"""A predicate as a plain sentence, in English or Spanish, made from its tree."""

from __future__ import annotations

from functools import singledispatch

from safeconduct.agreement import Predicate
from safeconduct.agreement.vocabulary import (
    After,
    AgeOf,
    All,
    AnyOf,
    AtLeast,
    AtMost,
    AttestedOutside,
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
    Not,
    NoticeBefore,
    Unless,
)
from safeconduct.basics import Lang, text
from safeconduct.clearance.explain.words import (
    fact_name,
    moment_name,
    span_name,
    table_name,
    value_of,
)
from safeconduct.facts.describe import code_label


@singledispatch
def sentence_of(node: Predicate, lang: Lang) -> str:  # noqa: ARG001 - a registered one uses it
    """The predicate in words, without a capital and without a full stop."""
    raise TypeError(type(node).__name__)


def _say(code: str, lang: Lang, **parts: object) -> str:
    return text(code, lang).format(**parts)


@sentence_of.register
def _is(node: Is, lang: Lang) -> str:
    fact = fact_name(node.fact, lang)
    if isinstance(node.value, FactRef):
        return _say("clearance.says-same", lang, fact=fact, other=fact_name(node.value, lang))
    return _say("clearance.says-is", lang, fact=fact, value=value_of(node.fact, node.value, lang))


@sentence_of.register
def _in(node: In, lang: Lang) -> str:
    values = ", ".join(value_of(node.fact, value, lang) for value in node.values)
    return _say("clearance.says-in", lang, fact=fact_name(node.fact, lang), values=values)


@sentence_of.register
def _includes(node: Includes, lang: Lang) -> str:
    value = (
        _say("clearance.quoted", lang, name=fact_name(node.value, lang))
        if isinstance(node.value, FactRef)
        else value_of(node.fact, node.value, lang)
    )
    return _say("clearance.says-includes", lang, fact=fact_name(node.fact, lang), value=value)


@sentence_of.register
def _at_least(node: AtLeast, lang: Lang) -> str:
    fact, amount = fact_name(node.fact, lang), value_of(node.fact, node.amount, lang)
    return _say("clearance.says-at-least", lang, fact=fact, amount=amount)


@sentence_of.register
def _at_most(node: AtMost, lang: Lang) -> str:
    fact, amount = fact_name(node.fact, lang), value_of(node.fact, node.amount, lang)
    return _say("clearance.says-at-most", lang, fact=fact, amount=amount)


def _in_order(earlier: Moment, later: Moment, *, same: bool, lang: Lang) -> str:
    one, other = moment_name(earlier, lang), moment_name(later, lang)
    if same:
        return _say("clearance.says-not-after", lang, one=one, other=other)
    return _say("clearance.says-before", lang, one=one, other=other)


@sentence_of.register
def _before(node: Before, lang: Lang) -> str:
    return _in_order(node.earlier, node.later, same=node.same_counts, lang=lang)


@sentence_of.register
def _after(node: After, lang: Lang) -> str:
    return _in_order(node.earlier, node.later, same=node.same_counts, lang=lang)


@sentence_of.register
def _age_of(node: AgeOf, lang: Lang) -> str:
    one, other = moment_name(node.since, lang), moment_name(node.at, lang)
    parts = []
    if node.at_least is not None:
        least = span_name(node.at_least, lang)
        parts.append(_say("clearance.says-passed-least", lang, one=one, other=other, span=least))
    if node.at_most is not None:
        most = span_name(node.at_most, lang)
        parts.append(_say("clearance.says-passed-most", lang, one=one, other=other, span=most))
    return _joined(parts, lang)


@sentence_of.register
def _left_until(node: LeftUntil, lang: Lang) -> str:
    return _say(
        "clearance.says-left",
        lang,
        one=moment_name(node.counted_from, lang),
        other=moment_name(node.end, lang),
        span=span_name(node.at_least, lang),
    )


@sentence_of.register
def _notice(node: NoticeBefore, lang: Lang) -> str:
    unit = text(f"clearance.notice-{node.unit}", lang).format(count=node.at_least)
    return _say(
        "clearance.says-notice",
        lang,
        one=moment_name(node.first, lang),
        other=moment_name(node.event, lang),
        span=unit,
    )


def _closed(said: str, closed_by: ClosedBy, lang: Lang) -> str:
    searched = _say(
        "clearance.says-searched",
        lang,
        register=code_label(closed_by.register, lang),
        span=span_name(closed_by.within, lang),
    )
    return f"{said}{text('clearance.says-and-searched', lang)}{searched}"


@sentence_of.register
def _exists(node: Exists, lang: Lang) -> str:
    # A condition that asks only for the row says the same of which rows it speaks.
    parts = [node.that] if node.of is None or node.of == node.that else [node.of, node.that]
    that = _joined([sentence_of(part, lang) for part in parts], lang)
    return _say("clearance.says-exists", lang, table=table_name(node.table, lang), that=that)


@sentence_of.register
def _every(node: Every, lang: Lang) -> str:
    that, table = sentence_of(node.that, lang), table_name(node.table, lang)
    said = _say("clearance.says-every", lang, table=table, that=that)
    return _closed(said, node.closed_by, lang)


@sentence_of.register
def _none_open(node: NoneOpen, lang: Lang) -> str:
    where, table = sentence_of(node.where, lang), table_name(node.table, lang)
    said = _say("clearance.says-none", lang, table=table, that=where)
    return _closed(said, node.closed_by, lang)


@sentence_of.register
def _no_order(node: NoOrderStands, lang: Lang) -> str:
    kinds = ", ".join(code_label(kind, lang) for kind in node.kinds)
    said = _say("clearance.says-no-order", lang, kinds=kinds)
    return _closed(said, node.closed_by, lang)


def _joined(parts: list[str], lang: Lang) -> str:
    return text("clearance.says-and", lang).join(parts)


@sentence_of.register
def _all(node: All, lang: Lang) -> str:
    return _joined([sentence_of(part, lang) for part in node.parts], lang)


@sentence_of.register
def _any(node: AnyOf, lang: Lang) -> str:
    parts = [f"({sentence_of(part, lang)})" for part in node.parts]
    return text("clearance.says-or", lang).join(parts)


@sentence_of.register
def _not(node: Not, lang: Lang) -> str:
    return _say("clearance.says-not", lang, that=sentence_of(node.part, lang))


@sentence_of.register
def _unless(node: Unless, lang: Lang) -> str:
    return _say(
        "clearance.says-unless",
        lang,
        rule=sentence_of(node.rule, lang),
        exception=sentence_of(node.exception, lang),
        clause=node.citation.clause,
    )


@sentence_of.register
def _attested(node: AttestedOutside, lang: Lang) -> str:  # noqa: ARG001 - see ``sentence_of``
    return text("clearance.says-attested", lang)
