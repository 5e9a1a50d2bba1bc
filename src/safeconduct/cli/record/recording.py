"""``--record LOG`` of other commands: what they decided is written into a record."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.output import label
from safeconduct.cli.record.asking import passphrase_for
from safeconduct.cli.record.said import publication_findings
from safeconduct.record import Decision, Lodged, Lodging, Refused, append_decision

LAG_SECONDS = 0.02
"""How far the dates that a system gives to changes of files may lag behind its clock, and more."""


@dataclass(frozen=True, slots=True)
class AskedRecord:
    """The record that a command was told to write into.

    Attributes:
        log: the record's folder.
        asked_at: when, before the command read anything; in nanoseconds since 1970, in UTC.
    """

    log: Path
    asked_at: int


def asked_record(log: str) -> AskedRecord:
    """The record in a folder, asked for now; what changes from here on has a later date."""
    asked = AskedRecord(Path(log), time.time_ns())
    time.sleep(LAG_SECONDS)
    return asked


RecordOption = Annotated[
    AskedRecord | None,
    typer.Option("--record", metavar="LOG", help="cli.option-record", parser=asked_record),
]
"""``--record LOG``; a command passes what it gives to :func:`safeconduct.cli.deciding.tell`."""


def record_decision(
    log: Path | None, decision: Decision, beside: Sequence[Lodging] = ()
) -> tuple[Finding, ...]:
    """Write a decision into a record, say where on standard error, and return what was found.

    Without a log nothing is done. A record that is not there or refuses is a finding too, because
    the decision stands all the same. The caller adds the findings to its own before it leaves.

    Args:
        log: the record's folder.
        decision: the decision.
        beside: what is recorded with it, unless it stands already.
    """
    if log is None:
        return ()
    try:
        passphrase = passphrase_for(log, None)
        recorded = append_decision(log, decision, passphrase, beside)
    except Refused as refused:
        return (refused.finding(str(log)),)
    except WrongInput as wrong:
        return wrong.findings
    receipted = recorded.entry
    line = label("cli.record-written").format(
        log=log, index=receipted.index, leaf=receipted.leaf.hex()
    )
    sys.stderr.write(line + "\n")
    said = (*receipted.notes, *publication_findings(recorded.publication))
    return (*map(_stands, recorded.stood), *said)


def _stands(lodged: Lodged) -> Finding:
    stands = Message.of("record.stands-already", event=lodged.event, index=lodged.index)
    return Finding(stands, Severity.NOTE)
