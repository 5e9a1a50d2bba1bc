"""Keeping a contact: whom the person wants told, and how the relation is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class KeepContact:
    """Who the contact is, and how reached."""

    person: Annotated[str, Fact("contacts.person")]
    kind: Annotated[str, Fact("contacts.kind")]
    full_name: Annotated[str, Fact("contacts.full_name")]
    reached_at: Annotated[str, Fact("contacts.reached_at")] = ""
    code_digest: Annotated[str, Fact("contacts.code_digest")] = ""
    account: Annotated[str, Fact("contacts.account")] = ""
    told_of_illness: Annotated[str, Fact("contacts.told_of_illness")] = ""
    contact: Annotated[str, Fact("contacts.contact")] = ""


def plan(asked: KeepContact, situation: Situation) -> Planned:
    """The contact."""
    return fact_of_person("contacts", asked, situation, person=asked.person)


KEEP_CONTACT = Act(
    "keep-contact", "persons", Right.KEEP_CONTACTS, "fact-recorded", KeepContact, plan
)
