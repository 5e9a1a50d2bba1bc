"""What a command decided: printed for a person or a program, and recorded where one asks for it."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from safeconduct.agreement import Agreement, terms_hash
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.basics.digest import Plain
from safeconduct.cli.output import print_json
from safeconduct.cli.record.recording import AskedRecord, record_decision
from safeconduct.record import Decision, Lodging, file_digest

Inputs = Mapping[str, str | Path | None]
"""The files that a command read, by what they are to it; None and nothing for what was not given.
A key begins with a letter and has small letters, figures and ``_``."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A command's answer, before anybody has seen it.

    Attributes:
        command: the command's name in a record, such as ``dispute-settle``.
        as_plain: makes what ``--json`` prints.
        show: prints it for a person.
        inputs: the files that it was computed from.
        agreement: the agreement that was applied.
        floor: the digest of the floor, if it was applied.
        case: the random identifier of the case, if it concerns one.
        facts: digests, dates and counts that stay readable when the answer is erased.
        orders: the orders that were taken into account.
    """

    command: str
    as_plain: Callable[[], Plain]
    show: Callable[[], None]
    inputs: Inputs
    agreement: Agreement | None = None
    floor: str = ""
    case: str = ""
    facts: Mapping[str, Plain] = field(default_factory=dict)
    orders: Sequence[str] = ()


def tell(
    decided: Decided, *, as_json: bool, record: AskedRecord | None, beside: Sequence[Lodging] = ()
) -> tuple[Finding, ...]:
    """Print a decision and record it; what is recorded is what ``--json`` prints.

    Args:
        decided: the decision.
        as_json: whether to print JSON.
        record: the record; None for none.
        beside: what is recorded with the decision, unless it stands already.

    Returns:
        What was found while recording, for the command to add to its own findings.
    """
    if not as_json and record is None:
        decided.show()
        return ()
    told = decided.as_plain()
    found: tuple[Finding, ...] = ()
    try:
        _print(decided, told, as_json=as_json)
    finally:
        # A reader who leaves early does not keep a decision out of the record.
        if record is not None:
            found = _recorded(decided, told, record, beside)
    return found


def need_a_decision(record: AskedRecord | None, instead: Mapping[str, object]) -> None:
    """Refuse ``--record`` beside an option under which nothing is decided.

    Args:
        record: the record; None for none.
        instead: what was given for each such option.

    Raises:
        WrongInput: naming the first of them.
    """
    given = [option for option, value in instead.items() if value]
    if record is not None and given:
        message = Message.of("cli.nothing-to-record", option=given[0])
        raise WrongInput(Finding(message, Severity.ERROR))


def numbered(name: str, files: Sequence[str | Path]) -> dict[str, str | Path]:
    """Files of one kind as inputs: ``name_1``, ``name_2`` and so on."""
    return {f"{name}_{number}": file for number, file in enumerate(files, 1)}


def _print(decided: Decided, told: Plain, *, as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        decided.show()


def _recorded(
    decided: Decided, told: Plain, record: AskedRecord, beside: Sequence[Lodging]
) -> tuple[Finding, ...]:
    agreement = decided.agreement
    try:
        inputs = dict(_digests(decided.inputs, record.asked_at))
    except WrongInput as wrong:
        return wrong.findings
    decision = Decision(
        decided.command,
        told,
        inputs,
        agreement="" if agreement is None else str(agreement.id),
        terms="" if agreement is None else terms_hash(agreement),
        floor=decided.floor,
        case=decided.case,
        facts=decided.facts,
        orders=decided.orders,
    )
    return record_decision(record.log, decision, beside)


def _digests(inputs: Inputs, since: int) -> Iterator[tuple[str, str]]:
    for name, file in inputs.items():
        if file:
            yield name, _digest(Path(file), since)


def _digest(file: Path, since: int) -> str:
    """A file's digest, if it is what the command read: unchanged since it was begun.

    Raises:
        WrongInput: it cannot be read a second time, or it changed.
    """
    try:
        digest = file_digest(file)
        states = (file.stat(), file.lstat())
    except OSError as fault:
        message = Message.of("cli.file-not-readable", reason=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(file)))) from None
    if not stat.S_ISREG(states[0].st_mode):
        raise _not_recorded("cli.file-read-once", file)
    if any(state.st_ctime_ns > since for state in states):
        raise _not_recorded("cli.file-changed", file)
    return digest


def _not_recorded(code: str, file: Path) -> WrongInput:
    return WrongInput(Finding(Message(code), Severity.ERROR, Location(str(file))))
