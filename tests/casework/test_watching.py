"""What somebody must look at now, read off a node on which the acts were performed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safeconduct.agreement import Agreement
from safeconduct.basics import Period
from safeconduct.casework import terms_in_force
from safeconduct.casework.watching import duties_now, figures_now, gaps_now, legality_now
from safeconduct.oversight import DueState, Standing
from tests.casework.world import World


def terms(world: World) -> Agreement:
    found = terms_in_force(world.view)
    assert found is not None
    return found


def due(world: World) -> dict[str, Standing]:
    now = world.clock.now()
    return {one.item.key: one for one in duties_now(world.view, terms(world), now)}


def of_duty(world: World, duty: str) -> list[Standing]:
    return [one for one in due(world).values() if one.item.duty == duty]


def test_whoever_was_sent_is_answered_for(world: World) -> None:
    (who,) = world.dispatched(1)
    assert [one.state for one in of_duty(world, "answer-for-the-sent")] == [DueState.DUE]
    world.later(hours=25)
    (gap,) = gaps_now(world.view, world.clock.now())
    assert (gap.person, gap.kind.value) == (who.key, "no-answer")
    assert [one.state for one in of_duty(world, "answer-for-the-sent")] == [DueState.OVERDUE]
    world.do("receive-line", "directorate", person=who.key, transfer="T-10")
    assert gaps_now(world.view, world.clock.now()) == ()
    assert [one.state for one in of_duty(world, "answer-for-the-sent")] == [DueState.DONE_LATE]


def test_an_arrival_without_papers_is_a_gap_and_has_two_clocks_to_liberty(world: World) -> None:
    world.do("book-in", "governor", place="lindmoor", person="N9999", unit="A")
    (gap,) = gaps_now(world.view, world.clock.now())
    assert (gap.person, gap.kind.value) == ("N9999", "not-announced")
    assert {"find-a-title", "tell-the-court"} <= {one.item.duty for one in due(world).values()}


def test_an_announced_arrival_is_none(world: World) -> None:
    world.received(1)
    assert gaps_now(world.view, world.clock.now()) == ()


def test_everybody_held_is_asked_again_every_day(world: World) -> None:
    (who,) = world.received(1)
    found = legality_now(world.view, terms(world), world.clock.now())
    assert (found.asked, found.clocks) == (1, ())
    world.do("report-order", "registrar", order="O-1", kind="release", scope="person",
             person=who.key, issued_by="court-of-appeal", form="written")  # fmt: skip
    (clock,) = legality_now(world.view, terms(world), world.clock.now()).clocks
    assert (clock.person, clock.ground, clock.order) == (who.key, "order", "O-1")


def test_a_clock_starts_once_for_whoever_has_no_title(world: World) -> None:
    (who,) = world.received(1)
    told = {"person": who.key}
    assert world.why_not("start-release-clock", "prisons", **told) == ["casework.no-clock"]
    world.do("report-order", "registrar", order="O-1", kind="release", scope="person",
             person=who.key, issued_by="court-of-appeal", form="written")  # fmt: skip
    if not world.view.rows("releases", person=who.key, open_only=True):
        world.do("start-release-clock", "prisons", **told)
    (clock,) = world.view.rows("releases", person=who.key, open_only=True)
    assert (clock.text("state"), clock.text("ground")) == ("due", "order")
    assert world.why_not("start-release-clock", "prisons", **told) == ["casework.no-clock"]


def test_a_gap_is_raised_once_and_only_when_time_is_over(world: World) -> None:
    (who,) = world.dispatched(1)
    told = {"person": who.key, "transfer": "T-10"}
    assert world.why_not("raise-gap", "prisons", **told) == ["casework.no-gap"]
    world.later(hours=25)
    world.do("raise-gap", "prisons", **told)
    assert world.why_not("raise-gap", "prisons", **told) == ["casework.no-gap"]
    incidents = [row.text("kind") for row in world.view.rows("incidents", person=who.key)]
    assert incidents == ["dispatch-without-receipt"]


def test_somebody_without_a_title_is_held_by_nothing(world: World) -> None:
    world.do("book-in", "governor", place="lindmoor", person="N9999", unit="A")
    found = legality_now(world.view, terms(world), world.clock.now())
    assert found.asked == 1
    assert [f.code for f in found.findings] == ["oversight.must-end-held-without-order"]


def test_nobody_held_is_nobody_asked(world: World) -> None:
    assert legality_now(world.view, terms(world), world.clock.now()).asked == 0


def test_a_duty_that_no_row_shows_is_done_when_its_side_says_so(world: World) -> None:
    world.received(1)
    (family,) = of_duty(world, "tell-family")
    told = {"duty_item": family.item.key}
    assert world.why_not("do-duty", "prisons", **told) == ["casework.duty-of-another"]
    world.do("do-duty", "governor", **told)
    assert [one.state for one in of_duty(world, "tell-family")] == [DueState.DONE]
    assert world.why_not("do-duty", "governor", **told) == ["casework.duty-done"]


def test_a_duty_that_never_came_up_is_not_done(world: World) -> None:
    told = {"duty_item": "tell-family/handed_over/nothing"}
    assert world.why_not("do-duty", "governor", **told) == ["casework.no-such-row"]


def test_a_clock_does_not_begin_again_with_a_later_version(world: World) -> None:
    (who,) = world.received(1)
    world.do("order-release", "registrar", person=who.key, ground="decision")
    (before,) = of_duty(world, "release")
    world.later(hours=6)
    booking = world.view.rows("bookings")[0].key
    world.do("release", "governor", booking=booking, released_to="family", ground="decision")
    (after,) = of_duty(world, "release")
    assert after.item.due_at == before.item.due_at
    assert after.state is DueState.DONE_LATE


def test_a_complaint_is_not_among_what_is_due(world: World) -> None:
    (who,) = world.prepared(1)
    before = set(due(world))
    world.do("lodge-complaint", "inspector", person=who.key, about="conditions", says="Cold.")
    assert set(due(world)) == before


@pytest.fixture
def published(world: World) -> World:
    world.received(1, 2)
    return world


def test_public_figures_leave_small_numbers_out_and_say_that_nobody_died(published: World) -> None:
    today = published.clock.now().date()
    window = Period(today - timedelta(days=60), today + timedelta(days=1))
    figures = figures_now(published.view, window)
    assert figures.tables["arrivals"].cells == {}
    assert figures.open_counts == {"deaths": 0, "force": 0, "orders-defied": 0}
    assert figures.notice_to_boarding.cases == 2
    assert figures.signatures_in_an_hour == 2
    assert figures.self_asserted.whole > 0


def test_force_is_said_however_seldom(published: World) -> None:
    published.do("record-incident", "governor", kind="force", place="lindmoor", force_used=True)
    today = published.clock.now().date()
    window = Period(today, today + timedelta(days=1))
    assert figures_now(published.view, window).open_counts["force"] == 1
