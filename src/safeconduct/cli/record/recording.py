"""``--record LOG`` of other commands: what they decided is written into a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding
from safeconduct.cli.output import label
from safeconduct.cli.record.asking import passphrase_for
from safeconduct.cli.record.said import publication_findings
from safeconduct.record import Decision, Refused, append_decision

RecordOption = Annotated[
    Path | None, typer.Option("--record", metavar="LOG", help="cli.option-record")
]
"""``--record LOG``; pass what it gives to :func:`record_decision`."""


def record_decision(log: Path | None, decision: Decision) -> tuple[Finding, ...]:
    """Write a decision into a record, say where on standard error, and return what was found.

    Without a log nothing is done. The caller adds the findings to its own before it leaves.

    Raises:
        WrongInput: there is no such record, or a value cannot stand in clear.
    """
    if log is None:
        return ()
    try:
        receipted, publication = append_decision(log, decision, passphrase_for(log, None))
    except Refused as refused:
        return (refused.finding(str(log)),)
    line = label("cli.record-written").format(
        log=log, index=receipted.index, leaf=receipted.leaf.hex()
    )
    sys.stderr.write(line + "\n")
    return publication_findings(publication)
