"""An agreement under a convention cannot weaken it: the convention's conditions are asked too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.agreement import Agreement, load
from safeconduct.agreement.frameworks import frameworks_of
from safeconduct.basics import AgreementId, Lang
from safeconduct.clearance.asking import answer
from safeconduct.clearance.bulk import cross_check
from safeconduct.clearance.explain import source_of
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Tables, asked, changed, nothing_missing

BASE = nothing_missing()
CONVENTION = AgreementId("coe-ets-112")
ALONE = replace(load("no-nl-2015-norgerhaven"), id=AgreementId("bilateral"))
UNDER = replace(ALONE, under=(CONVENTION,))


def cleared(tables: Tables, terms: Agreement) -> Clearing:
    question = asked(tables, terms)
    clearing = answer(question)
    cross_check(question, clearing)
    return clearing


def verdicts(tables: Tables) -> dict[str, str]:
    [person] = cleared(tables, UNDER).persons
    return {found.condition.id: found.verdict.value for found in person.findings}


def test_every_condition_of_the_convention_is_asked_beside_those_of_the_agreement() -> None:
    asked_of = set(verdicts(BASE))
    inherited = {f"coe-ets-112.{condition.id}" for condition in load("coe-ets-112").conditions}
    assert inherited <= asked_of
    assert {condition.id for condition in ALONE.conditions} <= asked_of


def test_what_the_convention_bars_is_barred_though_the_agreement_says_nothing_of_it() -> None:
    assert cleared(BASE, ALONE).persons[0].outcome is Outcome.NO_BAR_FOUND
    assert verdicts(BASE)["coe-ets-112.national"] == "false"
    assert cleared(BASE, UNDER).persons[0].outcome is Outcome.BARRED


@pytest.mark.parametrize("number", range(len(load("coe-ets-112").conditions)))
def test_the_same_verdict_as_under_the_convention_alone(number: int) -> None:
    condition = load("coe-ets-112").conditions[number].id
    tables = changed(BASE, "sentences", final="")
    [person] = cleared(tables, load("coe-ets-112")).persons
    alone = {found.condition.id: found.verdict.value for found in person.findings}
    assert verdicts(tables)[f"coe-ets-112.{condition}"] == alone[condition]


def test_a_finding_cites_the_conventions_own_text() -> None:
    question = asked(BASE, UNDER)
    [person] = answer(question).persons
    [found] = [f for f in person.findings if f.condition.id == "coe-ets-112.national"]
    assert found.condition.citation.clause == "3(1)(a)"
    source = source_of(found, person.case, question, Lang("en"))
    assert source.startswith("Convention on the Transfer of Sentenced Persons")


def test_the_digest_of_the_terms_holds_the_convention() -> None:
    assert cleared(BASE, UNDER).terms_hash != cleared(BASE, ALONE).terms_hash


def test_each_convention_is_asked_once_and_a_circle_ends() -> None:
    assert frameworks_of(replace(ALONE, under=(CONVENTION, CONVENTION))) == (load("coe-ets-112"),)
    assert frameworks_of(replace(ALONE, id=CONVENTION, under=(CONVENTION,))) == ()
