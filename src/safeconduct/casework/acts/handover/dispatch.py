"""Dispatching: those on a sealed manifest board, unless anything has changed since the seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.clearing import findings_of, gate
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import bars_of, line_key, lines_on, standing_stops
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Which transfer departs, and when."""

    transfer: Annotated[str, Fact("handovers.transfer")]
    dispatched_at: Annotated[datetime | None, Fact("handovers.dispatched_at")] = None


def plan(asked: Dispatch, situation: Situation) -> Planned:
    """The departure, or for each person what came up since the seal."""
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    if manifest.text("state") != "sealed":
        state = manifest.text("state")
        return (fault("casework.manifest-not-sealed", "transfer", state=state),)
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    at = asked.dispatched_at or situation.now
    lines = lines_on(situation.view, asked.transfer)
    wrong = (
        *ahead("dispatched_at", at, situation.now),
        *standing_stops(situation, asked.transfer),
        *_bars(lines, situation, situation.terms),
    )
    return wrong or _departed(manifest, lines, at, situation)


def _bars(
    lines: tuple[KeptRow, ...], situation: Situation, terms: Agreement
) -> tuple[Finding, ...]:
    if not lines:
        return (fault("casework.manifest-empty", "transfer", transfer=""),)
    persons = [line.person for line in lines]
    clearing = gate(situation.view, terms, persons, situation.now)
    return tuple(
        bar for person in persons for bar in bars_of(findings_of(clearing, person), person)
    )


def _departed(
    manifest: KeptRow, lines: tuple[KeptRow, ...], at: datetime, situation: Situation
) -> Plan:
    handover = situation.names.new("handover")
    rows = [
        NewRow(
            "handovers",
            handover,
            {
                "transfer": manifest.key,
                "state": "under-way",
                "escort": manifest.text("escort"),
                "place": manifest.text("destination"),
                "dispatched_at": at,
            },
            at,
        ),
        changed(manifest, state="dispatched", dispatched_at=at),
    ]
    transfer = situation.view.row("transfers", manifest.key)
    if transfer is not None:
        rows.append(changed(transfer, boarded_at=at))
    for line in lines:
        rows.append(changed(line, state="boarded"))
        sent = {"person": line.person, "transfer": manifest.key, "handover": handover,
                "state": "dispatched"}  # fmt: skip
        rows.append(NewRow("handover_lines", line_key(manifest.key, line.person), sent, at))
    facts: dict[str, Plain] = {"transfer": manifest.key, "lines": len(lines), "at": at.isoformat()}
    return Plan(tuple(rows), facts=facts)


DISPATCH = Act("dispatch", "handover", Right.DISPATCH, "dispatched", Dispatch, plan)
