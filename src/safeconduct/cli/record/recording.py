"""``--record LOG`` of other commands: what they decided is written into a record."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, WrongInput
from safeconduct.cli.output import label
from safeconduct.cli.record.asking import passphrase_for
from safeconduct.cli.record.said import publication_findings
from safeconduct.record import Decision, Refused, Statement, append_decision

RecordOption = Annotated[
    Path | None, typer.Option("--record", metavar="LOG", help="cli.option-record")
]
"""``--record LOG``; pass what it gives to :func:`record_decision`."""


def record_decision(
    log: Path | None, decision: Decision, beside: Sequence[Statement] = ()
) -> tuple[Finding, ...]:
    """Write a decision into a record, say where on standard error, and return what was found.

    Without a log nothing is done. A record that is not there or refuses is a finding too, because
    the decision stands all the same. The caller adds the findings to its own before it leaves.

    Args:
        log: the record's folder.
        decision: the decision.
        beside: what is recorded with it.
    """
    if log is None:
        return ()
    try:
        passphrase = passphrase_for(log, None)
        receipted, publication = append_decision(log, decision, passphrase, beside)
    except Refused as refused:
        return (refused.finding(str(log)),)
    except WrongInput as wrong:
        return wrong.findings
    line = label("cli.record-written").format(
        log=log, index=receipted.index, leaf=receipted.leaf.hex()
    )
    sys.stderr.write(line + "\n")
    return (*receipted.notes, *publication_findings(publication))
