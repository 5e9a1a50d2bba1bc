"""The kinds of entries: what the reference says of each is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safeconduct.basics import WrongInput
from safeconduct.record.entries import EVENTS, Confidentiality, Effect, Statement, draft

PAGE = Path(__file__).parents[2] / "docs/reference/record.md"
_ROW = re.compile(r"\| `([a-z-]+)` \| ([a-z]+) \| ([a-z]+) \| \S.*\|")


def documented() -> list[tuple[str, str, str]]:
    """The rows of all tables under the heading, in order."""
    section = PAGE.read_text(encoding="utf-8").split("## Kinds of entries")[1].split("\n## ")[0]
    return [(row[1], row[2], row[3]) for row in map(_ROW.fullmatch, section.splitlines()) if row]


def test_the_reference_lists_every_kind_with_its_effect_and_class() -> None:
    kinds = [(one.name, str(one.effect), str(one.confidentiality)) for one in EVENTS.values()]
    assert documented() == kinds
    assert len(set(kinds)) == len(kinds)


def test_what_refuses_stops_or_takes_back_binds_at_once() -> None:
    person = ("refused", "withdrawn", "clearance-withdrawn", "recalled", "fact-contested")
    everybody = ("stopped-everything", "onward-transfer-refused", "agreement-terminated")
    assert {EVENTS[name].effect for name in (*person, *everybody)} == {Effect.PROTECTIVE}


def test_what_permits_waits_for_the_other_party() -> None:
    boarding = ("accepted", "cleared", "manifest-sealed", "stay-lifted", "stop-lifted")
    further = ("onward-transfer-approved", "agreement-adopted", "agreement-amended")
    assert {EVENTS[name].effect for name in (*boarding, *further)} == {Effect.PERMISSIVE}


def test_what_happened_to_a_person_never_waits() -> None:
    happened = ("present", "booked-in", "moved", "refused-line", "late-entry", "incident", "died")
    assert {EVENTS[name].effect for name in happened} == {Effect.PHYSICAL}


@pytest.mark.parametrize(
    "kind", [one.name for one in EVENTS.values() if one.confidentiality.is_sealed]
)
def test_a_sealed_kind_is_never_shared(kind: str) -> None:
    assert draft(Statement(kind)).confidentiality.is_sealed
    with pytest.raises(WrongInput):
        draft(Statement(kind, confidentiality=Confidentiality.SHARED))


def test_a_kind_cannot_be_changed_from_outside() -> None:
    with pytest.raises(TypeError):
        EVENTS["present"] = EVENTS["cleared"]  # type: ignore[index]
