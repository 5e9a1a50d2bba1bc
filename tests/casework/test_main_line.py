"""From proposing a person to the booking in the facility, and everything that stands in the way."""

from __future__ import annotations

import pytest

from safeconduct.casework import Done
from safeconduct.casework.lines import line_key
from tests.casework.world import T, World


def test_a_person_in_whose_way_nothing_stands_is_cleared_sealed_sent_and_booked_in(
    world: World,
) -> None:
    (who,) = world.received(1)
    (booking,) = world.view.rows("bookings", person=who.key)
    assert (booking.text("title"), booking.text("how"), booking.transfer) == (
        "order", "handed-over", T,
    )  # fmt: skip
    assert world.state("manifest_lines", line_key(T, who.key)) == "received"
    assert world.view.rows("incidents") == ()
    assert world.view.rows("releases") == ()


def test_whoever_proposed_cannot_clear(world: World) -> None:
    (who,) = world.prepared(1)
    told = {"person": who.key, "transfer": T, "digest": world.digest(who)}
    assert world.why_not("decide-clearance", "proposer", **told) == [
        "casework.proposer-cannot-clear"
    ]
    assert world.why_not("decide-clearance", "signer", **told) == []


def test_a_signature_stands_under_the_findings_that_were_read_and_no_others(world: World) -> None:
    (who,) = world.prepared(1)
    read = world.digest(who)
    world.do("record-document", "registrar", person=who.key, kind="identity-document")
    assert world.digest(who) == read
    world.do(
        "record-search", "registry", person=who.key, register="court-orders",
        searched_at=world.clock.now(), complete="yes", found=0,
    )  # fmt: skip
    assert world.digest(who) != read
    told = {"person": who.key, "transfer": T}
    assert world.why_not("decide-clearance", "signer", **told, digest=read) == [
        "casework.findings-changed"
    ]


def test_nobody_signs_for_a_person_of_whom_something_is_unknown(world: World) -> None:
    (who,) = world.prepared(1)
    world.later(hours=30)
    refused = world.why_not(
        "decide-clearance", "signer", person=who.key, transfer=T, digest=world.digest(who)
    )
    assert set(refused) == {"casework.not-known"}


def test_a_seal_needs_a_signature_for_everybody(world: World) -> None:
    one, other = world.prepared(1, 2)
    world.clear(one)
    outcome = world.attempt("seal-manifest", "prisons", transfer=T)
    assert [(f.code, f.message.parameters["person"]) for f in outcome.findings] == [
        ("casework.not-signed", other.key)
    ]
    assert world.state("manifests", T) == "open"


def test_a_seal_asks_the_gate_again_and_says_for_each_person_what_came_up(world: World) -> None:
    one, other = world.prepared(1, 2)
    world.clear(one)
    world.clear(other)
    world.do(
        "report-order", "counsel", kind="stay", scope="person", person=one.key,
        issued_by="court-of-appeal",
    )  # fmt: skip
    outcome = world.attempt("seal-manifest", "prisons", transfer=T)
    assert {f.message.parameters["person"] for f in outcome.findings} == {one.key}
    assert "floor-no-order" in {f.message.parameters["condition"] for f in outcome.findings}


def test_facts_that_change_after_a_signature_ask_for_another(world: World) -> None:
    (who,) = world.prepared(1)
    world.clear(who)
    world.do(
        "record-search", "registry", person=who.key, register="court-orders",
        searched_at=world.clock.now(), complete="yes", found=0,
    )  # fmt: skip
    assert world.why_not("seal-manifest", "prisons", transfer=T) == [
        "casework.signed-on-other-facts"
    ]
    world.do("withdraw-clearance", "signer", person=who.key, transfer=T, reason="read again")
    world.clear(who)
    assert world.why_not("seal-manifest", "prisons", transfer=T) == []


def test_nobody_is_added_to_a_sealed_manifest(world: World) -> None:
    world.sealed(1)
    world.do("register-person", "prisons", full_name="Somebody", person="N9")
    assert world.why_not("propose", "proposer", person="N9", transfer=T) == [
        "casework.manifest-not-open"
    ]


def test_an_order_after_the_seal_keeps_the_person_from_boarding(world: World) -> None:
    one, other = world.sealed(1, 2)
    world.do(
        "report-order", "registrar", kind="stay", scope="person", person=one.key,
        issued_by="court-of-appeal", issued_at=world.clock.now(),
    )  # fmt: skip
    assert set(world.why_not("dispatch", "prisons", transfer=T)) == {"casework.not-met"}
    world.do("withdraw", "prisons", person=one.key, transfer=T, reason="order")
    world.do("dispatch", "prisons", transfer=T)
    assert world.state("manifest_lines", line_key(T, one.key)) == "withdrawn"
    assert world.state("manifest_lines", line_key(T, other.key)) == "boarded"


def test_a_report_that_nobody_verified_stops_as_the_order_itself_does(world: World) -> None:
    (who,) = world.sealed(1)
    world.do("report-order", "counsel", kind="stay", scope="transfer", transfer=T)
    assert set(world.why_not("dispatch", "prisons", transfer=T)) == {"casework.not-known"}
    assert who.key in str(world.attempt("dispatch", "prisons", transfer=T))


def test_a_refused_line_leaves_the_person_with_the_escort_and_unbooked(world: World) -> None:
    (who,) = world.dispatched(1)
    world.do("hand-over", "escort", transfer=T)
    world.do(
        "refuse-line", "directorate", person=who.key, transfer=T, reason="identity-not-matched"
    )
    assert world.state("handover_lines", line_key(T, who.key)) == "refused"
    assert world.view.rows("bookings", person=who.key) == ()
    assert world.why_not("receive-line", "directorate", person=who.key, transfer=T) == [
        "casework.line-settled"
    ]


def test_a_transfer_that_turns_back_brings_back_everybody_not_yet_received(world: World) -> None:
    one, other = world.dispatched(1, 2)
    world.do("receive-line", "directorate", person=one.key, transfer=T)
    world.do("turn-back", "escort", transfer=T, turn_back_to="northgate")
    states = [world.state("handover_lines", line_key(T, who.key)) for who in (one, other)]
    assert states == ["received", "turned-back"]


def test_what_paper_says_afterwards_is_entered_whatever_was_missing(world: World) -> None:
    world.do("register-person", "prisons", full_name="Somebody", person="N9")
    done = world.do(
        "late-entry", "governor", person="N9", transfer="T-X", place="lindmoor",
        settled_at=world.clock.now(), over={"person": ""},
    )  # fmt: skip
    assert [f.code for f in done.findings] == ["casework.not-announced"]
    assert [row.text("kind") for row in world.view.rows("incidents")] == ["arrival-not-announced"]


@pytest.mark.parametrize("known", [True, False])
def test_presence_is_never_refused(world: World, known: bool) -> None:
    told = {"full_name": "Gives no name"}
    if known:
        world.do("register-person", "prisons", full_name="Somebody", person="N9")
        told = {"person": "N9"}
    done = world.attempt("book-in", "governor", place="lindmoor", **told)
    assert isinstance(done, Done)
    (booking,) = world.view.rows("bookings")
    assert booking.text("title") == "without-order"
    (release,) = world.view.rows("releases", open_only=True)
    assert release.text("ground") == "held-without-order"
    kinds = {row.text("kind") for row in world.view.rows("incidents", open_only=True)}
    assert kinds == {"held-without-order", "arrival-not-announced"}


def test_one_person_is_not_counted_twice_in_one_place(world: World) -> None:
    world.do("book-in", "governor", place="lindmoor", full_name="Gives no name", person="N9")
    assert world.why_not("book-in", "governor", place="lindmoor", person="N9") == [
        "casework.booked-in-already"
    ]


def test_a_clock_that_runs_ahead_keeps_nobody_unregistered(world: World) -> None:
    ahead = world.clock.now().replace(year=2027)
    done = world.do("book-in", "governor", place="lindmoor", full_name="X", arrived_at=ahead)
    assert "casework.taken-as-now" in [f.code for f in done.findings]
    (booking,) = world.view.rows("bookings")
    assert booking.instant("arrived_at") == booking.recorded_at
