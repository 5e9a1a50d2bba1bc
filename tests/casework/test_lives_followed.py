"""What the acts do to a transfer follows the tables of its life, version by version."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from safeconduct.casework import CountedNames, KeptRow, Ports, SystemClock, View
from safeconduct.casework.story import AGREEMENT, tell_story
from safeconduct.policy import may
from safeconduct.transfer import LINE, LIVES, MANIFEST, ONWARD, RELEASE, RETURN, next_states
from tests.casework.world import NOW, T, World, memory_store

KEPT = {
    "manifests": MANIFEST,
    "manifest_lines": LINE,
    "returns": RETURN,
    "onward_transfers": ONWARD,
    "releases": RELEASE,
}


def lived(world: World) -> None:
    """A journey with a refusal at the door, a withdrawal and a clearance that was taken back."""
    first, second, third = world.prepared(1, 2, 3)
    world.clear(first)
    world.do("withdraw-clearance", "signer", person=first.key, transfer=T, reason="To look again.")
    world.do("withdraw", "prisons", person=third.key, transfer=T, reason="other")
    for who in (first, second):
        world.clear(who)
    world.do("seal-manifest", "prisons", transfer=T)
    world.do("dispatch", "prisons", transfer=T)
    world.later(hours=3)
    world.do("hand-over", "escort", transfer=T)
    world.do("receive-line", "directorate", person=first.key, transfer=T)
    world.do("refuse-line", "directorate", person=second.key, transfer=T, reason="no-room")
    world.do("book-in", "governor", place="lindmoor", person=first.key, unit="A")
    world.do("order-release", "registrar", person=first.key, ground="decision")


def steps_of(view: View, table: str) -> list[tuple[KeptRow, KeptRow]]:
    histories = (view.history(table, row.key) for row in view.rows(table))
    return [(a, b) for rows in histories for a, b in pairwise(rows)]


def changes(view: View) -> list[tuple[str, str, str]]:
    """Every change of state that anything went through."""
    return [
        (table, before.text("state"), after.text("state"))
        for table in KEPT
        for before, after in steps_of(view, table)
        if before.text("state") != after.text("state")
    ]


def first_states(view: View) -> set[tuple[str, str]]:
    rows = ((table, row.key) for table in KEPT for row in view.rows(table))
    return {(table, view.history(table, key)[0].text("state")) for table, key in rows}


def beside_the_tables(view: View) -> list[tuple[str, str, str]]:
    """What does not stand in the tables: changes, and states in which something began.

    Something may begin one step on, where the act that opens it takes that step as well.
    """
    strange = [c for c in changes(view) if c[2] not in KEPT[c[0]].from_state(c[1]).values()]
    begun = [
        (table, "", state)
        for table, state in first_states(view)
        if state not in {KEPT[table].start, *next_states(KEPT[table], KEPT[table].start)}
    ]
    return strange + begun


def test_every_change_of_state_is_a_step_of_its_table(world: World) -> None:
    lived(world)
    assert beside_the_tables(world.view) == []
    assert len(changes(world.view)) >= 10


@pytest.mark.slow
def test_a_whole_year_of_acts_follows_the_tables(tmp_path: Path) -> None:
    store = memory_store(tmp_path)
    tell_story(Ports(store, SystemClock(), CountedNames(), may), NOW)
    view = store.view(AGREEMENT)
    assert beside_the_tables(view) == []
    assert {table for table, _, _ in changes(view)} >= {"manifests", "manifest_lines", "returns"}


def test_each_table_of_a_life_is_kept() -> None:
    assert set(KEPT.values()) == set(LIVES)
