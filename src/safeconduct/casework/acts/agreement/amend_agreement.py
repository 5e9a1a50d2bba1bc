"""Amending an agreement: the text with what was added; nothing that stood in it is edited."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

from safeconduct.agreement import Agreement, library, read_agreement
from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AmendAgreement:
    """The whole text, with the amendment among its ``amendments``."""

    text: Annotated[str, Fact("agreements.text")]
    amendment: Annotated[str, Fact("agreements.amendment")]


def plan(asked: AmendAgreement, situation: Situation) -> Planned:
    """The agreement's next version, if it names the amendment and keeps those before."""
    row = situation.view.row("agreements", situation.view.agreement)
    if row is None or situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    reading = read_agreement(asked.text.encode(), "text", library())
    if reading.agreement is None:
        return reading.findings
    if wrong := _wrong(asked, situation.terms, reading.agreement):
        return wrong
    sha256 = hashlib.sha256(asked.text.encode()).hexdigest()
    new = changed(row, text=asked.text, sha256=sha256, amendment=asked.amendment)
    return Plan((new,), facts={"sha256": sha256, "amendment": asked.amendment})


def _wrong(asked: AmendAgreement, before: Agreement, after: Agreement) -> tuple[Finding, ...]:
    if after.id != before.id:
        named, wanted = str(after.id), str(before.id)
        return (fault("casework.another-agreement", "text", named=named, wanted=wanted),)
    named_before = {amendment.id for amendment in before.amendments}
    named_after = {amendment.id for amendment in after.amendments}
    if asked.amendment not in named_after - named_before:
        return (fault("casework.amendment-not-named", "amendment", amendment=asked.amendment),)
    lost = sorted(named_before - named_after)
    return tuple(fault("casework.amendment-lost", "text", amendment=one) for one in lost)


AMEND_AGREEMENT = Act(
    "amend-agreement", "agreement", Right.AMEND_AGREEMENT, "agreement-amended", AmendAgreement,
    plan,
)  # fmt: skip
