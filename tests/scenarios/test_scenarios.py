"""The public incidents: each comes out barred or undetermined, for the right reason, in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from safeconduct.agreement import Agreement, Use, load
from safeconduct.agreement.floor import floor
from safeconduct.basics import AgreementId, WrongInput
from safeconduct.clearance.asking import judge
from safeconduct.clearance.findings import PersonFindings
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Tables, asked
from tests.scenarios.scenario import AGREEMENT, HERE, Asked, given, questions, read

CASES = sorted((HERE / "cases").glob("*.yaml"))
QUESTIONS = [
    pytest.param(one, id=f"{path.stem}-{number}")
    for path in CASES
    for number, one in enumerate(questions(path), 1)
]


def test_there_is_a_scenario_for_each_of_the_twelve_incidents() -> None:
    assert [path.stem[:2] for path in CASES] == [f"{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_scenario_asks_the_gate_or_says_why_it_could_not_have_known(path: Path) -> None:
    written = read(path)
    assert written["title"]
    assert written["tells"]
    assert "ask" in written or written["could_not_have_known"]


@pytest.mark.parametrize("one", QUESTIONS)
def test_nobody_is_found_free_of_a_bar(one: Asked) -> None:
    found = judge(asked(one.tables, AGREEMENT, at=one.at))
    assert found
    assert Outcome.NO_BAR_FOUND not in {person.outcome for person in found}


@pytest.mark.parametrize("one", QUESTIONS)
def test_the_finding_is_the_right_one(one: Asked) -> None:
    question = asked(one.tables, AGREEMENT, at=one.at)
    found = {person.person: person for person in judge(question)}
    for name, expected in one.expect.items():
        assert _as_told(found[name], expected) == expected, one.scenario
    said = {problem.message.code for problem in question.problems}
    assert set(one.problems) <= said


def _as_told(person: PersonFindings, expected: dict[str, str]) -> dict[str, str]:
    """What came of the person, as far as the scenario speaks of it."""
    told = {finding.condition.id: finding.verdict.value for finding in person.findings}
    told["outcome"] = person.outcome.value
    for duty in person.duties:
        told["duty"] = duty.state.value
        told["acknowledge_by"] = expected.get("acknowledge_by", "")
        assert duty.acknowledge_by == datetime.fromisoformat(told["acknowledge_by"])
    return {key: told.get(key, "") for key in expected}


def _gated() -> Agreement:
    """The same papers as if they were a gate, so that only the facts can stop anybody."""
    papers = load(AGREEMENT)
    condition = replace(floor().conditions[0], id="status-known")
    return replace(
        papers,
        id=AgreementId("as-if-a-gate"),
        use=Use.GATE,
        audit_only_because=None,
        conditions=(condition,),
    )


def _open(tables: Tables) -> Tables:
    places = [{**row, "independent_access": "yes"} for row in tables["places"]]
    return {**tables, "places": places}


def test_with_an_open_place_and_a_gate_the_given_facts_bar_nobody() -> None:
    """The control: what the scenarios change is what stops."""
    tables = _open(given("removal", {}, {}))
    at = datetime.fromisoformat("2025-03-15T13:00-04:00")
    assert [one.outcome for one in judge(asked(tables, _gated(), at=at))] == [Outcome.NO_BAR_FOUND]


ONLY_THE_PLACE = {"06-nowhere-to-be-found", "11-paid-by-the-head"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_is_stopped_for_its_own_reason_and_not_by_the_place_alone(path: Path) -> None:
    last = questions(path)[-1:]
    freed = [
        one
        for one in last
        if Outcome.NO_BAR_FOUND
        in {found.outcome for found in judge(asked(_open(one.tables), _gated(), at=one.at))}
    ]
    assert bool(freed) == (path.stem in ONLY_THE_PLACE)


def test_a_condition_on_an_allegation_cannot_be_written() -> None:
    from safeconduct.clearance.classes import read_class  # noqa: PLC0415 - one test uses it

    tree, findings = read_class("{is: {fact: allegations.says, value: tattoos}}", "order.yaml")
    assert tree is None
    assert [finding.code for finding in findings] == ["agreement.condition-no-ground"]
    assert (findings[0].location.line, findings[0].location.column) == (1, 13)


def test_no_scenario_needs_a_wrong_bundle() -> None:
    for path in CASES:
        for one in questions(path):
            try:
                asked(one.tables, AGREEMENT, at=one.at)
            except WrongInput as wrong:
                pytest.fail(f"{path.stem}: {wrong}")
