"""Data: contested, rectified with the old version kept, erased when nothing needs them."""

from __future__ import annotations

import pytest

from safeconduct.casework.story.people import Someone
from tests.casework.world import World


@pytest.fixture
def held(world: World) -> tuple[World, Someone]:
    """A node with one person in custody."""
    (who,) = world.received(1)
    return world, who


def contest(world: World, who: Someone) -> str:
    return world.do(
        "contest", "counsel", over={"person": who.key}, person=who.key,
        about_table="persons", about_key=who.key, about_column="residence", says="Moved.",
    ).key_of("contests")  # fmt: skip


def rectified(world: World, who: Someone, **told: str) -> dict[str, str]:
    return {"about_table": "persons", "about_key": who.key, "about_column": "residence",
            "value": "SV", **told}  # fmt: skip


def test_what_is_contested_stays_and_is_open_until_answered(held: tuple[World, Someone]) -> None:
    world, who = held
    key = contest(world, who)
    world.do("answer-contest", "prisons", contest=key, answer="The register says so.")
    assert world.state("contests", key) == "upheld"
    assert world.why_not("answer-contest", "prisons", contest=key, answer="Again.") == [
        "casework.contest-over"
    ]


def test_nobody_contests_the_row_of_another(held: tuple[World, Someone]) -> None:
    world, who = held
    told = {"person": who.key, "about_table": "places", "about_key": "lindmoor", "says": "No."}
    assert world.why_not("contest", "counsel", over={"person": who.key}, **told) == [
        "casework.no-such-row"
    ]


def test_a_rectification_keeps_the_old_version_and_ends_the_contest(
    held: tuple[World, Someone],
) -> None:
    world, who = held
    key = contest(world, who)
    before = world.view.row("persons", who.key)
    world.do("rectify", "prisons", **rectified(world, who, contest=key))
    history = world.view.history("persons", who.key)
    assert before is not None
    assert history[-2].values == before.values
    assert history[-1].text("residence") == "SV"
    assert world.state("contests", key) == "rectified"


def test_whoever_had_the_data_is_told(held: tuple[World, Someone]) -> None:
    world, who = held
    world.do("rectify", "prisons", **rectified(world, who))
    told = {row.text("duty") for row in world.view.rows("duties", person=who.key)}
    assert {"tell-recipients/escort-unit", "tell-recipients/carrier"} <= told


def test_the_office_that_owes_a_duty_records_it_and_says_when_it_is_late(
    held: tuple[World, Someone],
) -> None:
    world, who = held
    world.do("rectify", "prisons", **rectified(world, who))
    first, second, *_ = world.view.rows("duties", person=who.key, open_only=True)
    told = {"duty_item": first.key}
    assert world.why_not("do-duty", "directorate", **told) == ["casework.duty-of-another"]
    assert world.do("do-duty", "prisons", **told).findings == ()
    assert world.why_not("do-duty", "prisons", **told) == ["casework.duty-done"]
    world.later(days=5)
    late = world.do("do-duty", "prisons", duty_item=second.key)
    assert [finding.code for finding in late.findings] == ["casework.duty-late"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"about_table": "clearances"}, "casework.not-rectified"),
        ({"about_table": "statements"}, "casework.not-rectified"),
        ({"about_column": "person"}, "casework.column-fixed"),
        ({"about_column": "no_such"}, "casework.column-fixed"),
        ({"about_column": "born_on", "value": "yesterday"}, "casework.not-of-the-type"),
        ({"about_column": "age_disputed", "value": "perhaps"}, "casework.not-of-the-type"),
        ({"about_column": "legal_status", "value": "guilty"}, "casework.not-of-the-type"),
        ({"about_key": "nobody"}, "casework.no-such-row"),
    ],
)
def test_only_a_fact_is_rectified_and_by_its_type(
    held: tuple[World, Someone], told: dict[str, str], code: str
) -> None:
    world, who = held
    assert world.why_not("rectify", "prisons", **rectified(world, who, **told)) == [code]


def test_nothing_is_erased_of_somebody_who_is_held(held: tuple[World, Someone]) -> None:
    world, who = held
    assert "casework.held-still" in world.why_not(
        "erase", "prisons", person=who.key, ground="retention over"
    )


def test_what_nothing_needs_is_erased_and_its_rows_stay(world: World) -> None:
    (who,) = world.prepared(1)
    rows = len(world.view.rows("identities"))
    done = world.do("erase", "prisons", person=who.key, ground="retention over")
    assert (done.rows[0].number("values") or 0) > 0
    row = world.view.row("persons", who.key)
    assert row is not None
    assert row.day("born_on") is None
    assert len(world.view.rows("identities")) == rows


def test_a_hold_outranks_an_erasure_and_whoever_placed_it_releases_it(world: World) -> None:
    (who,) = world.prepared(1)
    hold = world.do("place-legal-hold", "inspector", person=who.key, ground="inquiry").key_of(
        "legal_holds"
    )
    told = {"person": who.key, "ground": "retention over"}
    assert world.why_not("erase", "prisons", **told) == ["casework.under-hold"]
    assert world.why_not("release-legal-hold", "prisons", hold=hold) == ["policy.out-of-reach"]
    world.do("release-legal-hold", "inspector", hold=hold)
    assert world.why_not("erase", "prisons", **told) == []
