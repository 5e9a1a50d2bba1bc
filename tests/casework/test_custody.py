"""Days in a facility: counts, absences, moves, returns, releases and the last of them, a death."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.casework.world import World


@pytest.fixture
def held(world: World) -> tuple[World, str, str]:
    """A node in which one person is held, the person, and the booking."""
    (who,) = world.received(1)
    (booking,) = world.view.rows("bookings", person=who.key)
    world.later(days=2)
    return world, who.key, booking.key


Held = tuple[World, str, str]


def test_a_count_that_agrees_with_the_register_is_kept_and_opens_nothing(held: Held) -> None:
    world, _, _ = held
    world.do("headcount", "governor", place="lindmoor", counted=1)
    assert world.view.rows("incidents") == ()


def test_a_count_that_differs_opens_an_incident(held: Held) -> None:
    world, _, _ = held
    done = world.do("headcount", "governor", place="lindmoor", counted=0)
    assert [f.code for f in done.findings] == ["casework.headcount-differs"]
    assert [row.text("kind") for row in world.view.rows("incidents")] == ["missing-at-headcount"]


def test_whoever_is_away_is_not_expected_at_the_count(held: Held) -> None:
    world, _, booking = held
    before = world.clock.now() - timedelta(hours=1)
    world.do("begin-absence", "governor", booking=booking, kind="hospital", whereabouts="Hospital")
    world.do("headcount", "governor", place="lindmoor", counted=0)
    world.do("headcount", "governor", place="lindmoor", counted=1, counted_at=before)
    assert world.view.rows("incidents") == ()


def test_an_absence_ends_after_it_began_and_once(held: Held) -> None:
    world, _, booking = held
    done = world.do("begin-absence", "governor", booking=booking, kind="court", whereabouts="Court")
    key = done.key_of("absences")
    early = world.clock.now() - timedelta(hours=2)
    assert world.why_not("end-absence", "governor", absence=key, returned_at=early) == [
        "casework.before-it-began"
    ]
    world.later(hours=1)
    world.do("end-absence", "governor", absence=key)
    assert world.why_not("end-absence", "governor", absence=key) == ["casework.absence-ended"]


def test_an_escape_is_an_absence_and_an_incident(held: Held) -> None:
    world, _, booking = held
    told = {"booking": booking, "kind": "escape", "whereabouts": "not known"}
    world.do("begin-absence", "governor", **told)
    assert [row.text("kind") for row in world.view.rows("incidents")] == ["escape"]


def test_a_move_to_another_place_leaves_no_hour_between_two_custodians(held: Held) -> None:
    world, person, booking = held
    world.do("move", "directorate", booking=booking, place="annex", reason="capacity")
    old, new = world.view.rows("bookings", person=person)
    assert (old.text("left_how"), new.text("how")) == ("moved", "moved")
    assert old.instant("departed_at") == new.instant("arrived_at")
    assert (old.is_open, new.is_open) == (False, True)
    row = world.view.row("persons", person)
    assert row is not None
    assert row.text("held_at") == "annex"


def test_a_move_within_the_place_keeps_the_booking(held: Held) -> None:
    world, person, booking = held
    world.do("move", "governor", booking=booking, place="lindmoor", unit="B")
    (row,) = world.view.rows("bookings", person=person)
    assert (row.text("unit"), row.is_open) == ("B", True)


def test_a_return_that_is_held_up_names_the_order_of_its_hold(held: Held) -> None:
    world, person, _ = held
    told = {"person": person, "return_by": world.clock.now().date(), "reason": "sentence-ends"}
    refused = world.why_not("plan-return", "prisons", **told, hold="prosecution")
    assert refused == ["casework.hold-without-order"]
    world.do("report-order", "registrar", kind="prosecution-hold", scope="person",
             person=person, order="H-1")  # fmt: skip
    world.do("plan-return", "prisons", **told, hold="prosecution", hold_order="H-1")
    (planned,) = world.view.rows("returns", open_only=True)
    assert planned.text("state") == "held-up"


def test_a_return_ends_the_booking_and_a_hold_that_stood_is_said(held: Held) -> None:
    world, person, _ = held
    world.do("report-order", "registrar", kind="prosecution-hold", scope="person",
             person=person, order="H-1")  # fmt: skip
    done = world.do(
        "plan-return", "prisons", person=person, return_by=world.clock.now().date(),
        reason="request", hold="prosecution", hold_order="H-1",
    )  # fmt: skip
    done = world.do("record-return", "prisons", return_plan=done.key_of("returns"))
    assert [f.code for f in done.findings] == ["casework.returned-despite-hold"]
    assert world.view.rows("bookings", person=person, open_only=True) == ()


def test_a_release_is_over_when_somebody_outside_the_facility_verified_it(held: Held) -> None:
    world, person, booking = held
    world.do("order-release", "registrar", person=person, ground="sentence-served")
    world.do("release", "governor", booking=booking, ground="sentence-served",
             released_to="Family")  # fmt: skip
    (release,) = world.view.rows("releases", open_only=True)
    assert release.text("state") == "released"
    told = {"release": release.key, "evidence": "Spoke to the person"}
    assert world.why_not("verify-release", "governor", **told) == ["policy.denied"]
    world.do("verify-release", "registrar", **told)
    assert world.view.rows("releases", open_only=True) == ()


def test_a_death_ends_the_booking_and_asks_who_was_told(held: Held) -> None:
    world, person, _ = held
    done = world.do(
        "record-death", "governor", person=person, place="lindmoor", died_at=world.clock.now()
    )
    assert [f.code for f in done.findings] == ["casework.death-not-reported"]
    (booking,) = world.view.rows("bookings", person=person)
    assert booking.text("left_how") == "died"


def test_whoever_recorded_an_incident_does_not_close_it(held: Held) -> None:
    world, person, _ = held
    done = world.do("record-incident", "prisons", kind="injury", person=person)
    told = {"incident": done.key_of("incidents"), "closed_because": "healed"}
    assert world.why_not("close-incident", "prisons", **told) == ["casework.second-person"]
    world.do("close-incident", "directorate", **told)


def _onward(world: World, person: str) -> str:
    done = world.do("request-onward-transfer", "directorate", person=person, to_state="XC")
    return done.key_of("onward_transfers")


def _assess(world: World, person: str, **other: object) -> None:
    told = {"kind": "refoulement", "about": "XC", "individual": "yes", "outcome": "no-bar",
            "made_on": world.clock.now().date()}  # fmt: skip
    world.do("record-assessment", "protection", person=person, **{**told, **other})


@pytest.mark.parametrize(
    "other",
    [{"about": "XB"}, {"individual": "no"}, {"outcome": "bar"}, {"made_on": "2020-01-01"}],
    ids=lambda other: next(iter(other)),
)
def test_nobody_is_sent_on_without_a_new_assessment_of_that_person_for_that_state(
    held: Held, other: dict[str, object]
) -> None:
    world, person, _ = held
    key = _onward(world, person)
    _assess(world, person, **other)
    told = {"onward": key, "sending_consents": "yes"}
    assert world.why_not("decide-onward-transfer", "prisons", **told) == [
        "casework.onward-not-assessed"
    ]
    _assess(world, person)
    world.do("decide-onward-transfer", "prisons", **told)


def test_a_claim_or_an_order_keeps_a_person_from_being_sent_on(held: Held) -> None:
    world, person, _ = held
    key = _onward(world, person)
    _assess(world, person)
    world.do("claim-protection", "governor", person=person, lodged_at=world.clock.now())
    world.do("report-order", "registrar", kind="withholding", scope="person", person=person)
    refused = world.why_not("decide-onward-transfer", "prisons", onward=key,
                            sending_consents="yes")  # fmt: skip
    assert refused == ["casework.onward-protected", "casework.onward-order"]
    world.do("decide-onward-transfer", "prisons", onward=key, sending_consents="no")
