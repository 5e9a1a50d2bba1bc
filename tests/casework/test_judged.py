"""Findings that pages show: kept while nothing was recorded, and never a moment longer."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.casework import Judged, judged
from safeconduct.casework.story.people import Someone
from safeconduct.casework.terms import terms_in_force
from safeconduct.clearance import Outcome
from tests.casework.world import World


def _judged(world: World, who: Someone) -> Judged:
    terms = terms_in_force(world.view)
    assert terms is not None
    return judged(world.view, terms, (who.key,), world.clock.now())


def test_nothing_is_judged_twice_while_nothing_was_recorded(world: World) -> None:
    (who,) = world.prepared(1)
    assert _judged(world, who) is _judged(world, who)


def test_an_order_is_on_the_board_at_once(world: World) -> None:
    (who,) = world.prepared(1)
    assert _judged(world, who).clearing.persons[0].outcome is Outcome.NO_BAR_FOUND
    world.do("report-order", "counsel", kind="stay", scope="all")
    assert _judged(world, who).clearing.persons[0].outcome is Outcome.UNDETERMINED


def test_time_that_runs_out_shows_within_a_minute(world: World) -> None:
    (who,) = world.prepared(1)
    before = _judged(world, who)
    world.later(minutes=1)
    assert _judged(world, who) is not before
    world.later(hours=30)
    assert _judged(world, who).clearing.persons[0].outcome is Outcome.UNDETERMINED


def test_what_was_known_earlier_is_another_question(world: World) -> None:
    (who,) = world.prepared(1)
    now = _judged(world, who)
    terms = terms_in_force(world.view)
    assert terms is not None
    earlier = world.store.view(world.view.agreement, world.clock.now() - timedelta(minutes=1))
    assert judged(earlier, terms, (who.key,), world.clock.now()) is not now


def test_nobody_is_judged_who_is_not_registered(world: World) -> None:
    terms = terms_in_force(world.view)
    assert terms is not None
    found = judged(world.view, terms, ("nobody",), world.clock.now())
    assert found.clearing.persons == ()
