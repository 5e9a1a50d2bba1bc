"""Oversight: somebody looked, what was found is answered, and what was said is held to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safeconduct.policy import Role
from tests.casework.world import NOW, World

BEGAN = {"place": "lindmoor", "began_at": NOW - timedelta(days=31)}


@pytest.fixture
def inspected(world: World) -> World:
    """An inspection with one serious finding."""
    world.do("lodge-inspection", "inspector", inspection="I-1", seed="seed-7", sampled=4,
             announced=False, access_full=True, **BEGAN)  # fmt: skip
    world.do("lodge-finding", "inspector", inspection="I-1", finding="F-1", gravity="serious",
             says="No record of the night headcounts of a week.")  # fmt: skip
    return world


def test_an_inspection_is_known_to_nobody_before_it_is_lodged(world: World) -> None:
    assert world.view.rows("inspections") == ()
    ahead = {"place": "lindmoor", "began_at": NOW + timedelta(days=3)}
    assert world.why_not("lodge-inspection", "inspector", **ahead) == ["casework.not-yet"]


def test_only_an_inspector_lodges_one(world: World) -> None:
    for handle in ("governor", "directorate", "prisons", "auditor"):
        assert world.why_not("lodge-inspection", handle, **BEGAN) == ["policy.denied"]


def test_what_was_announced_or_not_shown_is_said(world: World) -> None:
    done = world.do("lodge-inspection", "inspector", announced=True, access_full=False, **BEGAN)
    assert [f.code for f in done.findings] == [
        "casework.inspection-announced", "casework.access-refused",
    ]  # fmt: skip


def test_a_serious_finding_is_answered_within_two_weeks(inspected: World) -> None:
    finding = inspected.view.row("inspection_findings", "F-1")
    assert finding is not None
    assert finding.day("answer_by") == finding.recorded_at.date() + timedelta(days=14)
    inspected.later(days=20)
    done = inspected.do("answer-finding", "governor", finding="F-1", answers="mended", says="Done.")
    assert [f.code for f in done.findings] == ["casework.answered-late"]
    assert inspected.state("inspection_findings", "F-1") == "answered"


def test_a_promise_names_its_day(inspected: World) -> None:
    told = {"finding": "F-1", "answers": "will-mend", "says": "Soon."}
    assert inspected.why_not("answer-finding", "governor", **told) == [
        "casework.promise-without-day"
    ]


def test_an_answer_closes_nothing_an_inspector_does(inspected: World) -> None:
    inspected.do("answer-finding", "governor", finding="F-1", answers="mended", says="Done.")
    assert inspected.why_not("close-finding", "governor", finding="F-1") == ["policy.denied"]
    inspected.do("close-finding", "inspector", finding="F-1")
    assert inspected.state("inspections", "I-1") == "closed"
    assert inspected.why_not("close-finding", "inspector", finding="F-1") == [
        "casework.finding-closed"
    ]


def test_a_visit_by_officials_is_no_inspection(world: World) -> None:
    done = world.do("record-official-visit", "directorate", place="lindmoor", by="government",
                    visited_on=date(2026, 9, 1), images_made=True)  # fmt: skip
    assert [f.code for f in done.findings] == ["oversight.images-made"]
    assert world.view.rows("inspections") == ()


@pytest.mark.parametrize(
    ("claimed", "figure", "verdict"),
    [(2, "transferred", "agrees"), (7, "transferred", "differs"), (0, "deaths", "agrees"),
     (3, "none", "cannot-be-tested")],
)  # fmt: skip
def test_an_official_claim_is_held_against_the_record(
    world: World, claimed: int, figure: str, verdict: str
) -> None:
    world.received(1, 2)
    today = world.clock.now().date()
    done = world.do(
        "record-official-claim", "inspector", said_by="ministry", said_on=today,
        says=f"{claimed} were handed over.", figure=figure, claimed=claimed,
        period_from=today - timedelta(days=5), period_until=today,
    )  # fmt: skip
    assert done.rows[0].text("verdict") == verdict


def test_a_claim_about_days_before_the_record_began_cannot_be_tested(world: World) -> None:
    done = world.do(
        "record-official-claim", "inspector", said_by="ministry", said_on=date(2026, 9, 1),
        says="Nobody died in 2020.", figure="deaths", claimed=0,
        period_from=date(2020, 1, 1), period_until=date(2020, 12, 31),
    )  # fmt: skip
    assert done.rows[0].text("verdict") == "cannot-be-tested"


def complain(world: World, **told: object) -> str:
    (who,) = world.prepared(1)
    return world.do(
        "lodge-complaint", "person", over={"person": who.key}, person=who.key, says="At night.",
        **told,
    ).key_of("complaints")  # fmt: skip


def test_a_complaint_is_protected_and_answered_by_whom_it_was_sent_to(world: World) -> None:
    key = complain(world, about="conditions", sent_to="prison-service")
    complaint = world.view.row("complaints", key)
    assert complaint is not None
    assert complaint.text("lodged_by") == Role.PERSON.value
    told = {"complaint": key, "answer": "The cells are repaired."}
    assert world.why_not("answer-complaint", "governor", **told) == ["policy.denied"]
    assert world.why_not("answer-complaint", "directorate", **told) == ["policy.out-of-reach"]
    world.do("answer-complaint", "prisons", **told)
    assert world.state("complaints", key) == "answered"


def test_torture_is_alleged_to_somebody_outside_and_inquired_into_at_once(world: World) -> None:
    (who,) = world.prepared(1)
    told = {"person": who.key, "about": "torture", "says": "Beaten.", "over": {"person": who.key}}
    assert world.why_not("lodge-complaint", "person", sent_to="prison-service", **told) == [
        "casework.torture-goes-outside"
    ]
    told["over"] = {"person": who.key}
    done = world.do("lodge-complaint", "person", sent_to="preventive-mechanism", **told)
    complaint = done.rows[0]
    assert complaint.text("state") == "inquiry"
    assert complaint.instant("answer_by") == complaint.recorded_at + timedelta(hours=24)


def test_whoever_lodged_a_complaint_does_not_answer_it(world: World) -> None:
    (who,) = world.prepared(1)
    key = world.do("lodge-complaint", "inspector", person=who.key, about="conditions",
                   says="Seen on the visit.").key_of("complaints")  # fmt: skip
    assert world.why_not("answer-complaint", "inspector", complaint=key, answer="So it is.") == [
        "policy.same-person"
    ]
