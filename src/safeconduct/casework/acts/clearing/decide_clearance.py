"""Deciding a clearance: one human signs one person's findings, and is not who proposed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.clearing import facts_digest, findings_digest, findings_of, gate
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import bars_of, line_key, standing_stops
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.clearance import Clearing, PersonFindings
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class DecideClearance:
    """Whom, and the digest of the findings that the signer read.

    ``act`` is the signature of the signer's own key over the digest; where the office has a key
    enrolled, nothing else will do.
    """

    person: Annotated[str, Fact("clearances.person")]
    transfer: Annotated[str, Fact("clearances.transfer")]
    digest: Annotated[str, Fact("clearances.digest")]
    act: Annotated[str, Fact("clearances.act")] = ""


def plan(asked: DecideClearance, situation: Situation) -> Planned:
    """The clearance, if the findings are still those that were read and nothing bars."""
    line = situation.known("manifest_lines", line_key(asked.transfer, asked.person))
    if isinstance(line, Finding):
        return (line,)
    terms = situation.terms
    if terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    wrong = (*_hands_tied(line, situation), *standing_stops(situation, asked.transfer))
    return wrong or _signed(asked, line, situation, terms)


def _hands_tied(line: KeptRow, situation: Situation) -> tuple[Finding, ...]:
    if line.text("state") != "proposed":
        return (fault("casework.line-not-proposed", "person", state=line.text("state")),)
    if situation.actor.id == line.text("proposer"):
        return (fault("casework.proposer-cannot-clear", "person", who=situation.actor.name),)
    if not situation.office:
        return (fault("casework.no-office", "person"),)
    return ()


def _signed(
    asked: DecideClearance, line: KeptRow, situation: Situation, terms: Agreement
) -> Planned:
    clearing = gate(situation.view, terms, [asked.person], situation.now)
    one = findings_of(clearing, asked.person)
    if one is None or (bars := bars_of(one, asked.person)):
        return bars if one is not None else bars_of(None, asked.person)
    digest = findings_digest(clearing, one)
    if digest != asked.digest:
        return (fault("casework.findings-changed", "digest", digest=digest),)
    if wrong := _signature(asked, situation):
        return wrong
    return _plan(asked, line, situation, clearing, one)


def _signature(asked: DecideClearance, situation: Situation) -> tuple[Finding, ...]:
    view, office = situation.view, situation.office
    if not asked.act:
        missing = fault("casework.signature-missing", "act", office=office)
        return (missing,) if view.has_key(office) else ()
    why = view.check_signature(asked.act, asked.digest, office)
    return () if why is None else (fault("casework.signature-refused", "act", why=why),)


def _plan(
    asked: DecideClearance,
    line: KeptRow,
    situation: Situation,
    clearing: Clearing,
    one: PersonFindings,
) -> Plan:
    key = situation.names.new("clearance")
    values = {
        "person": asked.person,
        "transfer": asked.transfer,
        "state": "signed",
        "digest": asked.digest,
        "terms_hash": clearing.terms_hash,
        "floor_hash": clearing.floor_hash,
        "facts_hash": facts_digest(one),
        "evaluator": clearing.evaluator,
        "outcome": one.outcome.value,
        "signer": situation.actor.id,
        "office": situation.office,
        "signed_at": situation.now,
        "signed_by": "key" if asked.act else "confirmation",
        "act": asked.act,
    }
    facts: dict[str, Plain] = {"transfer": asked.transfer, "digest": asked.digest,
             "office": situation.office,
             "terms_hash": clearing.terms_hash, "floor_hash": clearing.floor_hash}  # fmt: skip
    if asked.act:
        facts["act_sha256"] = hashlib.sha256(asked.act.encode()).hexdigest()
    rows = (
        NewRow("clearances", key, values),
        changed(line, state="cleared", clearance=key),
    )
    return Plan(rows, case=situation.case_of(asked.person), facts=facts)


DECIDE_CLEARANCE = Act(
    "decide-clearance", "clearing", Right.CLEAR, "cleared", DecideClearance, plan
)
