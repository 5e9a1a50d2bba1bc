"""Completing what is known of a registered person; what was said before stays in the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import unknown_person, values_for
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class CompletePerson:
    """What is known now; what is left blank stays as it was."""

    person: Annotated[str, Fact("persons.person")]
    legal_status: Annotated[str, Fact("persons.legal_status")] = ""
    born_on: Annotated[date | None, Fact("persons.born_on")] = None
    age_disputed: Annotated[bool | None, Fact("persons.age_disputed")] = None
    sex: Annotated[str, Fact("persons.sex")] = ""
    residence: Annotated[str, Fact("persons.residence")] = ""
    languages: Annotated[tuple[str, ...], Fact("persons.languages")] = ()
    held_at: Annotated[str, Fact("persons.held_at")] = ""
    held_since: Annotated[datetime | None, Fact("persons.held_since")] = None
    full_name: Annotated[str, Fact("identities.full_name")] = ""
    other_names: Annotated[str, Fact("identities.other_names")] = ""
    document_number: Annotated[str, Fact("identities.document_number")] = ""
    source: Annotated[str, Fact("persons.source")] = ""


def plan(asked: CompletePerson, situation: Situation) -> Planned:
    """The next version of the person, and of the name where it was told."""
    if situation.view.row("persons", asked.person) is None:
        return (unknown_person(asked.person),)
    rows = tuple(
        row for table in ("persons", "identities") if (row := _completed(table, asked, situation))
    )
    if not rows:
        return (fault("casework.nothing-told", "person"),)
    return Plan(rows, case=situation.case_of(asked.person))


def _completed(table: str, asked: CompletePerson, situation: Situation) -> NewRow | None:
    """The next version of the person's row of a table, where something was told for it."""
    row = situation.view.row(table, asked.person)
    told: dict[str, Cell] = {
        n: v for n, v in values_for(table, asked).items() if v not in (None, "", ())
    }
    told = {n: v for n, v in told.items() if n not in ("person", "source")}
    if row is None or not told:
        return None
    if table == "persons":
        told |= situation.attested(asked.source)
    return NewRow(table, row.key, {**row.values, **told}, None, row.is_open)


COMPLETE_PERSON = Act(
    "complete-person", "persons", Right.RECORD_FACT, "fact-recorded", CompletePerson, plan
)
