"""Whatever is tried, in whatever order: laws that no sequence of acts can break."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.casework import Done, MemoryStore
from safeconduct.casework.clearing import gate
from safeconduct.casework.rebuilding import differences, rebuilt
from safeconduct.casework.story.journeys import digest_read
from safeconduct.casework.terms import terms_in_force
from safeconduct.clearance import Outcome
from tests.casework.world import T, World, memory_store

pytestmark = pytest.mark.slow

PERSONS = ("N5001", "N5002", "N9")
STEPS = (
    ("decide-clearance", "signer"),
    ("decide-clearance", "proposer"),
    ("withdraw-clearance", "signer"),
    ("seal-manifest", "prisons"),
    ("dispatch", "prisons"),
    ("hand-over", "escort"),
    ("receive-line", "directorate"),
    ("refuse-line", "directorate"),
    ("turn-back", "escort"),
    ("withdraw", "prisons"),
    ("report-order", "counsel"),
    ("claim-protection", "governor"),
    ("stop-everything", "governor"),
    ("book-in", "governor"),
    ("record-death", "governor"),
    ("propose", "proposer"),
)
WALKS = st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(PERSONS)), max_size=14)


def _told(world: World, act: str, person: str) -> dict[str, object]:
    now = world.clock.now()
    told: dict[str, dict[str, object]] = {
        "decide-clearance": {"digest": _digest(world, person)},
        "withdraw": {"reason": "order"},
        "refuse-line": {"reason": "no-room"},
        "report-order": {"kind": "stay", "scope": "person", "person": person},
        "claim-protection": {"person": person, "lodged_at": now},
        "stop-everything": {"reason": "danger"},
        "book-in": {"place": "lindmoor", "person": person},
        "record-death": {"person": person, "died_at": now, "reported_to": "registry"},
    }
    alone = {"report-order", "claim-protection", "stop-everything", "book-in", "record-death"}
    whole = {"seal-manifest", "dispatch", "hand-over", "turn-back"}
    named = {} if act in alone else {"transfer": T}
    if act not in alone | whole:
        named["person"] = person
    return {**named, **told.get(act, {})}


def _digest(world: World, person: str) -> str:
    return digest_read(world.teller, person) or "sha256:" + "0" * 64


def _boarding_bars(world: World) -> Iterator[str]:
    """Whoever is on the manifest and would be barred at this moment."""
    terms = terms_in_force(world.view)
    assert terms is not None
    found = gate(world.view, terms, PERSONS, world.clock.now())
    for one in found.persons:
        if one.outcome is not Outcome.NO_BAR_FOUND:
            yield one.person


@given(walk=WALKS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_order_of_acts_breaks_a_law(walk: list[tuple[tuple[str, str], str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = memory_store(Path(folder))
        world = World(store)
        world.prepared(1, 2)
        for (act, who), person in walk:
            barred = set(_boarding_bars(world)) if act == "dispatch" else set()
            outcome = world.attempt(act, who, **_told(world, act, person))
            if act == "dispatch" and isinstance(outcome, Done):
                assert not barred & {row.person for row in outcome.rows}
        _hold_the_laws(world, store)


def _hold_the_laws(world: World, store: MemoryStore) -> None:
    view = world.view
    for clearance in view.rows("clearances"):
        line = view.row("manifest_lines", f"{clearance.transfer}/{clearance.person}")
        assert line is not None
        assert clearance.text("signer") != line.text("proposer")
    for line in view.rows("handover_lines"):
        states = [row.text("state") for row in view.history("manifest_lines", line.key)]
        assert states.index("sealed") < states.index("boarded")
    for person in PERSONS:
        assert len(view.rows("bookings", person=person, place="lindmoor", open_only=True)) <= 1
    for booking in view.rows("bookings"):
        has_clock = any(r.person == booking.person for r in view.rows("releases"))
        assert (booking.text("title") == "without-order") == has_clock or not booking.is_open
    recorded = [row.recorded_at for row in store.kept]
    assert recorded == sorted(recorded)
    assert list(differences(store.kept, rebuilt(store.record))) == []
