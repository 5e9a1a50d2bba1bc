"""Small agreements for tests: the terms under test as a person would write them, the rest fixed."""

from __future__ import annotations

from textwrap import indent

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.loading import read_agreement
from safeconduct.basics import WrongInput

_FRAME = """\
agreement: us-test-jail-days
title: {{en: Test agreement, es: Acuerdo de prueba}}
use: audit-only
audit_only_because: {{en: Test, es: Prueba}}
custody_model: domestic_boarding
languages: [en]
sources:
  - id: text
    title: Agreement
    grade: text
    where: https://example.org/agreement
    clauses:
      "1": {{en: Term, es: Vigencia}}
      "2": {{en: Price, es: Precio}}
      "3": {{en: Second price, es: Segundo precio}}
      "4": {{en: Days, es: Días}}
      "5": {{en: Absences, es: Ausencias}}
      "6": {{en: Indexation, es: Indexación}}
      "7": {{en: Amendment, es: Modificación}}
  - id: papers
    title: Newspaper
    grade: press
    where: https://example.org/newspaper
    clauses:
      "report": {{en: Report, es: Noticia}}
term: {{from: 2010-01-01, until: 2029-12-31, clause: "1"}}
persons_covered:
  statuses: [sentenced]
  text: {{en: Sentenced men, es: Hombres condenados}}
  clause: "1"
parties:
  - role: sending
    jurisdiction: US-ND
    name: {{en: North, es: Norte}}
    authority: Prisons
    clause: "1"
  - role: receiving
    jurisdiction: US-ND/cass
    name: {{en: County, es: Condado}}
    authority: Jail
    clause: "1"
places:
  - id: jail
    name: Jail
    jurisdiction: US-ND/cass
    zone: America/Chicago
    capacity: [{{value: 2000, clause: "1"}}]
    independent_access: []
    clause: "1"
  - id: annex
    name: Annex
    jurisdiction: US-ND/cass
    zone: America/Chicago
    capacity: [{{value: 2000, clause: "1"}}]
    independent_access: []
    clause: "1"
amendments: []
conditions: []
day_count:
  rule: arrival-not-departure
  clause: "4"
  absences: {{nights: 0, clause: "5"}}
tariff:
  currency: {{code: {currency}, scale: {scale}, clause: "2"}}
  rounding:
    place: {rounding}
    mode: {mode}
    clause: "2"
    grade: {rounding_grade}
{rounding_why}
  indexations:
{indexations}
  items:
{items}
duties: []
not_found: []
"""

_WHY = "    why: {en: The text is silent., es: El texto calla.}"


def terms(
    items: str,
    *,
    rounding: str = "line",
    mode: str = "half-up",
    rounding_grade: str = "text",
    indexations: str = "[]",
    currency: str = "USD",
    scale: int = 2,
) -> Agreement:
    """The agreement with these tariff items.

    Args:
        items: the ``items:`` of the tariff, in the format of agreement files.
        rounding: where money is rounded.
        mode: how it is rounded.
        rounding_grade: how that is known.
        indexations: the ``indexations:`` of the tariff.
        currency: its code.
        scale: its scale.
    """
    text = _FRAME.format(
        items=indent(items.strip("\n"), "    "),
        indexations=indent(indexations.strip("\n"), "    "),
        rounding=rounding,
        mode=mode,
        rounding_grade=rounding_grade,
        rounding_why=_WHY if rounding_grade == "assumed" else "",
        currency=currency,
        scale=scale,
    )
    reading = read_agreement(text.encode(), "test.yaml", ())
    if reading.agreement is None:
        raise WrongInput(*reading.findings)
    return reading.agreement


def item(shape: str, rate: str = "62.03", *, id_: str = "days", more: str = "") -> str:
    """One tariff item: its shape, one undated rate, and what the shape needs beside it."""
    head = f"""\
- id: {id_}
  shape: {shape}
  label: {{en: "{id_}", es: "{id_}"}}
  clause: "2"
  rates: [{{value: "{rate}"}}]
"""
    return head + indent(more.strip("\n"), "  ") + "\n"
