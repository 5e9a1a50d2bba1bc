"""The door: who may pass, once only, all or nothing, and nobody's words over somebody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from safeconduct.casework import ACTS, Done, NewRow, Plan, Refused, perform, read_asked
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.policy import ANYBODY, Actor
from tests.casework.world import World

REGISTER = ACTS["register-person"]


def _asked(**told: object) -> object:
    return read_asked(REGISTER.asked, {"full_name": "Somebody", **told})


def _perform(world: World, asked: object, who: str = "prisons", **other: object) -> Done | Refused:
    actor = CAST[who].actor({}) if who else ANYBODY
    return perform(REGISTER, asked, actor, AGREEMENT, world.teller.ports, **other)  # type: ignore[arg-type]


def test_who_has_no_right_is_told_so_and_nothing_more(world: World) -> None:
    outcome = _perform(world, _asked(person="N1"), who="consul")
    assert isinstance(outcome, Refused)
    assert outcome.denied
    assert [f.code for f in outcome.findings] == ["policy.denied"]
    assert world.view.row("persons", "N1") is None


def test_a_role_under_another_agreement_opens_nothing(world: World) -> None:
    held = CAST["prisons"].actor({})
    elsewhere = tuple(replace(one, agreement="another") for one in held.relations)
    stranger = Actor(held.id, held.name, elsewhere)
    outcome = perform(REGISTER, _asked(), stranger, AGREEMENT, world.teller.ports)
    assert isinstance(outcome, Refused)
    assert outcome.denied


def test_the_same_request_twice_is_done_once(world: World) -> None:
    first = _perform(world, _asked(), request_key="k-1")
    again = _perform(world, _asked(), request_key="k-1")
    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert (again.entry, again.leaf, again.rows) == (first.entry, first.leaf, first.rows)
    assert again.again
    assert not first.again
    assert len(world.view.rows("persons")) == 1


def test_a_request_key_for_another_question_is_refused(world: World) -> None:
    _perform(world, _asked(), request_key="k-1")
    outcome = _perform(world, _asked(person="N2"), request_key="k-1")
    assert [f.code for f in outcome.findings] == ["casework.request-key-used"]
    assert world.view.row("persons", "N2") is None


def test_another_sender_may_use_the_same_key(world: World) -> None:
    _perform(world, _asked(), request_key="k-1")
    assert isinstance(_perform(world, _asked(), who="directorate", request_key="k-1"), Done)


def test_two_officers_at_once_do_not_overwrite_one_another(world: World) -> None:
    _perform(world, _asked(person="N1"))
    complete = ACTS["complete-person"]
    read = world.view.row("persons", "N1")
    assert read is not None

    def told(sex: str) -> Done | Refused:
        asked = read_asked(complete.asked, {"person": "N1", "sex": sex})
        actor, ports = CAST["prisons"].actor({}), world.teller.ports
        return perform(complete, asked, actor, AGREEMENT, ports, expected_version=read.version)

    assert isinstance(told("1"), Done)
    second = told("2")
    assert [f.code for f in second.findings] == ["casework.changed-since-read"]
    now = world.view.row("persons", "N1")
    assert now is not None
    assert now.text("sex") == "1"


def test_a_clock_that_goes_back_never_makes_knowledge_earlier(world: World) -> None:
    _perform(world, _asked(person="N1"))
    before = world.view.row("persons", "N1")
    world.clock.set(world.clock.now() - timedelta(hours=5))
    outcome = _perform(world, _asked(person="N2"))
    after = world.view.row("persons", "N2")
    assert before is not None
    assert after is not None
    assert after.recorded_at >= before.recorded_at
    assert "casework.clock-went-back" in [f.code for f in outcome.findings]


def test_what_the_record_does_not_take_leaves_no_row(world: World) -> None:
    unkept = Plan((NewRow("persons", "N7", {}),), facts={"says": "free text is never in clear"})
    act = replace(REGISTER, plan=lambda _asked, _situation: unkept)
    actor = CAST["prisons"].actor({})
    outcome = perform(act, _asked(), actor, AGREEMENT, world.teller.ports)
    assert [f.code for f in outcome.findings] == ["record.fact-not-clear"]
    assert world.view.row("persons", "N7") is None
    assert isinstance(_perform(world, _asked(person="N8")), Done)


def test_what_was_known_at_a_moment_stays_what_was_known_then(world: World) -> None:
    _perform(world, _asked(person="N1", sex="1"))
    then = world.clock.now()
    world.later(days=1)
    world.do("complete-person", "prisons", person="N1", sex="2")
    earlier, now = (
        world.store.view(AGREEMENT, then).row("persons", "N1"),
        world.view.row("persons", "N1"),
    )
    assert earlier is not None
    assert now is not None
    assert (earlier.text("sex"), now.text("sex")) == ("1", "2")
    assert [row.version for row in world.view.history("persons", "N1")] == [1, 2]
    assert world.store.view(AGREEMENT, then - timedelta(days=9)).row("persons", "N1") is None


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"full_name": "x" * 10_000}, "casework.too-long"),
        ({"full_name": "Abe\u202egnal"}, "casework.character"),
        ({"full_name": "Abe\x00"}, "casework.character"),
        ({"full_name": ""}, "casework.field-missing"),
        ({"person": "../../etc"}, "casework.not-a-key"),
        ({"person": "<b>"}, "casework.not-a-key"),
        ({"sex": "male"}, "casework.not-a-code"),
        ({"born_on": "12/11/1990"}, "casework.not-a-day"),
        ({"held_since": "2026-10-05T10:00"}, "casework.instant-without-offset"),
        ({"age_disputed": "perhaps"}, "casework.not-yes-or-no"),
        ({"gang_score": "7"}, "casework.no-such-field"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(told: dict[str, object], code: str) -> None:
    wrong = _asked(**told)
    assert isinstance(wrong, tuple)
    assert [(f.code, f.location.column) for f in wrong] == [(code, next(iter(told)))]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "عبد الله", "O’Neill – Ñandú 李"])
def test_a_name_is_kept_as_it_was_told(world: World, name: str) -> None:
    outcome = _perform(world, _asked(full_name=name, person="N1"))
    assert isinstance(outcome, Done)
    row = world.view.row("identities", "N1")
    assert row is not None
    assert row.text("full_name") == name
