"""Every figure of an agreement: prices, counts, days and deadlines, as a table can list them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from safeconduct.agreement import (
    Agreement,
    BlockStep,
    Citation,
    Condition,
    Dated,
    Deadline,
    Duty,
    FixedPerMonth,
    FixedPerYear,
    Grant,
    GuaranteedMinimum,
    Indexation,
    PerAct,
    PerDiem,
    PerPlace,
    Prepaid,
    Tariff,
    TariffItem,
)
from safeconduct.agreement.vocabulary.comparisons import AtLeast
from safeconduct.agreement.vocabulary.times import AgeOf, LeftUntil
from safeconduct.agreement.vocabulary.walk import every_node


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        term: what it is a figure of, e.g. ``price of up-to-500``.
        day: the days on which it holds, ``FIRST..LAST``; empty for all.
        value: the figure.
        clause: where it stands; empty where the format cites no clause for it.
        known: its grade; empty like the clause.
    """

    term: str
    day: str
    value: str
    clause: str = ""
    known: str = ""


def figures(agreement: Agreement) -> Iterator[Figure]:
    """The figures, section by section."""
    yield from _days(agreement)
    for place in agreement.places:
        yield from _dated(f"capacity of {place.id}", place.capacity)
    if agreement.day_count is not None:
        rule, nights = agreement.day_count, agreement.day_count.absence_nights
        yield _cited("day rule", rule.rule.value, rule.citation)
        counted = "all" if nights is None else str(nights)
        yield _cited("nights of an absence", counted, rule.absence_citation)
    if agreement.tariff is not None:
        yield from _tariff(agreement.tariff)
    for condition in agreement.conditions:
        yield from _least(condition)
    for duty in agreement.duties:
        yield from _deadline(duty)


def _days(agreement: Agreement) -> Iterator[Figure]:
    yield Figure("signed", "", _day(agreement.signed_on))
    term = agreement.term
    last = None if term.end is None else term.end - timedelta(days=1)
    yield _cited("first day of the term", _day(term.start), term.citation)
    yield _cited("last day of the term", _day(last), term.citation)
    for source in agreement.sources:
        if source.dated is not None:
            yield Figure(f"date of {source.id}", "", _day(source.dated))
    for amendment in agreement.amendments:
        yield Figure(f"amendment {amendment.id} signed", "", _day(amendment.signed_on))
        yield Figure(f"amendment {amendment.id} effective", "", _day(amendment.takes_effect))


def _tariff(tariff: Tariff) -> Iterator[Figure]:
    money = f"{tariff.currency.code}, {tariff.currency.scale} decimals"
    yield _cited("currency", money, tariff.currency_citation)
    rounding = f"each {tariff.rounding.place}, {tariff.rounding.mode}"
    yield _cited("rounding", rounding, tariff.rounding.citation)
    for indexation in tariff.indexations:
        yield from _indexation(indexation)
    for item in tariff.items:
        yield from _dated(f"price of {item.id}", item.rates)
        yield from _shape(item)


def _indexation(index: Indexation) -> Iterator[Figure]:
    over = "" if index.years is None else f", {index.years} years"
    yield _cited(f"level of {index.id}", str(index.base_year), index.citation)
    yield _cited(f"first adjustment of {index.id}", _day(index.first_on), index.citation)
    yield _cited(f"method of {index.id}", f"{index.method}{over}", index.citation)
    scale = "not rounded" if index.factor_scale is None else f"{index.factor_scale} decimals"
    yield _cited(f"factor of {index.id}", scale, index.factor_citation)


def _shape(item: TariffItem) -> Iterator[Figure]:
    match item:
        case FixedPerYear():
            year = f"{item.covers_places}, a year from {item.year_begins}"
            yield _cited(f"places of {item.id}", year, item.citation)
            yield _cited(f"part of a year of {item.id}", item.part_year, item.part_year_citation)
        case FixedPerMonth():
            yield _cited(f"places of {item.id}", f"{item.covers_places}, a month", item.citation)
        case BlockStep():
            span = f"blocks of {item.block} above {item.above} up to {item.up_to}, a month"
            yield _cited(f"places of {item.id}", span, item.citation)
            yield _cited(f"part of a block of {item.id}", item.part_block, item.part_block_citation)
        case PerPlace():
            span = f"above {item.above} up to {item.cap}, a {item.per}"
            yield _cited(f"places of {item.id}", span, item.citation)
        case GuaranteedMinimum():
            yield from _dated(f"guaranteed places of {item.id}", item.places)
        case PerAct():
            per = "at cost" if item.at_cost else f"per {item.unit}"
            yield _cited(f"unit of {item.id}", per, item.citation)
        case Grant():
            yield from _grant(item)
        case PerDiem() | Prepaid():
            pass


def _grant(item: Grant) -> Iterator[Figure]:
    yield _cited(f"day of {item.id}", _day(item.granted_on), item.citation)
    yield _cited(f"persons of {item.id}", str(item.persons), item.citation)
    each = str(item.per_person_year)
    yield _cited(f"amount per person and year of {item.id}", each, item.citation)


def _least(condition: Condition) -> Iterator[Figure]:
    for node in every_node(condition.require):
        match node:
            case AtLeast(_, amount):
                yield _cited(f"least of {condition.id}", str(amount), condition.citation)
            case AgeOf(at_least=span) | LeftUntil(at_least=span) if span is not None:
                yield _cited(f"least of {condition.id}", str(span), condition.citation)


def _deadline(duty: Duty) -> Iterator[Figure]:
    if duty.every:
        yield _cited(f"recurrence of {duty.id}", duty.every, duty.citation)
    if duty.deadline is not None:
        yield _cited(f"deadline of {duty.id}", _in_words(duty.deadline), duty.citation)


def _in_words(deadline: Deadline) -> str:
    if deadline.count == 0 and deadline.direction == "after":
        return "at once"
    words = f"{deadline.count} {deadline.unit} {deadline.direction}"
    if deadline.excluded_hours is not None:
        first, until = deadline.excluded_hours
        words += f", hours {first} to {until} not counted"
    return words


def _dated(term: str, values: Dated[Any]) -> Iterator[Figure]:
    for value in values.values:
        last = None if value.end is None else value.end - timedelta(days=1)
        yield _cited(term, str(value.value), value.citation, _span(value.start, last))


def _span(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    return "..".join("" if day is None else day.isoformat() for day in (first, last))


def _cited(term: str, value: str, citation: Citation, day: str = "") -> Figure:
    return Figure(term, day, value, citation.clause, citation.grade.value)


def _day(day: date | None) -> str:
    return "not known" if day is None else day.isoformat()
