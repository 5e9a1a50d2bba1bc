"""What each price shape owes, and the terms that stand beside its price."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from safeconduct.agreement.sentences.sentence import Sentence, Voice
from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    Grant,
    GuaranteedMinimum,
    Item,
    PerAct,
    PerDiem,
    PerPlace,
    Prepaid,
)
from safeconduct.basics import Message
from safeconduct.basics.finding import Parameter

Parameters: TypeAlias = dict[str, Parameter]


def price(item: Item, amount: str) -> Message:
    """The price of an item: an amount, as it is said, and what it is for."""
    match item:
        case FixedPerYear(covers_places=places):
            return _fixed("year", amount, places)
        case FixedPerMonth(covers_places=places):
            return _fixed("month", amount, places)
        case BlockStep(block=block, above=above, up_to=up_to):
            step: Parameters = {"block": block, "above": above, "up_to": up_to}
            return Message("agreement.says-price-block", {"amount": amount, **step})
        case PerPlace(per=per, above=above, cap=cap):
            return _band(f"place-{per.value}", amount, above, cap)
        case PerDiem(above=above, up_to=up_to):
            return _band("bed-day", amount, above, up_to)
        case GuaranteedMinimum(measured=measured):
            return Message(f"agreement.says-price-minimum-{measured.value}", {"amount": amount})
        case _:
            return _once(item, amount)


def _once(item: Item, amount: str) -> Message:
    match item:
        case PerAct(at_cost=True):
            return Message.of("agreement.says-price-at-cost")
        case PerAct(unit=unit):
            return Message.of("agreement.says-price-act", amount=amount, unit=unit)
        case Prepaid(due_on=due_on):
            return Message.of("agreement.says-price-prepaid", amount=amount, due_on=due_on)
        case Grant(granted_on=granted_on):
            return Message.of("agreement.says-price-grant", amount=amount, granted_on=granted_on)
        case _:
            raise TypeError(f"{type(item).__name__} is no price shape")


def _fixed(time: str, amount: str, places: int | None) -> Message:
    if places is None:
        return Message(f"agreement.says-price-{time}", {"amount": amount})
    return Message(f"agreement.says-price-{time}-covering", {"amount": amount, "places": places})


def _band(what: str, amount: str, above: int, last: int | None) -> Message:
    if last is None and above == 0:
        return Message(f"agreement.says-price-{what}", {"amount": amount})
    if last is None:
        return Message(f"agreement.says-price-{what}-above", {"amount": amount, "above": above})
    edges: Parameters = {"first": above + 1, "last": last}
    return Message(f"agreement.says-price-{what}-band", {"amount": amount, **edges})


def side_terms(item: Item, voice: Voice) -> Iterator[Sentence]:
    """What else the clauses say of an item: parts, guarantees, conditions, refunds."""
    label = voice.words(item.label)

    def said(message: Message, days: str = "") -> str:
        owed = voice.say(message)
        return voice.say(Message.of("agreement.says-item", label=label, owed=owed, days=days))

    match item:
        case FixedPerYear(part_year=by, part_year_citation=citation):
            message = Message(f"agreement.says-part-year-{by.value}")
            yield Sentence("tariff", said(message), citation)
        case FixedPerMonth(part_month_citation=citation):
            yield Sentence("tariff", said(Message.of("agreement.says-part-month")), citation)
        case BlockStep(part_block=owed, part_block_citation=citation):
            message = Message(f"agreement.says-part-block-{owed.value}")
            yield Sentence("tariff", said(message), citation)
        case GuaranteedMinimum(places=places):
            yield from voice.dated(
                "tariff",
                places,
                lambda n, days: said(Message.of("agreement.says-guaranteed", places=n), days),
            )
        case Grant():
            yield from _grant(item, voice)
        case _:
            pass


def _grant(grant: Grant, voice: Voice) -> Iterator[Sentence]:
    for condition in grant.conditions:
        yield Sentence("tariff", voice.words(condition.text), condition.citation)
    if grant.refund_citation is not None:
        refunded = voice.say(Message.of("agreement.says-refund"))
        yield Sentence("tariff", refunded, grant.refund_citation)
