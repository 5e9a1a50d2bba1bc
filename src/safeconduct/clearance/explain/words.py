"""Facts, values, tables and registers by the names that people know them by."""

from __future__ import annotations

from datetime import date, datetime

from safeconduct.agreement.vocabulary import Clock, FactRef, Moment, Span, SpanUnit, Value
from safeconduct.basics import Lang, text
from safeconduct.clearance.rows import Cell
from safeconduct.facts import TABLES, column_label, table_label
from safeconduct.facts.describe import code_in, code_label
from safeconduct.facts.kinds import Unit


def fact_name(fact: FactRef, lang: Lang) -> str:
    """The fact's label."""
    return column_label(fact.ground, fact.declared, lang)


def named(name: str, lang: Lang) -> str:
    """The label of a fact that is written ``table.column``."""
    table, _, column = name.partition(".")
    declared = TABLES[table].column(column)
    return name if declared is None else column_label(TABLES[table], declared, lang)


def table_name(table: str, lang: Lang) -> str:
    """The table's heading."""
    return table_label(TABLES[table], lang)


def moment_name(moment: Moment, lang: Lang) -> str:
    """A fact's label, or the moment of the question."""
    if isinstance(moment, FactRef):
        return text("clearance.quoted", lang).format(name=fact_name(moment, lang))
    code = "clearance.now" if moment is Clock.NOW else "clearance.today"
    return text(code, lang)


def value_of(fact: FactRef, value: Value | Cell, lang: Lang) -> str:
    """A value of the fact as a person writes it: a number with its unit, a code by its meaning."""
    if isinstance(value, str):
        return code_in(fact.declared, value, lang)
    if isinstance(value, int) and fact.declared.unit is Unit.MONTHS:
        return span_name(Span(value, SpanUnit.MONTHS), lang)
    return value_name(value, lang)


def value_name(value: Value | Cell, lang: Lang) -> str:
    """A value as a person writes it; yes and no in the language, codes by their label."""
    if value is None:
        return text("clearance.nobody-recorded", lang)
    if isinstance(value, bool):
        return code_label("yes" if value else "no", lang)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M UTC")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    return code_label(value, lang) if isinstance(value, str) else str(value)


def span_name(span: Span, lang: Lang) -> str:
    """A length of time."""
    return text(f"clearance.span-{span.unit}", lang).format(count=span.count)
