"""``safeconduct record verify``: audit a whole log under a policy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, label, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    LogArgument,
    PolicyOption,
    keep_apart,
    policy_from,
    read_file,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import as_plain
from safeconduct.record import Audit, FolderStorage, audit_log, disclosure_store
from safeconduct.record.audit import Disclosed
from safeconduct.record.log.folder import private_folder
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

OpenedOption = Annotated[bool, typer.Option("--opened", help="cli.record-verify-opened")]
ProcessesOption = Annotated[
    int | None, typer.Option("--processes", metavar="N", min=1, help="cli.record-verify-processes")
]


def verify(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: LogArgument,
    policy: PolicyOption,
    since: SinceOption = None,
    evidence: EvidenceOption = None,
    tree_only: TreeOnlyOption = False,
    no_signatures: NoSignaturesOption = False,
    opened: OpenedOption = False,
    processes: ProcessesOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Verify every entry, tile and signature of a log."""
    del lang
    keep_apart(log, [evidence], [policy, since])
    trusted = policy_from(policy)
    with refusals(log):
        audit = audit_log(
            open_source(log),
            trusted,
            since=read_file(since) if since else None,
            signatures=not no_signatures,
            entries=not tree_only,
            disclosed=_kept_beside(log) if opened else None,
            processes=processes or len(os.sched_getaffinity(0)),
        )
        if audit.fork is not None and evidence is not None:
            write_file(evidence, bytes(audit.fork))
    findings = tuple(map(_placed, audit.findings))
    if as_json:
        print_json(_plain(audit, trusted, findings))
    else:
        _print(audit, trusted)
    print_findings(findings)
    leave(findings)


def _kept_beside(log: str) -> Disclosed:
    """The disclosures that the log's owner keeps.

    Raises:
        WrongInput: nothing private lies beside the log.
    """
    if not private_folder(Path(log)).is_dir():
        missing = Message.of("record.nothing-private", log=log)
        raise WrongInput(Finding(missing, Severity.ERROR, Location(log)))
    storage = FolderStorage(Path(log))
    return lambda index, leaf: disclosure_store.read(storage, index, leaf)


def _placed(finding: Finding) -> Finding:
    """A finding about an entry, which names its place in the reader's language."""
    index = finding.location.column
    if not isinstance(index, int):
        return finding
    return replace(
        finding, location=Location(column=label("cli.record-entry-at").format(index=index))
    )


def _plain(audit: Audit, policy: Policy, findings: Sequence[Finding]) -> dict[str, Plain]:
    verified: dict[str, Plain] = {"verified": not findings, "findings": as_plain(findings)}
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
