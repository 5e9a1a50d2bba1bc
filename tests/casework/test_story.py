"""The story holds together, is the same each time, and its rows are those of its record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from safeconduct.casework import CountedNames, KeptRow, MemoryStore, Ports, SystemClock
from safeconduct.casework.clearing import gate
from safeconduct.casework.rebuilding import differences, rebuilt
from safeconduct.casework.story import AGREEMENT, CAST, tell_story
from safeconduct.casework.terms import terms_in_force
from safeconduct.policy import may
from tests.casework.world import NOW, T, memory_store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    return _tell(tmp_path_factory.mktemp("story"))


def _tell(folder: Path) -> MemoryStore:
    store = memory_store(folder)
    tell_story(Ports(store, SystemClock(), CountedNames(), may), NOW)
    return store


def test_a_board_of_24_shows_every_outcome_and_every_kind_of_line(told: MemoryStore) -> None:
    view = told.view(AGREEMENT)
    lines = view.rows("manifest_lines", transfer=T)
    terms = terms_in_force(view)
    assert terms is not None
    assert len(lines) == 24
    outcomes = Counter(
        str(one.outcome) for one in gate(view, terms, [ln.person for ln in lines], NOW).persons
    )
    assert set(outcomes) == {"no-bar-found", "undetermined", "barred"}
    states = {line.text("state") for line in view.rows("manifest_lines")}
    assert states >= {"proposed", "cleared", "withdrawn", "received", "refused", "turned-back"}


def test_a_year_has_been_lived_in_the_facility(told: MemoryStore) -> None:
    view = told.view(AGREEMENT)
    bookings = view.rows("bookings")
    assert len(bookings) >= 60
    left = Counter(row.text("left_how") for row in bookings if not row.is_open)
    assert set(left) == {"returned", "died", "released"}
    assert len(view.rows("headcounts")) >= 80
    assert {row.text("kind") for row in view.rows("incidents")} >= {
        "force", "death", "held-without-order", "arrival-not-announced",
    }  # fmt: skip
    assert [row.text("hold") for row in view.rows("returns", open_only=True)] == [
        "prosecution", "none",
    ]  # fmt: skip


def test_the_rows_are_those_that_the_entries_state(told: MemoryStore) -> None:
    assert list(differences(told.kept, rebuilt(told.record))) == []


def test_every_part_of_the_cast_holds_its_role(told: MemoryStore) -> None:
    held = told.view(AGREEMENT).rows("roles_held", open_only=True)
    assert {row.text("account"): row.text("role") for row in held} == {
        part.handle: part.role.value for part in CAST.values()
    }


def _as_told(row: KeptRow) -> tuple[object, ...]:
    """A row without what names entries: their places among covers are drawn at random."""
    values = {n: v for n, v in row.values.items() if n not in ("frozen", "sha256")}
    return row.table, row.key, row.version, values, row.recorded_at, row.is_open


def test_told_again_it_is_the_same_to_the_second(told: MemoryStore, tmp_path: Path) -> None:
    again = _tell(tmp_path)
    assert list(map(_as_told, again.kept)) == list(map(_as_told, told.kept))
