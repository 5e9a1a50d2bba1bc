"""Adopting an agreement: its text is read as every agreement is, and becomes the terms in force."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

from safeconduct.agreement import library, read_agreement
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AdoptAgreement:
    """The agreement's text, as a file in the product's format."""

    text: Annotated[str, Fact("agreements.text")]


def plan(asked: AdoptAgreement, situation: Situation) -> Planned:
    """The agreement's row, unless the text has errors or another agreement's id."""
    if situation.terms is not None:
        return (fault("casework.agreement-adopted", "text", agreement=situation.view.agreement),)
    reading = read_agreement(asked.text.encode(), "text", library())
    if reading.agreement is None:
        return reading.findings
    terms = reading.agreement
    if str(terms.id) != situation.view.agreement:
        named = str(terms.id)
        wanted = situation.view.agreement
        return (fault("casework.another-agreement", "text", named=named, wanted=wanted),)
    sha256 = hashlib.sha256(asked.text.encode()).hexdigest()
    values = {
        "state": "in-force",
        "text": asked.text,
        "sha256": sha256,
        "effective_from": terms.term.start,
        "ends_on": terms.term.end,
    }
    row = NewRow("agreements", str(terms.id), values)
    return Plan((row,), facts={"sha256": sha256})


ADOPT_AGREEMENT = Act(
    "adopt-agreement", "agreement", Right.ADOPT_AGREEMENT, "agreement-adopted", AdoptAgreement, plan
)
