"""Sealing a manifest: the gate is asked again for everybody on it, at that instant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, digest
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.clearing import gate
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import all_in_the_way, lines_on, standing_stops
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class SealManifest:
    """Which manifest is closed. Nobody can be added to it afterwards."""

    transfer: Annotated[str, Fact("seals.transfer")]


def plan(asked: SealManifest, situation: Situation) -> Planned:
    """The seal, or for each person everything that stands in the way."""
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    if manifest.text("state") != "open":
        state = manifest.text("state")
        return (fault("casework.manifest-not-open", "transfer", state=state),)
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    lines = lines_on(situation.view, asked.transfer)
    if not lines:
        return (fault("casework.manifest-empty", "transfer", transfer=asked.transfer),)
    if stops := standing_stops(situation, asked.transfer):
        return stops
    return _sealed(manifest, lines, situation, situation.terms)


def _sealed(
    manifest: KeptRow, lines: tuple[KeptRow, ...], situation: Situation, terms: Agreement
) -> Planned:
    persons = [line.person for line in lines]
    clearing = gate(situation.view, terms, persons, situation.now)
    if in_the_way := all_in_the_way(lines, clearing, situation.view):
        return in_the_way
    transfer = situation.view.row("transfers", manifest.key)
    signed = sorted([line.person, line.text("clearance")] for line in lines)
    sealed = digest({"transfer": manifest.key, "lines": signed})
    seal: dict[str, Cell] = {
        "transfer": manifest.key, "lines": len(lines), "digest": sealed,
        "signer": situation.actor.id, "office": situation.office, "sealed_at": situation.now,
    }  # fmt: skip
    rows = [
        NewRow("seals", situation.names.new("seal"), seal),
        changed(manifest, state="sealed", sealed_at=situation.now),
        *(changed(line, state="sealed") for line in lines),
    ]
    if transfer is not None:
        rows.append(changed(transfer, manifest_open=False, manifest_closed_at=situation.now))
    facts: dict[str, Plain] = {"transfer": manifest.key, "lines": len(lines), "digest": sealed}
    return Plan(tuple(rows), facts=facts)


SEAL_MANIFEST = Act("seal-manifest", "manifest", Right.SEAL, "manifest-sealed", SealManifest, plan)
