"""What a command decided, written into the record: who ran it, on what, with which result."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from safeconduct.basics import digest
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.draft import Statement, draft
from safeconduct.record.home import open_home
from safeconduct.record.log.writer import Publication
from safeconduct.record.record import Receipted


@dataclass(frozen=True, slots=True)
class Decision:
    """A command's decision.

    Attributes:
        command: the command's name, e.g. ``invoice``.
        result: what it printed as JSON; hidden in the entry, its digest in clear to the owner.
        inputs: for each input its name and digest; see :func:`file_digest`.
        agreement: the agreement's identifier, if one was used.
        terms: the digest of the terms.
        floor: the digest of the floor.
        case: the case's random identifier, if it concerns one.
        ran_by: who ran it; the account at the machine unless told.
    """

    command: str
    result: Plain
    inputs: Mapping[str, str] = field(default_factory=dict)
    agreement: str = ""
    terms: str = ""
    floor: str = ""
    case: str = ""
    ran_by: str = ""


def file_digest(path: Path) -> str:
    """``sha256:`` and the digest of a file's bytes."""
    with path.open("rb") as stream:
        return "sha256:" + hashlib.file_digest(stream, "sha256").hexdigest()


def append_decision(
    log: Path, decision: Decision, passphrase: str | None = None
) -> tuple[Receipted, Publication]:
    """Record a decision and publish it.

    The entry is sealed: nobody but the owner learns from the log what was computed.

    Raises:
        WrongInput: there is no such record, or a value cannot stand in clear.
        Refused: the record cannot be written, or is an older copy.
    """
    with open_home(log, passphrase) as home:
        (receipted,) = home.record.append([(draft(statement_of(decision)), ())])
        return receipted, home.record.publish()


def statement_of(decision: Decision) -> Statement:
    """The statement that records a decision."""
    inputs: dict[str, Plain] = {
        name.replace("-", "_").lower(): value for name, value in decision.inputs.items()
    }
    facts: dict[str, Plain] = {
        "command": decision.command,
        "inputs": inputs,
        "terms": decision.terms,
        "floor": decision.floor,
        "result_digest": digest(decision.result),
    }
    personal = {"ran_by": decision.ran_by or _account(), "result": decision.result}
    return Statement("decision", decision.case, decision.agreement, facts, personal)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
