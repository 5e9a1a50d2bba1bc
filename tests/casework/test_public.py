"""Without an account: where is this person?  Told, or told why not, and never lied to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from safeconduct.casework import Done, Refused, read_asked
from safeconduct.casework.catalogue import ACTS
from safeconduct.casework.clearing import gate
from safeconduct.casework.door import perform
from safeconduct.casework.story.cast import AGREEMENT
from safeconduct.casework.story.people import Someone, someone
from safeconduct.casework.terms import terms_in_force
from safeconduct.clearance import Outcome
from safeconduct.oversight import code_digest
from safeconduct.policy import ANYBODY
from tests.casework.world import World

CODE = "K7M4-Q2"


def ask(world: World, **told: object) -> Done | Refused:
    act = ACTS["ask-location"]
    asked = read_asked(act.asked, {"asked_by": "A relative", "relation": "relative",
                                   "about": "My brother", **told})  # fmt: skip
    assert not isinstance(asked, tuple)
    world.later(seconds=1)
    return perform(act, asked, ANYBODY, AGREEMENT, world.teller.ports)


def with_code(world: World, who: Someone) -> None:
    world.do("keep-contact", "prisons", person=who.key, kind="relative", full_name="A relative",
             code_digest=code_digest(CODE, who.key))  # fmt: skip


def do(world: World, name: str, version: int | None = None, **told: object) -> Done | Refused:
    act = ACTS[name]
    asked = read_asked(act.asked, told)
    assert not isinstance(asked, tuple)
    world.later(seconds=1)
    ports = world.teller.ports
    return perform(act, asked, ANYBODY, AGREEMENT, ports, expected_version=version)


def answered(outcome: Done | Refused) -> tuple[str, str]:
    assert isinstance(outcome, Done)
    row = outcome.rows[0]
    return row.text("state"), row.text("answer")


def test_whoever_has_the_code_is_told_where(world: World) -> None:
    (who,) = world.received(1)
    with_code(world, who)
    assert answered(ask(world, person=who.key, code=CODE.lower())) == ("answered", "lindmoor")


def test_on_the_way_the_transfer_is_named(world: World) -> None:
    (who,) = world.dispatched(1)
    with_code(world, who)
    assert answered(ask(world, person=who.key, code=CODE)) == ("answered", "T-10")


def test_of_somebody_who_is_free_no_place_is_told(world: World) -> None:
    (who,) = world.received(1)
    with_code(world, who)
    booking = world.view.rows("bookings")[0].key
    world.do("release", "governor", booking=booking, released_to="family", ground="decision")
    assert answered(ask(world, person=who.key, code=CODE)) == ("answered", "released")


def test_whoever_cannot_be_found_is_an_incident_and_once(world: World) -> None:
    key = "N8000"
    world.do("register-person", "prisons", person=key, full_name="Gives a name")
    world.do("keep-contact", "prisons", person=key, kind="relative", full_name="A relative",
             code_digest=code_digest(CODE, key))  # fmt: skip
    for _ in range(2):
        assert answered(ask(world, person=key, code=CODE)) == ("open", "")
    incidents = [row.text("kind") for row in world.view.rows("incidents", person=key)]
    assert incidents == ["whereabouts-unknown"]


def test_of_a_death_a_human_tells(world: World) -> None:
    (who,) = world.received(1)
    with_code(world, who)
    world.do("record-death", "governor", person=who.key, place="lindmoor",
             died_at=world.clock.now())  # fmt: skip
    assert answered(ask(world, person=who.key, code=CODE)) == ("open", "")
    incidents = [row.text("kind") for row in world.view.rows("incidents", person=who.key)]
    assert incidents == ["death"]


def test_without_proof_the_outcome_is_the_same_for_everybody_and_nobody(world: World) -> None:
    (who,) = world.received(1)
    with_code(world, who)
    outcomes = [ask(world, person=key, code="WRONG") for key in (who.key, "nobody-of-that-key")]
    rows = [outcome.rows[0] for outcome in outcomes if isinstance(outcome, Done)]
    assert [row.text("state") for row in rows] == ["open", "open"]
    assert [row.person for row in rows] == ["", ""]
    assert set(rows[0].values) == set(rows[1].values)


def order(world: World, who: Someone, **told: object) -> None:
    world.do("report-order", "registrar", order="O-1", kind="stay", scope="person",
             person=who.key, issued_by="court-of-appeal", **told)  # fmt: skip


def test_an_officer_answers_and_refuses_only_by_a_court_s_written_order_that_ends(
    world: World,
) -> None:
    (who,) = world.received(1)
    outcome = ask(world)
    assert isinstance(outcome, Done)
    request = outcome.key_of("locate_requests")
    told: dict[str, object] = {"request": request, "person": who.key, "restriction": "O-1"}
    assert world.why_not("answer-location", "prisons", **told) == [
        "oversight.locate-not-judicial", "oversight.locate-not-reasoned",
        "oversight.locate-endless", "oversight.locate-not-verified",
    ]  # fmt: skip
    order(world, who, form="written")
    assert world.why_not("answer-location", "prisons", **told) == ["oversight.locate-endless"]
    told["restriction_ends_on"] = world.clock.now().date() + timedelta(days=30)
    world.do("answer-location", "prisons", **told)
    assert world.state("locate_requests", request) == "refused"
    with_code(world, who)
    again = ask(world, person=who.key, code=CODE)
    assert answered(again) == ("refused", "")
    world.later(days=31)
    assert answered(ask(world, person=who.key, code=CODE)) == ("answered", "lindmoor")


def test_a_late_answer_says_so(world: World) -> None:
    (who,) = world.received(1)
    outcome = ask(world)
    assert isinstance(outcome, Done)
    world.later(hours=25)
    told = {"request": outcome.key_of("locate_requests"), "person": who.key}
    done = world.do("answer-location", "prisons", **told)
    assert [f.code for f in done.findings] == ["casework.answered-late"]
    assert done.rows[0].text("answer") == "lindmoor"


def test_the_facility_does_not_answer(world: World) -> None:
    outcome = ask(world)
    assert isinstance(outcome, Done)
    told = {"request": outcome.key_of("locate_requests")}
    assert world.why_not("answer-location", "governor", **told) == ["policy.denied"]


def codes(outcome: Done | Refused) -> list[str]:
    assert isinstance(outcome, Done)
    return [finding.code for finding in outcome.findings]


def test_a_stranger_s_challenge_stands_before_anybody_is_registered(world: World) -> None:
    filed = do(world, "file-challenge", person="N8000", kind="habeas")
    assert codes(filed) == ["casework.challenge-on-stranger"], "for officers, not for the receipt"
    world.do("register-person", "prisons", person="N8000", full_name="Gives a name")
    (challenge,) = world.view.rows("challenges", person="N8000", open_only=True)
    assert challenge.text("state") == "open"


def test_a_challenge_filed_before_its_person_is_registered_binds_at_the_gate(world: World) -> None:
    do(world, "file-challenge", person=someone(2).key, kind="habeas")
    persons = [who.key for who in world.prepared(1, 2)]
    terms = terms_in_force(world.view)
    assert terms is not None
    first, second = gate(world.view, terms, persons, world.clock.now()).persons
    assert first.outcome is Outcome.NO_BAR_FOUND
    assert second.outcome is not Outcome.NO_BAR_FOUND


def test_a_challenge_is_never_refused_for_its_key_or_its_clock(world: World) -> None:
    (who,) = world.received(1)
    told: dict[str, Any] = {"person": who.key, "kind": "appeal", "challenge": "C-1"}
    assert codes(do(world, "file-challenge", **told)) == []
    ahead = (world.clock.now() + timedelta(hours=1)).isoformat()
    again = do(world, "file-challenge", **told, filed_at=ahead)
    assert codes(again) == ["casework.challenge-under-another-key", "casework.taken-as-now"]
    first, second = world.view.rows("challenges", person=who.key)
    assert first.key == "C-1" != second.key
    assert second.instant("filed_at") == world.clock.now()


PROTECTING: tuple[tuple[str, dict[str, object]], ...] = (
    ("ask-location", {"asked_by": "A relative", "relation": "relative", "about": "My brother"}),
    ("report-order", {"kind": "stay", "scope": "person"}),
    ("file-challenge", {"kind": "habeas"}),
)


@pytest.mark.parametrize(("name", "told"), PROTECTING)
@pytest.mark.parametrize("version", [None, 0, 1, 99])
def test_no_version_that_a_stranger_names_tells_who_is_registered(
    world: World, name: str, told: dict[str, object], version: int | None
) -> None:
    (who,) = world.received(1)
    for person in (who.key, "nobody-of-that-key"):
        assert isinstance(do(world, name, version, **told, person=person), Done)
