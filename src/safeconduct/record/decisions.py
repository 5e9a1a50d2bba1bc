"""What a command decided, written into the record: who ran it, on what, with which result."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from safeconduct.basics.digest import Plain
from safeconduct.record.entries.draft import Statement, draft
from safeconduct.record.home import open_home
from safeconduct.record.lodging import Lodged, Lodging, lodged_before
from safeconduct.record.log.writer import Publication
from safeconduct.record.record import Receipted


@dataclass(frozen=True, slots=True)
class Decision:
    """A command's decision.

    Attributes:
        command: the command's name, e.g. ``invoice``.
        result: what it printed as JSON; hidden, and what it says of each person hidden apart.
        inputs: for each input its name and digest; see :func:`file_digest`.
        agreement: the agreement's identifier, if one was used.
        terms: the digest of the terms.
        floor: the digest of the floor.
        case: the case's random identifier, if it concerns one.
        ran_by: who ran it; the account at the machine unless told.
        facts: further digests, dates and counts, none of them personal.
        orders: the orders that it took into account, by their identifiers; hidden.
    """

    command: str
    result: Plain
    inputs: Mapping[str, str] = field(default_factory=dict)
    agreement: str = ""
    terms: str = ""
    floor: str = ""
    case: str = ""
    ran_by: str = ""
    facts: Mapping[str, Plain] = field(default_factory=dict)
    orders: Sequence[str] = ()


def file_digest(path: Path) -> str:
    """``sha256:`` and the digest of a file's bytes."""
    with path.open("rb") as stream:
        return "sha256:" + hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision on record.

    Attributes:
        entry: the decision's entry.
        publication: what was published.
        stood: what was to be recorded with it and stands on record already.
    """

    entry: Receipted
    publication: Publication
    stood: tuple[Lodged, ...] = ()


def append_decision(
    log: Path,
    decision: Decision,
    passphrase: str | None = None,
    beside: Sequence[Lodging] = (),
) -> Recorded:
    """Record a decision and publish it.

    The entry is sealed: nobody but the owner learns from the log what was computed.

    Args:
        log: the record's folder.
        decision: the decision.
        passphrase: opens the record's keys.
        beside: what is recorded with it, unless it stands already; then the decision joins the
            case where it stands. All of it becomes durable, or none.

    Raises:
        WrongInput: there is no such record, or a value cannot stand in clear.
        Refused: the record cannot be written, or is an older copy.
    """
    with open_home(log, passphrase) as home:
        stood = lodged_before(home.record, beside)
        fresh = [one.statement for place, one in enumerate(beside) if place not in stood]
        whole = [*fresh, statement_of(decision)]
        for earlier in [*stood.values()][:1]:
            whole = [replace(one, case=earlier.case) for one in whole]
        receipted = home.record.append([(draft(statement), ()) for statement in whole])
        return Recorded(receipted[-1], home.record.publish(), tuple(stood.values()))


def statement_of(decision: Decision) -> Statement:
    """The statement that records a decision.

    What the result says of a person is hidden by itself, as ``person_1`` and so on in the order of
    the result, so that it can be shown and erased without what it says of the others.
    """
    inputs: dict[str, Plain] = {
        name.replace("-", "_").lower(): value for name, value in decision.inputs.items()
    }
    facts: dict[str, Plain] = {
        **decision.facts,
        "command": decision.command,
        "inputs": inputs,
        "terms": decision.terms,
        "floor": decision.floor,
    }
    result, persons = _by_person(decision.result)
    personal: dict[str, Plain] = {"ran_by": decision.ran_by or ran_by(), "result": result}
    personal |= {f"person_{number}": one for number, one in enumerate(persons, 1)}
    if decision.orders:
        personal["orders"] = [*decision.orders]
    return Statement("decision", decision.case, decision.agreement, facts, personal)


def _by_person(result: Plain) -> tuple[Plain, Sequence[Plain]]:
    """A result without what it says of persons one by one, and that."""
    match result:
        case {"persons": list(persons)} if isinstance(result, dict):
            return {name: said for name, said in result.items() if name != "persons"}, persons
        case [*persons] if persons and all(map(_is_of_a_person, persons)):
            return [], persons
        case _:
            return result, ()


def _is_of_a_person(said: Plain) -> bool:
    return isinstance(said, dict) and "person" in said


def ran_by() -> str:
    """Who runs the program: the account at the machine, ``unknown`` where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
