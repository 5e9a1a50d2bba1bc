"""Between two custodians there is no silence: somebody answers for whoever was sent, or alarm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.transfer import Answer, Arrival, Gap, Sent, unannounced, unanswered

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def said(*gaps: Gap) -> list[tuple[str, str]]:
    return [(gap.person, gap.kind.value) for gap in gaps]


@pytest.mark.parametrize(
    ("what", "answers", "minutes", "alarm"),
    [
        ("nobody answers, in time still", [], 29, []),
        ("nobody answers, and time is over", [], 30, [("p1", "no-answer")]),
        ("received", [("received", 20)], 60, []),
        ("refused", [("refused", 20)], 60, []),
        ("brought back", [("turned-back", 20)], 60, []),
        ("answered, but later than this moment", [("received", 50)], 40, [("p1", "no-answer")]),
        ("received and refused", [("received", 5), ("refused", 9)], 20, [("p1", "answered-twice")]),
    ],
)
def test_dispatch_without_answer(
    what: str, answers: list[tuple[str, int]], minutes: int, alarm: list[tuple[str, str]]
) -> None:
    heard = [Answer("p1", "t1", state, at(when)) for state, when in answers]
    assert said(*unanswered([Sent("p1", "t1", NOON)], heard, at(minutes), HALF_AN_HOUR)) == alarm


def test_the_clock_runs_from_when_the_handover_was_due() -> None:
    flight = Sent("p1", "t1", NOON, due_at=at(120))
    assert unanswered([flight], [], at(149), HALF_AN_HOUR) == ()
    (gap,) = unanswered([flight], [], at(150), HALF_AN_HOUR)
    assert gap.since == at(150)


def test_an_answer_for_another_transfer_is_no_answer() -> None:
    other = Answer("p1", "t2", "received", at(5))
    assert said(*unanswered([Sent("p1", "t1", NOON)], [other], at(60), HALF_AN_HOUR)) == [
        ("p1", "no-answer")
    ]


def test_an_arrival_that_was_dispatched_is_announced() -> None:
    assert unannounced([Arrival("b1", "p1", "lindmoor", at(60))], [Sent("p1", "t1", NOON)]) == ()


def test_an_arrival_before_the_dispatch_is_not() -> None:
    early = Arrival("b1", "p1", "lindmoor", at(-1))
    assert said(*unannounced([early], [Sent("p1", "t1", NOON)])) == [("p1", "not-announced")]


def test_one_dispatch_announces_one_arrival() -> None:
    arrivals = [Arrival("b1", "p1", "lindmoor", at(60)), Arrival("b2", "p1", "lindmoor", at(90))]
    (gap,) = unannounced(arrivals, [Sent("p1", "t1", NOON)])
    assert gap.since == at(90)


PERSONS = st.sampled_from(["p1", "p2", "p3"])
MINUTES = st.integers(-100, 100)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PERSONS, MINUTES), max_size=6), MINUTES, MINUTES)
def test_an_alarm_never_goes_quiet_by_waiting(
    sent: list[tuple[str, int]], now: int, later: int
) -> None:
    under_way = [Sent(person, f"t{n}", at(minute)) for n, (person, minute) in enumerate(sent)]
    first, second = sorted((now, later))
    before = set(unanswered(under_way, [], at(first), HALF_AN_HOUR))
    assert before <= set(unanswered(under_way, [], at(second), HALF_AN_HOUR))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(PERSONS, MINUTES), max_size=6),
    st.lists(st.tuples(PERSONS, MINUTES), max_size=6),
)
def test_arrivals_are_announced_or_reported_and_never_more_than_were_sent(
    arrived: list[tuple[str, int]], sent: list[tuple[str, int]]
) -> None:
    arrivals = [
        Arrival(f"b{n}", person, "lindmoor", at(m)) for n, (person, m) in enumerate(arrived)
    ]
    gaps = unannounced(arrivals, [Sent(person, "t", at(m)) for person, m in sent])
    assert len(arrivals) - len(gaps) <= len(sent)
    assert len(unannounced(arrivals, [])) == len(arrivals)
