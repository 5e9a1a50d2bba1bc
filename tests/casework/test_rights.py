"""Every act as every role: whoever was not granted the right is refused, and nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from safeconduct.casework import Act, Refused, fields_of, perform
from safeconduct.casework.catalogue import ACTS
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.facts import FactType
from safeconduct.policy import ANYBODY, GRANTED, Actor, Relation, Right, Role
from tests.casework.world import NOW, World, memory_store

READS = "read-"
ON_A_PAGE = {Right.VERIFY_PROOF}
"""Rights that a page uses and no act."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """One node for all of them: whoever is refused changes nothing."""
    folder: Path = tmp_path_factory.mktemp("rights")
    return World(memory_store(folder))


def asked_of(act: Act[Any]) -> object:
    """Something that the act asks, filled in just so far that the form is right."""
    told = {f.name: _filled(f.column.type, f.column.codes) for f in fields_of(act.asked)
            if f.required}  # fmt: skip
    return act.asked(**told)


def _filled(kind: FactType, codes: tuple[str, ...]) -> object:
    match kind:
        case FactType.INSTANT:
            return NOW
        case FactType.DATE:
            return date(2026, 9, 1)
        case FactType.INTEGER:
            return 1
        case FactType.BOOLEAN:
            return True
        case FactType.CODES:
            return codes[:1] or ("en",)
        case FactType.CODE:
            return codes[0] if codes else "en"
        case FactType.JURISDICTION:
            return "GS"
        case _:
            return "x-1"


def actor_as(role: Role) -> Actor:
    if role is Role.PUBLIC:
        return ANYBODY
    part = next(part for part in CAST.values() if part.role is role)
    return part.actor({})


WALK = [
    pytest.param(act, role, id=f"{act.name}-{role.value}")
    for act in ACTS.values()
    for role in Role
    if role not in GRANTED[act.right] and Role.PUBLIC not in GRANTED[act.right]
]


@pytest.mark.parametrize(("act", "role"), WALK)
def test_a_role_without_the_right_is_refused(world: World, act: Act[Any], role: Role) -> None:
    entries = len(world.view.history("agreements", AGREEMENT))
    outcome = perform(act, asked_of(act), actor_as(role), AGREEMENT, world.teller.ports)
    assert isinstance(outcome, Refused)
    assert outcome.denied
    assert [finding.code for finding in outcome.findings] == ["policy.denied"]
    assert len(world.view.history("agreements", AGREEMENT)) == entries


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
def test_nobody_acts_under_an_agreement_in_which_there_is_no_part_to_play(
    world: World, act: Act[Any]
) -> None:
    roles = GRANTED[act.right]
    if Role.PUBLIC in roles:
        return
    elsewhere = tuple(Relation(role, "another-agreement", "office") for role in roles)
    stranger = Actor("stranger", "A. Fictitious", elsewhere)
    outcome = perform(act, asked_of(act), stranger, AGREEMENT, world.teller.ports)
    assert isinstance(outcome, Refused)
    assert outcome.denied


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
def test_every_act_has_a_right_that_somebody_holds(act: Act[Any]) -> None:
    assert GRANTED[act.right]


def test_every_right_is_that_of_an_act_or_a_page_or_nobody_s() -> None:
    used = {act.right for act in ACTS.values()} | ON_A_PAGE
    idle = {
        right for right in Right
        if right not in used and GRANTED[right] and not right.value.startswith(READS)
    }  # fmt: skip
    assert idle == set()
