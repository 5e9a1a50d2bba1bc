"""Registering a person: nobody is refused, and the random identifier of the case is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import values_for
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """What is known of the person; whatever is not known yet is left out."""

    full_name: Annotated[str, Fact("identities.full_name")]
    person: Annotated[str, Fact("persons.person")] = ""
    born_on: Annotated[date | None, Fact("persons.born_on")] = None
    age_disputed: Annotated[bool | None, Fact("persons.age_disputed")] = None
    sex: Annotated[str, Fact("persons.sex")] = ""
    legal_status: Annotated[str, Fact("persons.legal_status")] = ""
    residence: Annotated[str, Fact("persons.residence")] = ""
    languages: Annotated[tuple[str, ...], Fact("persons.languages")] = ()
    held_at: Annotated[str, Fact("persons.held_at")] = ""
    held_since: Annotated[datetime | None, Fact("persons.held_since")] = None
    nationality: Annotated[str, Fact("nationalities.state")] = ""
    other_names: Annotated[str, Fact("identities.other_names")] = ""
    document_number: Annotated[str, Fact("identities.document_number")] = ""
    source: Annotated[str, Fact("persons.source")] = ""


def plan(asked: RegisterPerson, situation: Situation) -> Planned:
    """The person, the name, the nationality that was given, and the case."""
    person = asked.person or situation.names.new("person")
    if situation.view.row("persons", person) is not None:
        return (fault("casework.person-registered", "person", person=person),)
    rows = rows_of_person(asked, situation, person)
    return Plan(rows, case=next(str(row.values["case"]) for row in rows if row.table == "cases"))


def rows_of_person(asked: RegisterPerson, situation: Situation, person: str) -> tuple[NewRow, ...]:
    """The rows that make somebody a registered person."""
    attested = situation.attested(asked.source)
    values = {**values_for("persons", asked), "person": person, **attested}
    named = values_for("identities", asked)
    rows = [
        NewRow("persons", person, values),
        NewRow("identities", person, named),
        NewRow("cases", person, {"case": situation.names.new("case")}),
    ]
    if asked.nationality:
        state = {"person": person, "state": asked.nationality, **attested}
        rows.append(NewRow("nationalities", situation.names.new("nationality"), state))
    return tuple(rows)


REGISTER_PERSON = Act(
    "register-person", "persons", Right.REGISTER_PERSON, "person-registered", RegisterPerson, plan
)
