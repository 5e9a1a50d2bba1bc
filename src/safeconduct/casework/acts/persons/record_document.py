"""Recording a document by its digest: what it is, and of which day."""

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
class RecordDocument:
    """Which document is on file."""

    person: Annotated[str, Fact("documents.person")]
    kind: Annotated[str, Fact("documents.kind")]
    dated: Annotated[date | None, Fact("documents.dated")] = None
    sha256: Annotated[str, Fact("documents.sha256")] = ""
    document: Annotated[str, Fact("documents.document")] = ""
    source: Annotated[str, Fact("documents.source")] = ""


def plan(asked: RecordDocument, situation: Situation) -> Planned:
    """The document's row; the document itself stays where it is."""
    return fact_of_person("documents", asked, situation, person=asked.person)


RECORD_DOCUMENT = Act(
    "record-document", "persons", Right.RECORD_DOCUMENT, "fact-recorded", RecordDocument, plan
)
