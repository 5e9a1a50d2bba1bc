"""``safeconduct record verify``: audit a whole log under a policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, label, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    LogArgument,
    PolicyOption,
    policy_from,
    read_file,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import as_plain
from safeconduct.record import Audit, audit_log
from safeconduct.record.notes import Policy
from safeconduct.record.notes.policy_check import proved_by
from safeconduct.record.strict_text import to_base64
from safeconduct.record.tiles import open_source

SinceOption = Annotated[
    Path | None, typer.Option("--since", metavar="CHECKPOINT", help="cli.record-verify-since")
]
EvidenceOption = Annotated[
    Path | None, typer.Option("--evidence", metavar="FILE", help="cli.record-verify-evidence")
]
TreeOnlyOption = Annotated[bool, typer.Option("--tree-only", help="cli.record-verify-tree-only")]
NoSignaturesOption = Annotated[
    bool, typer.Option("--no-entry-signatures", help="cli.record-verify-no-signatures")
]


def verify(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: LogArgument,
    policy: PolicyOption,
    since: SinceOption = None,
    evidence: EvidenceOption = None,
    tree_only: TreeOnlyOption = False,
    no_signatures: NoSignaturesOption = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Verify every entry, tile and signature of a log."""
    del lang
    trusted = policy_from(policy)
    with refusals(log):
        audit = audit_log(
            open_source(log),
            trusted,
            since=read_file(since) if since else None,
            signatures=not no_signatures,
            entries=not tree_only,
        )
        if audit.fork is not None and evidence is not None:
            write_file(evidence, bytes(audit.fork))
    if as_json:
        print_json(_plain(audit, trusted))
    else:
        _print(audit, trusted)
    print_findings(audit.findings)
    leave(audit.findings)


def _plain(audit: Audit, policy: Policy) -> dict[str, Plain]:
    verified: dict[str, Plain] = {
        "verified": not audit.findings,
        "findings": as_plain(audit.findings),
    }
    if audit.checkpoint is None or audit.accepted is None:
        return verified
    proved = proved_by(audit.accepted, policy)
    times: dict[str, Plain] = {
        name: at.isoformat() if at else None for name, at in audit.accepted.cosigned.items()
    }
    return {
        "log": audit.checkpoint.origin,
        "size": audit.checkpoint.size,
        "root": to_base64(audit.checkpoint.root),
        "existed_by": proved.isoformat() if proved else None,
        "cosigned": times,
        "entries": audit.entries,
        "foreign": audit.foreign,
        **verified,
    }


def _print(audit: Audit, policy: Policy) -> None:
    if audit.checkpoint is None or audit.accepted is None:
        return
    proved = proved_by(audit.accepted, policy)
    code = "cli.record-verified" if proved else "cli.record-verified-untimed"
    if audit.findings:
        code = "cli.record-does-not-verify"
    line = label(code).format(
        log=audit.checkpoint.origin,
        size=audit.checkpoint.size,
        cosigned=", ".join(sorted(audit.accepted.cosigned)) or "—",
        existed_by=proved.isoformat() if proved else "—",
    )
    console().print(line, markup=False)
