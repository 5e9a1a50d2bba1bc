"""Duties come up with what happens, stand on a page, and climb a ladder when nobody acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement import PartyRole, load
from safeconduct.basics import Lang, Period
from safeconduct.oversight import (
    FLOOR_DUTIES,
    LADDERS,
    Calendar,
    DueState,
    DutyItem,
    Happening,
    Origin,
    Urgency,
    calendar_duties,
    duties_of,
    escalation,
    owed_by,
    standing,
    standings,
)
from safeconduct.oversight.escalation import Told, ends_outside

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
TILBURG = load("be-nl-2009-tilburg")
DAYS = Calendar("Europe/Amsterdam")


def at(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def items(event: str) -> dict[str, DutyItem]:
    happening = Happening(event, "H1", NOON, person="p1")
    return {item.duty: item for item in duties_of(TILBURG, [happening], DAYS)}


def test_an_agreement_s_duty_comes_up_with_its_event_and_names_its_clause() -> None:
    item = items("placement_check_requested")["placement-check-help"]
    assert (item.origin, item.who, item.clause) == (Origin.AGREEMENT, PartyRole.RECEIVING, "7(2)")
    assert item.due_at == datetime(2026, 10, 8, 22, tzinfo=UTC)
    assert item.in_words(Lang("es")).startswith("Prestar asistencia")


def test_a_death_starts_the_duties_of_agreement_and_floor() -> None:
    found = items("death")
    assert {"report-death", "tell-next-of-kin"} < set(found)
    assert any(item.origin is Origin.AGREEMENT for item in found.values())


def test_nothing_that_happens_starts_nothing() -> None:
    assert items("nothing_of_the_kind") == {}


def test_one_happening_starts_a_duty_once_and_under_one_name() -> None:
    first, again = items("death"), items("death")
    assert first == again
    assert len({item.key for item in first.values()}) == len(first)


def test_a_yearly_duty_is_due_with_each_year_of_the_term() -> None:
    yearly = replace(TILBURG.duties[0], id="report", on_event="", every="year", deadline=None)
    terms = replace(
        TILBURG,
        duties=(yearly,),
        term=replace(TILBURG.term, start=date(2010, 2, 1), end=date(2013, 1, 1)),
    )
    found = calendar_duties(terms, Period(date(2009, 1, 1), date(2020, 1, 1)), DAYS)
    assert [item.started_at.date() for item in found] == [
        date(2011, 1, 1), date(2012, 1, 1), date(2013, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(("every", "times"), [("year", 1), ("quarter", 4), ("month", 12)])
def test_a_period_s_duty_comes_as_often_as_the_period(every: str, times: int) -> None:
    duty = replace(TILBURG.duties[0], id="report", on_event="", every=every, deadline=None)
    term = replace(TILBURG.term, start=None, end=None)
    terms = replace(TILBURG, duties=(duty,), term=term)
    assert len(calendar_duties(terms, Period.year(2012), DAYS)) == times


RELEASE = items("release_ordered")["release"]


@pytest.mark.parametrize(
    ("done", "now", "state", "late_hours"),
    [
        (None, 3, DueState.DUE, 0),
        (None, 4, DueState.DUE, 0),
        (None, 5, DueState.OVERDUE, 1),
        (3, 9, DueState.DONE, 0),
        (6, 9, DueState.DONE_LATE, 2),
        (6, 5, DueState.OVERDUE, 1),
    ],
)
def test_where_a_duty_of_four_hours_stands(
    done: float | None, now: float, state: DueState, late_hours: float
) -> None:
    shown = standing(RELEASE, None if done is None else at(done), at(now))
    assert (shown.state, shown.late_by) == (state, timedelta(hours=late_hours))


def test_a_duty_without_a_time_stays_until_it_is_done() -> None:
    item = items("leave_or_release_decided")["home-before-leave"]
    assert standing(item, None, at(1000)).state is DueState.NO_TIME
    assert standing(item, at(1), at(1000)).state is DueState.DONE


def test_the_page_begins_with_what_is_most_overdue() -> None:
    found = [*items("death").values(), *items("released").values(), RELEASE]
    shown = standings(found, {}, at(20))
    dues = [one.item.due_at for one in shown if one.item.due_at is not None]
    assert dues == sorted(dues)
    assert shown[0].state is DueState.OVERDUE


def test_what_either_side_owes_both_owe_until_it_is_done() -> None:
    item = items("dispatched")["answer-for-the-sent"]
    for side in (PartyRole.SENDING, PartyRole.RECEIVING):
        assert owed_by(standings([item], {}, at(1)), side)
        assert not owed_by(standings([item], {item.key: at(0.5)}, at(1)), side)


@pytest.mark.parametrize(
    ("hours_late", "told", "following"),
    [
        (-1, [], Told.WHO_OWES),
        (0, [], Told.WHO_OWES),
        (0.5, [Told.WHO_OWES, Told.CENTRAL_AUTHORITY, Told.OTHER_SIDE], Told.COUNSEL),
        (3, [Told.WHO_OWES, Told.CENTRAL_AUTHORITY, Told.OTHER_SIDE, Told.COUNSEL], Told.COURT),
        (48, list(Told), None),
    ],
)
def test_who_is_told_when_nobody_opens_the_door(
    hours_late: float, told: list[Told], following: Told | None
) -> None:
    now = at(4 + hours_late)
    climbed = escalation(standing(RELEASE, None, now), now)
    assert set(climbed.told) == set(told)
    assert climbed.next is following


def test_what_is_done_tells_nobody_else() -> None:
    assert escalation(standing(RELEASE, at(9), at(99)), at(99)).told == ()


@pytest.mark.parametrize("urgency", Urgency)
def test_the_last_to_be_told_stands_outside_both_administrations(urgency: Urgency) -> None:
    assert ends_outside(urgency)
    assert [step.after for step in LADDERS[urgency]] == sorted(
        step.after for step in LADDERS[urgency]
    )


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FLOOR_DUTIES), st.floats(0, 2000), st.floats(0, 2000))
def test_nobody_who_was_told_is_ever_untold(duty: object, one: float, other: float) -> None:
    event = getattr(duty, "on_event", "")
    item = next(i for i in items(event).values() if i.duty == getattr(duty, "id", ""))
    sooner, later = sorted((one, other))
    before = escalation(standing(item, None, at(sooner)), at(sooner)).told
    after = escalation(standing(item, None, at(later)), at(later)).told
    assert set(before) <= set(after)
