"""The transition tables: what may follow a state, what may not, and where a life ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import Finding, Lang, render
from safeconduct.facts import KEPT
from safeconduct.transfer import LIVES, REASONS, Occasion, Transitions, next_state, next_states

TABLES = {table.name: table for table in LIVES}
CASES: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "lives.yaml").read_text("utf-8")
)
ROWS = [(name, state, row) for name, states in CASES.items() for state, row in states.items()]
NAMED_IN_FACTS = {
    "manifest": "manifests",
    "line": "manifest_lines",
    "return": "returns",
    "onward-transfer": "onward_transfers",
    "release": "releases",
}


@pytest.mark.parametrize(("name", "state", "row"), ROWS)
def test_these_acts_and_no_others_follow(name: str, state: str, row: dict[str, Any]) -> None:
    expected = {act: to for act, to in row.items() if act != "never"}
    assert TABLES[name].from_state(state) == expected


@pytest.mark.parametrize(
    ("name", "state", "act"), [(n, s, act) for n, s, row in ROWS for act in row["never"]]
)
def test_an_act_that_does_not_follow_is_refused(name: str, state: str, act: str) -> None:
    found = next_state(TABLES[name], state, act)
    assert isinstance(found, Finding)
    assert state in render(found.message, Lang("es"))


def test_the_cases_name_every_state_of_every_table() -> None:
    assert {n: set(t.states) for n, t in TABLES.items()} == {n: set(c) for n, c in CASES.items()}


@pytest.mark.parametrize(("name", "table"), NAMED_IN_FACTS.items())
def test_the_states_are_those_that_rows_can_hold(name: str, table: str) -> None:
    column = KEPT[table].column("state")
    assert column is not None
    assert set(TABLES[name].states) == set(column.codes)


@pytest.mark.parametrize("table", LIVES, ids=lambda table: table.name)
def test_every_state_can_be_reached(table: Transitions) -> None:
    reached, ahead = {table.start}, [table.start]
    while ahead:
        new = set(next_states(table, ahead.pop())) - reached
        reached |= new
        ahead += new
    assert reached == set(table.states)


@pytest.mark.parametrize("table", LIVES, ids=lambda table: table.name)
def test_every_life_can_end(table: Transitions) -> None:
    ends = set(table.final)
    while more := {s.state for s in table.steps if s.leads_to in ends} - ends:
        ends |= more
    assert ends == set(table.states)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(LIVES),
    st.lists(st.sampled_from(sorted({s.act for t in LIVES for s in t.steps})), max_size=8),
)
def test_nothing_leads_out_of_an_end(table: Transitions, acts: list[str]) -> None:
    state, ended = table.start, False
    for act in acts:
        after = next_state(table, state, act)
        if isinstance(after, str):
            assert not ended
            state = after
        ended = state in table.final


def test_one_act_leads_to_one_state() -> None:
    for table in LIVES:
        rows = [(step.state, step.act) for step in table.steps]
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("table", "occasion"),
    [("handover_lines", Occasion.LOCKOUT), ("manifest_lines", Occasion.CANCELLATION)],
)
def test_every_reason_that_a_row_can_hold_lies_on_a_side(table: str, occasion: Occasion) -> None:
    column = KEPT[table].column("reason")
    assert column is not None
    assert set(column.codes) <= set(REASONS[occasion])


@pytest.mark.parametrize("occasion", Occasion)
def test_every_reason_has_words_in_both_languages(occasion: Occasion) -> None:
    for reason in REASONS[occasion].values():
        english, spanish = (render(reason.label, Lang(lang)) for lang in ("en", "es"))
        assert english != reason.label.code
        assert english != spanish


def test_protection_is_nobodys_fault() -> None:
    sides = {
        REASONS[occasion][code].side.value
        for occasion in Occasion
        for code in ("order", "order-stands", "not-fit", "protection-claim", "challenge", "stop")
        if code in REASONS[occasion]
    }
    assert sides == {"nobody"}
