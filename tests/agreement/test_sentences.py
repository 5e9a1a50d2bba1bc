"""An agreement read aloud: every term, in the order of its clauses, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from safeconduct.agreement import Agreement, Citation, library, load
from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.sentences import Voice, by_clause, sentences
from safeconduct.basics import ENGLISH, Lang, languages
from tests.agreement.case import cases, sound

SPANISH = Lang("es")
EVERYTHING = next(case.text for case in cases("tariff") if case.name.startswith("every shape"))
AGREEMENTS = [*(load(name) for name in library()), sound(EVERYTHING)]


def citations(value: Any) -> Iterator[Citation]:
    """Every citation of an agreement's terms; those inside a condition's tree are its own."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations(item)
    elif is_dataclass(value) and not isinstance(value, type | Predicate):
        for field in fields(value):
            yield from citations(getattr(value, field.name))


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.id)
def test_nothing_that_cites_a_clause_is_left_unsaid(agreement: Agreement) -> None:
    said = {id(sentence.citation) for sentence in sentences(agreement, Voice(ENGLISH))}
    unsaid = [
        f"{citation.source} {citation.clause}"
        for citation in citations(agreement)
        if id(citation) not in said and not _says_the_item_alone(citation, agreement)
    ]
    assert unsaid == []


def _says_the_item_alone(citation: Citation, agreement: Agreement) -> bool:
    """An item's own citation is said by its rates, which rest on it or on their own."""
    items = agreement.tariff.items if agreement.tariff else ()
    return any(citation is item.citation for item in items)


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.id)
def test_every_sentence_stands_under_its_clause_once(agreement: Agreement) -> None:
    voice = Voice(SPANISH)
    grouped = [sentence for clause in by_clause(agreement, voice) for sentence in clause.sentences]
    assert sorted(map(str, grouped)) == sorted(map(str, sentences(agreement, voice)))


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.id)
def test_every_sentence_is_whole(agreement: Agreement, lang: Lang) -> None:
    for on in (None, date(2012, 5, 5), date(2026, 1, 1)):
        for sentence in sentences(agreement, Voice(lang, on)):
            assert sentence.says[-1] in ".!?)»"
            assert not re.search(r"agreement\.[a-z]|[{}]|None", sentence.says)


def said(sections: str, clause: str, voice: Voice) -> list[str]:
    agreement = sound(sections)
    return [
        sentence.says
        for each in by_clause(agreement, voice)
        if each.clause == clause
        for sentence in each.sentences
    ]


CAPACITY = """\
places:
  - id: southport
    name: Southport Prison
    jurisdiction: XS
    zone: Europe/Amsterdam
    capacity:
      - {value: 120, until: 2023-12-31}
      - {value: 150, from: 2025-01-01}
    independent_access: []
    clause: "3"
"""


def test_without_a_day_each_value_is_said_with_its_days() -> None:
    assert said(CAPACITY, "3", Voice(ENGLISH))[1:] == [
        "Southport Prison holds 120 persons (until 2023-12-31).",
        "Southport Prison holds 150 persons (from 2025-01-01).",
    ]


def test_on_a_day_the_value_that_applies_is_said() -> None:
    assert said(CAPACITY, "3", Voice(SPANISH, date(2023, 12, 31)))[1:] == [
        "Southport Prison tiene 120 plazas."
    ]


def test_on_a_day_of_a_gap_nothing_is_said() -> None:
    assert said(CAPACITY, "3", Voice(ENGLISH, date(2024, 6, 1)))[1:] == []


def test_every_price_shape_is_said() -> None:
    assert said(EVERYTHING, "3", Voice(ENGLISH)) == PRICES.splitlines()


PRICES = """\
Each midnight spent in custody counts one.
Every night of an absence counts.
Money is in JPY, with 0 decimal places.
Money is rounded to the nearest unit, halves to the even one, on the total.
a: 1 JPY a year, for up to 500 places, indexed by `prices`.
a: a part of a year: its days over the days of the year.
a: 1 JPY a month, for up to 242 places.
a: a part of a month: by its days.
a: 1 JPY a month for each 50 places above 500, up to 650.
a: a block is owed for the places of it that were made available.
a: 1 JPY a month for each of the places 651 to 681.
a: 1 JPY for each of the bed-days 101 to 200 of a day.
a: 1 JPY a bed-day that the register lacks to the guarantee, over the month.
a: 10 places guaranteed.
a: 1 JPY per return-trip.
a: 1 JPY, paid ahead, due on 2020-02-01.
a: 1 JPY, granted on 2020-02-01.
A report.
An unused part of the grant is refunded.
`prices`: prices of 2019 follow the series `cpi` from 2021-01-01 on, each year on that day: the \
mean of the changes, in per cent, of the 3 preceding years.
`prices`: the cumulated factor is rounded to 6 decimal places."""

DEADLINES = {
    "on_event: death": "on `death`, within no stated time",
    "every: quarter": "every quarter",
    "on_event: death, deadline: {count: 0, unit: hours}": "on `death`, at once",
    "on_event: death, deadline: {count: 6, unit: hours, excluded_hours: [0, 9]}": (
        "within 6 hours after `death`, the hours from 0 to 9 not counted"
    ),
    "on_event: release, deadline: {count: 2, unit: months, direction: before}": (
        "2 months before `release`"
    ),
    "on_event: request, deadline: {count: 3, unit: business-days}": (
        "within 3 business days after `request`, the event's own day not counted"
    ),
    "on_event: request, deadline: {count: 3, unit: calendar-days, counts_event_day: true}": (
        "within 3 calendar days after `request`, the event's own day among them"
    ),
}


@pytest.mark.parametrize("written", DEADLINES)
def test_deadlines_say_what_they_count(written: str) -> None:
    duty = f'{{id: d, who: sending, what: {{en: Act., es: Actuar.}}, {written}, clause: "3"}}'
    assert said(f"duties: [{duty}]\n", "3", Voice(ENGLISH)) == [
        f"Sending side, {DEADLINES[written]}: Act."
    ]


def test_a_rate_is_written_as_the_language_writes_numbers_to_its_last_decimal() -> None:
    rate = Decimal("212917.0050")
    assert Voice(ENGLISH).rate(rate, "EUR") == "212,917.0050 EUR"
    assert Voice(SPANISH).rate(rate, "EUR") == "212.917,0050 EUR"
    assert Voice(SPANISH).rate(Decimal(140), "JPY") == "140 JPY"


def test_a_clause_on_which_nothing_rests_is_said_where_the_whole_source_is_asked_for() -> None:
    agreement = sound()
    index = [(source.id, clause) for source in agreement.sources for clause in source.clauses]
    whole = by_clause(agreement, Voice(ENGLISH), uncited=True)
    assert [(clause.source.id, clause.clause) for clause in whole] == index
    cited = by_clause(agreement, Voice(ENGLISH))
    assert tuple(clause for clause in whole if clause.sentences) == cited
    assert len(cited) < len(whole)


TERMS = {
    "from: 2020-01-01, until: 2029-12-31": "In force from 2020-01-01 to 2029-12-31.",
    "from: 2020-01-01": "In force from 2020-01-01; no last day is set or known.",
    "until: 2029-12-31": "In force until 2029-12-31; the first day is not in the sources.",
    "": "The sources give neither a first nor a last day.",
}


@pytest.mark.parametrize("written", TERMS)
def test_the_term_says_what_is_known_of_it(written: str) -> None:
    parts = ", ".join(part for part in (written, 'clause: "2"') if part)
    assert said(f"term: {{{parts}}}\n", "2", Voice(ENGLISH)) == [TERMS[written]]
