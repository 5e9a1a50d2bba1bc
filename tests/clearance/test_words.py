"""What the gate says: every sentence in two languages, the best outcome no approval."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from safeconduct.agreement import Predicate, library, load
from safeconduct.agreement.floor import floor
from safeconduct.agreement.loading.predicates import PREDICATE
from safeconduct.agreement.vocabulary import AtLeast, Exists, FactRef, Is, Not
from safeconduct.basics import Lang
from safeconduct.clearance.asking import answer
from safeconduct.clearance.explain import sentence_of
from safeconduct.clearance.missing.shortest import wanted_by_office
from safeconduct.clearance.orders import order_book
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.report import clearing_report, outcome_reads
from safeconduct.clearance.sql.statement import write_statement
from safeconduct.clearance.world import Moment
from tests.clearance.bundles import NOW, asked, changed, judged, nothing_missing

ENGLISH, SPANISH = Lang("en"), Lang("es")
ORDER_OF_EXPULSION = Is(FactRef("documents", "kind"), "expulsion-order")
EVERY_CONDITION = [*floor().conditions, *(c for a in library() for c in load(a).conditions)]
SOURCE = Path(__file__).parents[2] / "src" / "safeconduct"

# What loses the unknown in SQL, or the order of rows with it.
TWO_VALUED = re.compile(
    r"\bbool_or\b|\bbool_and\b|\bNOT EXISTS\b|\blist_contains\b|\blist_has\b|\barray_contains\b"
    r"|\bgreatest\(|\bleast\(|\bany_value\b",
    re.IGNORECASE,
)
IN_A_QUERY = re.compile(r"\bIN \(SELECT\b", re.IGNORECASE)


@pytest.mark.parametrize("condition", EVERY_CONDITION, ids=lambda c: c.id)
def test_every_condition_reads_as_a_sentence_in_both_languages(condition: object) -> None:
    for tree in (condition.require, condition.applies_when):  # type: ignore[attr-defined]
        if tree is not None:
            english, spanish = sentence_of(tree, ENGLISH), sentence_of(tree, SPANISH)
            assert english != spanish
            assert "clearance." not in english + spanish
            assert "{" not in english + spanish


SAID = [
    (
        AtLeast(FactRef("sentences", "length_months"), 12),
        "«Length of the sentence» is at least 12 months",
        "«Duración de la condena» es como mínimo 12 meses",
    ),
    (
        Is(FactRef("persons", "sex"), "1"),
        "«Sex in the document» is «male»",
        "«Sexo en el documento» es «masculino»",
    ),
    (
        Not(Is(FactRef("persons", "sex"), "2")),
        "it is not so that («Sex in the document» is «female»)",
        "no se cumple lo siguiente: («Sexo en el documento» es «femenino»)",
    ),
    (
        Exists("documents", that=ORDER_OF_EXPULSION, of=ORDER_OF_EXPULSION),
        "under «Documents» there is an entry for which «Kind of document» is «expulsion order»",
        "en «Documentos» hay un asiento en el que «Clase de documento» es «orden de expulsión»",
    ),
]


@pytest.mark.parametrize(("tree", "english", "spanish"), SAID, ids=lambda part: str(part)[:40])
def test_numbers_have_their_unit_and_codes_their_meaning(
    tree: Predicate, english: str, spanish: str
) -> None:
    assert sentence_of(tree, ENGLISH) == english
    assert sentence_of(tree, SPANISH) == spanish


def test_the_best_outcome_is_no_approval() -> None:
    assert outcome_reads(Outcome.NO_BAR_FOUND, ENGLISH) == "no bar found in the facts supplied"
    spanish = outcome_reads(Outcome.NO_BAR_FOUND, SPANISH)
    assert spanish == "sin impedimento constatado en los hechos aportados"


def test_a_failure_names_what_is_required_and_what_is_on_record() -> None:
    question = asked(changed(nothing_missing(), "legal_bases", state="quashed"))
    report = clearing_report(answer(question), question, ENGLISH)
    person = first_person(report)
    why = {finding["condition"]: finding["why"] for finding in person["findings"]}
    assert why["floor-legal-basis"] == (
        "This does not hold: An individual order by an empowered authority stands, and covers the "
        "day of departure; «Legal bases», line 2: required: «State of the legal basis» is "
        "«in force»; on record: «State of the legal basis» = quashed."
    )


def first_person(report: Any) -> Any:
    return report["persons"][0]


CONTRACT = {
    "agreement", "terms_hash", "floor_hash", "facts_hash", "evaluator", "facts_as_of", "law_as_of",
    "computed_at", "persons",
}  # fmt: skip
OF_A_FINDING = {
    "condition", "clause", "source", "outcome", "unknown", "on_unknown", "why", "evidence",
    "settled_by",
}  # fmt: skip


@pytest.mark.parametrize("lang", [ENGLISH, SPANISH])
def test_the_report_has_every_field_of_the_contract(lang: Lang) -> None:
    question = asked(changed(nothing_missing(), "notices", understood="pending"))
    report = clearing_report(answer(question), question, lang)
    assert report.keys() >= CONTRACT
    person = first_person(report)
    for finding in person["findings"]:
        assert finding.keys() >= OF_A_FINDING
    unknown = [f for f in person["findings"] if f["outcome"] == "unknown"]
    assert [(f["condition"], f["unknown"]) for f in unknown] == [("floor-notice", "pending")]


def test_what_is_missing_is_asked_once_of_whoever_can_supply_it() -> None:
    tables = {**nothing_missing(), "searches": []}
    second = [{**row, "person": "P2"} for row in tables["persons"]]
    found = judged({**tables, "persons": [*tables["persons"], *second]})
    grouped = wanted_by_office(found)
    orders = [
        wanted
        for office, every in grouped.items()
        for wanted in every
        if wanted.need.register == "court-orders" and "court" in office
    ]
    assert [wanted.persons for wanted in orders] == [("P1", "P2")]
    assert "floor-no-prosecution-hold" in orders[0].settles


def test_the_generated_sql_keeps_the_unknown() -> None:
    moment = Moment(NOW, NOW.date())
    book = order_book([], {}, moment, {})
    for agreement in library():
        conditions = [*floor().conditions, *load(agreement).conditions]
        text = write_statement(conditions, moment, book, NOW.date()).text
        assert TWO_VALUED.findall(text) == []
        assert IN_A_QUERY.findall(text) == []


def test_no_code_that_builds_conditions_in_sql_uses_what_loses_the_unknown() -> None:
    folders = (SOURCE / "clearance" / "operators", SOURCE / "clearance" / "sql")
    found = [
        (path.name, hit)
        for folder in folders
        for path in sorted(folder.glob("*.py"))
        for hit in TWO_VALUED.findall(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    ["SELECT bool_or(p)", "WHERE NOT EXISTS (SELECT 1)", "list_contains(l, 'a')", "greatest(0, x)"],
)
def test_a_planted_two_valued_form_is_seen(planted: str) -> None:
    assert TWO_VALUED.search(planted)


def test_the_reference_names_every_operator() -> None:
    page = (SOURCE.parents[1] / "docs" / "reference" / "conditions.md").read_text("utf-8")
    assert [word for word in PREDICATE.words if f"`{word}`" not in page] == []
