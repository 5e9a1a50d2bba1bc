"""Proposing a registered person for a transfer whose manifest is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import unknown_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Propose:
    """Who is proposed, and for which transfer."""

    person: Annotated[str, Fact("manifest_lines.person")]
    transfer: Annotated[str, Fact("manifest_lines.transfer")]


def plan(asked: Propose, situation: Situation) -> Planned:
    """The line, and the person's row with the transfer on it."""
    person = situation.view.row("persons", asked.person)
    if person is None:
        return (unknown_person(asked.person),)
    if wrong := _wrong(asked, situation):
        return wrong
    line = NewRow(
        "manifest_lines",
        line_key(asked.transfer, asked.person),
        {
            "person": asked.person,
            "transfer": asked.transfer,
            "state": "proposed",
            "proposed_by": situation.office,
            "proposer": situation.actor.id,
            "proposed_at": situation.now,
        },
    )
    moved = changed(person, transfer=asked.transfer, added_to_manifest_at=situation.now)
    case = situation.case_of(asked.person)
    return Plan((line, moved), case=case, facts={"transfer": asked.transfer})


def _wrong(asked: Propose, situation: Situation) -> tuple[Finding, ...]:
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    if manifest.text("state") != "open":
        state = manifest.text("state")
        return (fault("casework.manifest-not-open", "transfer", state=state),)
    lines = situation.view.rows("manifest_lines", person=asked.person, open_only=True)
    for line in lines:
        on = line.transfer
        return (fault("casework.proposed-already", "person", person=asked.person, transfer=on),)
    return ()


PROPOSE = Act("propose", "manifest", Right.PROPOSE, "proposed", Propose, plan)
