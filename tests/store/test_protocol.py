"""What every store promises, whether it lies in memory, on SQLite or on PostgreSQL."""

from __future__ import annotations

import pytest

from safeconduct.casework import ACTS, Done, Refused, Store, perform, read_asked
from safeconduct.casework.story.cast import AGREEMENT, CAST
from tests.casework.world import T, World


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def test_the_main_line_goes_through(world: World) -> None:
    (who,) = world.received(1)
    (booking,) = world.view.rows("bookings", person=who.key, open_only=True)
    assert booking.text("title") == "order"
    assert booking.instant("arrived_at") == booking.happened_at


def test_rows_are_found_by_person_transfer_and_place_and_in_the_order_of_first_entry(
    world: World,
) -> None:
    one, other = world.prepared(1, 2)
    assert [row.person for row in world.view.rows("manifest_lines", transfer=T)] == [
        one.key, other.key,
    ]  # fmt: skip
    assert len(world.view.rows("searches", person=one.key)) == 5
    world.do("book-in", "governor", place="lindmoor", full_name="Gives no name")
    assert len(world.view.rows("bookings", place="lindmoor")) == 1
    assert world.view.rows("bookings", place="elsewhere") == ()


def test_a_row_that_is_closed_is_found_only_without_the_wish_for_open_ones(world: World) -> None:
    (who,) = world.prepared(1)
    world.do("withdraw", "prisons", person=who.key, transfer=T, reason="order")
    assert len(world.view.rows("manifest_lines")) == 1
    assert world.view.rows("manifest_lines", open_only=True) == ()


def test_a_view_of_an_earlier_moment_shows_what_was_known_then(world: World) -> None:
    (who,) = world.prepared(1)
    then = world.clock.now()
    world.later(hours=1)
    world.do("withdraw", "prisons", person=who.key, transfer=T, reason="order")
    before = world.store.view(AGREEMENT, then)
    assert [row.text("state") for row in before.rows("manifest_lines")] == ["proposed"]
    assert len(before.rows("manifest_lines", open_only=True, transfer=T)) == 1
    assert [row.text("state") for row in world.view.rows("manifest_lines")] == ["withdrawn"]
    line = f"{T}/{who.key}"
    assert [row.version for row in before.history("manifest_lines", line)] == [1]
    assert [row.version for row in world.view.history("manifest_lines", line)] == [1, 2]


def test_a_bundle_of_some_persons_holds_their_rows_and_the_frame(world: World) -> None:
    one, other = world.prepared(1, 2)
    world.do("report-order", "registrar", kind="stay", scope="person", person=other.key)
    world.do("report-order", "registrar", kind="stay", scope="all")
    sheets = {sheet.table: sheet for sheet in world.view.sheets([one.key])}
    assert [row.cells["person"] for row in sheets["persons"].rows] == [one.key]
    assert [row.cells["scope"] for row in sheets["orders"].rows] == ["all"]
    assert len(sheets["offices"].rows) == 15
    assert len(sheets["searches"].rows) == 5


def test_values_come_back_as_they_were_told(world: World) -> None:
    world.do(
        "register-person", "prisons", full_name="Ñandú 李 <b>", person="N1",
        born_on="1990-02-28", age_disputed="no", languages="fr;en",
        held_since="2026-08-01T10:00+05:30",
    )  # fmt: skip
    row, name = world.view.row("persons", "N1"), world.view.row("identities", "N1")
    assert row is not None
    assert name is not None
    assert name.text("full_name") == "Ñandú 李 <b>"
    assert row.flag("age_disputed") is False
    assert row.codes("languages") == ("fr", "en")
    assert str(row.day("born_on")) == "1990-02-28"
    held_since = row.instant("held_since")
    assert held_since is not None
    assert held_since.isoformat() == "2026-08-01T10:00:00+05:30"


def test_a_request_that_was_performed_is_remembered_with_its_rows(world: World) -> None:
    act = ACTS["register-person"]
    asked = read_asked(act.asked, {"full_name": "Somebody"})
    actor = CAST["prisons"].actor({})
    first, again = (
        perform(act, asked, actor, AGREEMENT, world.teller.ports, request_key="k") for _ in "12"
    )
    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert again.rows == first.rows
    assert again.again


def test_an_exception_leaves_neither_row_nor_entry(world: World) -> None:
    world.do("register-person", "prisons", full_name="Somebody", person="N1")
    with pytest.raises(RuntimeError), world.store.transaction(AGREEMENT):
        raise RuntimeError
    done = world.do("register-person", "prisons", full_name="Somebody", person="N2")
    assert done.entry > 0
    assert len(world.view.rows("persons")) == 2


def test_what_an_act_could_not_keep_is_not_kept_in_part(world: World) -> None:
    outcome = world.attempt("propose", "proposer", person="N1", transfer=T)
    assert isinstance(outcome, Refused)
    assert world.view.rows("manifest_lines") == ()
