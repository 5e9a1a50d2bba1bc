"""Filing the title on which somebody is held; an allegation or an alert is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class FileLegalBasis:
    """An individual order that an empowered authority issued."""

    person: Annotated[str, Fact("legal_bases.person")]
    kind: Annotated[str, Fact("legal_bases.kind")]
    issued_by: Annotated[str, Fact("legal_bases.issued_by")]
    issued_on: Annotated[date, Fact("legal_bases.issued_on")]
    law: Annotated[str, Fact("legal_bases.law")] = ""
    individual: Annotated[bool | None, Fact("legal_bases.individual")] = None
    final: Annotated[bool | None, Fact("legal_bases.final")] = None
    valid_until: Annotated[date | None, Fact("legal_bases.valid_until")] = None
    indefinite: Annotated[bool | None, Fact("legal_bases.indefinite")] = None
    state: Annotated[str, Fact("legal_bases.state")] = "in-force"
    basis: Annotated[str, Fact("legal_bases.basis")] = ""
    source: Annotated[str, Fact("legal_bases.source")] = ""


def plan(asked: FileLegalBasis, situation: Situation) -> Planned:
    """The title, attested by the office that files it."""
    return fact_of_person("legal_bases", asked, situation, person=asked.person)


FILE_LEGAL_BASIS = Act(
    "file-legal-basis", "persons", Right.FILE_LEGAL_BASIS, "fact-recorded", FileLegalBasis, plan
)
