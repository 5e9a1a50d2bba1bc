"""The terms that a question is put under: what is wrong with them, and what they inherit.

An agreement that stands under a convention cannot weaken it: the conditions of the convention are
asked beside its own, and what keeps everybody undetermined under the convention does so here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from safeconduct.agreement import Agreement, Condition, Use, terms_hash
from safeconduct.agreement.floor import Floor, floor_hash
from safeconduct.agreement.published import FLOOR, published
from safeconduct.basics import Location, Message, digest
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.facts import STATE_SUFFIX, TABLES, FactType
from safeconduct.facts.fictitious import is_fictitious


def inherited(convention: Agreement) -> Iterator[Condition]:
    """The conditions of a convention above the agreement, by ``CONVENTION.CONDITION``."""
    for condition in convention.conditions:
        yield replace(condition, id=f"{convention.id}.{condition.id}")


def origin_of(condition: Condition, agreement: Agreement, above: Sequence[Agreement]) -> Agreement:
    """Whose condition it is: the agreement's own, or that of a convention above it."""
    return next((one for one in above if condition.id.startswith(f"{one.id}.")), agreement)


def terms_asked(agreement: Agreement, above: Sequence[Agreement]) -> str:
    """The digest of the terms; of the conventions above them too, where there are any."""
    if not above:
        return terms_hash(agreement)
    return digest([terms_hash(one) for one in (agreement, *above)])


def floor_problems(laid: Floor) -> Iterator[Problem]:
    """A floor that is not the published one."""
    if floor_hash(laid) != published().get(FLOOR):
        yield Problem(Message.of("clearance.floor-not-as-published"), Location(FLOOR))


def terms_problems(
    agreement: Agreement, day: date, bundle: Bundle, known: Known
) -> Iterator[Problem]:
    """What about the terms keeps somebody, or everybody, undetermined at best.

    Args:
        agreement: the agreement, or a convention above it.
        day: the day whose terms apply.
        bundle: the bundle as read.
        known: the facts.
    """
    yield from terms_alone(agreement, day)
    yield from _outside_the_parties(agreement, bundle, known)
    yield from _codes_of_no_state(agreement, bundle, known)
    yield from _not_covered(agreement, bundle, known)


def terms_alone(agreement: Agreement, day: date) -> Iterator[Problem]:
    """What about the terms keeps everybody undetermined, whatever the facts."""
    yield from _not_usable(agreement, day)
    yield from _unlike_published(agreement)


def codes_of_parties(agreement: Agreement) -> set[str]:
    """The jurisdictions that the agreement names; fewer than two where it is open to others."""
    named = [party.jurisdiction for party in agreement.parties if party.jurisdiction is not None]
    return {jurisdiction.code for jurisdiction in named}


def _not_usable(agreement: Agreement, day: date) -> Iterator[Problem]:
    where = Location(agreement.id)
    if agreement.use is Use.AUDIT_ONLY:
        yield Problem(Message.of("clearance.audit-only", agreement=agreement.id), where)
    if not agreement.conditions:
        yield Problem(Message.of("clearance.no-conditions", agreement=agreement.id), where)
    term = agreement.term
    over = term.end is not None and term.end <= day
    if over or (term.start is not None and day < term.start):
        message = Message.of("clearance.not-in-force", agreement=agreement.id, day=day)
        yield Problem(message, where)


def _unlike_published(agreement: Agreement) -> Iterator[Problem]:
    """Terms that go by a published name and are not what was published under it."""
    stated = published().get(agreement.id)
    if stated is not None and stated != terms_hash(agreement):
        message = Message.of("clearance.not-as-published", agreement=agreement.id)
        yield Problem(message, Location(agreement.id))


def _outside_the_parties(agreement: Agreement, bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Persons on a transfer that does not run between the parties of the agreement."""
    codes = codes_of_parties(agreement)
    if len(codes) < 2:
        return
    for person in known.tables["persons"]:
        transfer = known.by_key["transfers"].get(person.text("transfer"))
        if transfer is None:
            continue
        for side in ("sending", "receiving"):
            held = {transfer.text(side), transfer.text(side + STATE_SUFFIX)} - {""}
            if held and not held & codes:
                message = Message.of(
                    "clearance.not-a-party", side=transfer.text(side), agreement=agreement.id
                )
                yield Problem(message, bundle.at(transfer, side), person.text("person"))


def is_between_fictitious(agreement: Agreement) -> bool:
    """Whether a party of the agreement is a fictitious State, or a part of one."""
    return any(is_fictitious(code) for code in codes_of_parties(agreement))


CODED = MappingProxyType(
    {
        table.name: tuple(
            column.name
            for column in table.written_columns
            if column.type is FactType.JURISDICTION
            or (table.name, column.name) == ("orders", "destination")
        )
        for table in TABLES.values()
    }
)
"""By table, the columns in which a code of a State may stand."""


def _codes_of_no_state(agreement: Agreement, bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Codes of fictitious States, under an agreement that is between real ones."""
    if is_between_fictitious(agreement):
        return
    for table, columns in CODED.items():
        for row in known.tables[table] if columns else ():
            for column in columns:
                code = row.text(column)
                if is_fictitious(code) and code not in known.by_key["places"]:
                    message = Message.of("clearance.code-of-no-state", text=code)
                    yield Problem(message, bundle.at(row, column), row.text("person"))


def _not_covered(agreement: Agreement, bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Persons of a legal status of which the agreement does not speak."""
    covered = {str(status) for status in agreement.persons_covered.statuses}
    for person in known.tables["persons"]:
        status = person.text("legal_status")
        if status and status not in covered:
            message = Message.of(
                "clearance.not-covered", agreement=agreement.id, covered=", ".join(sorted(covered))
            )
            yield Problem(message, bundle.at(person, "legal_status"), person.text("person"))
