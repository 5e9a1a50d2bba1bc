"""``safeconduct record timeline``: who knew of an order, and when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json, table
from safeconduct.cli.record.asking import (
    OwnLogArgument,
    keep_apart,
    policy_from,
    read_file,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import as_plain, print_table
from safeconduct.record import FolderStorage, Moment, Prover, disclosure_store, make_pack
from safeconduct.record import timeline as timeline_of
from safeconduct.record.home import POLICY
from safeconduct.record.memory import Memory
from safeconduct.record.notes import read_policy
from safeconduct.record.packs.files import zipped
from safeconduct.record.timeline import SHOWN
from safeconduct.record.tree import leaf_hash

OrderOption = Annotated[
    str, typer.Option("--order", metavar="ID", help="cli.record-timeline-order")
]
PolicyOption = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="cli.record-timeline-policy")
]
ProofsOption = Annotated[
    Path | None, typer.Option("--proofs", metavar="FOLDER", help="cli.record-timeline-proofs")
]
HEADINGS = (
    "cli.record-index",
    "cli.record-event",
    "cli.record-office",
    "cli.record-happened",
    "cli.record-recorded",
    "cli.record-proved-by",
    "cli.record-about",
)


def timeline(
    log: OwnLogArgument,
    order: OrderOption,
    policy: PolicyOption = None,
    proofs: ProofsOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print an order's way through the record and every act after it."""
    del lang
    keep_apart(log, [proofs], [policy])
    with refusals(str(log)):
        storage = FolderStorage(log)
        trusted = policy_from(policy) if policy else read_policy(storage.recall(POLICY) or b"")
        moments = timeline_of(storage, trusted, order)
        if proofs is not None:
            text = read_file(policy) if policy else storage.recall(POLICY) or b""
            _write_proofs(storage, moments, text, proofs)
    findings = () if moments else (Finding(Message.of("record.no-such-order", order=order)),)
    if as_json:
        print_json(_plain(order, moments, findings))
    elif moments:
        print_table(table(HEADINGS, map(_row, moments), numeric=(0,)))
    print_findings(findings)
    leave(findings)


def _write_proofs(
    storage: FolderStorage, moments: Sequence[Moment], policy: bytes, folder: Path
) -> None:
    """For each line its proof, and a pack that shows what the line says."""
    memory = Memory(storage)
    for moment in moments:
        index, leaf = moment.index, leaf_hash(moment.raw)
        write_file(folder / f"{index}.tlog-proof", bytes(moment.proof))
        kept = disclosure_store.read(storage, index, leaf)
        show = sorted(SHOWN & {one.name for one in kept})
        known = memory.keyring.entries() if memory.upto > index else None
        prover = Prover(storage, moment.proof.note)
        pack = make_pack(prover, index, policy, kept, show, about_keys=known)
        write_file(folder / f"{index}.zip", zipped(pack))


def _row(moment: Moment) -> tuple[str, ...]:
    return (
        str(moment.index),
        f"{moment.event} {moment.command}".rstrip(),
        moment.office,
        moment.happened_at,
        moment.recorded_at,
        moment.existed_by.isoformat() if moment.existed_by else "—",
        "•" if moment.names_order else "",
    )


def _plain(order: str, moments: Sequence[Moment], findings: Sequence[Finding]) -> dict[str, Plain]:
    rows: list[Plain] = [
        {
            "index": one.index,
            "event": one.event,
            "command": one.command or None,
            "effect": one.effect.value,
            "names_order": one.names_order,
            "case": one.case,
            "office": one.office,
            "happened_at": one.happened_at,
            "recorded_at": one.recorded_at,
            "entry": one.raw.decode("ascii"),
            "existed_by": one.existed_by.isoformat() if one.existed_by else None,
            "proof": bytes(one.proof).decode(),
        }
        for one in moments
    ]
    return {"order": order, "moments": rows, "findings": as_plain(findings)}
