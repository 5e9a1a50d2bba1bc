"""``safeconduct record prove``: a proof of one entry, or a whole evidence pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, print_json
from safeconduct.cli.record.asking import (
    EntryArgument,
    LogArgument,
    keep_apart,
    read_file,
    refusals,
    write_file,
)
from safeconduct.record import FolderStorage, Prover, disclosure_store, make_pack, write_pack
from safeconduct.record.home import POLICY
from safeconduct.record.memory import Memory
from safeconduct.record.proving import Proved, find_entry
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash

OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="cli.record-prove-out")
]
EntryOutOption = Annotated[
    Path | None, typer.Option("--entry-out", metavar="FILE", help="cli.record-prove-entry-out")
]
PackOption = Annotated[
    Path | None, typer.Option("--pack", metavar="PACK", help="cli.record-prove-pack")
]
ShowOption = Annotated[
    list[str] | None, typer.Option("--show", metavar="NAME", help="cli.record-prove-show")
]
PolicyOption = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="cli.record-prove-policy")
]
UrlOption = Annotated[str, typer.Option("--url", metavar="URL", help="cli.record-prove-url")]


def prove(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: LogArgument,
    entry: EntryArgument,
    out: OutOption = None,
    entry_out: EntryOutOption = None,
    pack: PackOption = None,
    show: ShowOption = None,
    policy: PolicyOption = None,
    url: UrlOption = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Prove that an entry stands in a log."""
    del lang
    keep_apart(log, [out, entry_out, pack], [policy])
    with refusals(log):
        prover = Prover.of(open_source(log))
        proved = prover.prove(find_entry(prover, entry))
        if out is not None:
            write_file(out, bytes(proved.proof))
        if entry_out is not None:
            write_file(entry_out, proved.raw)
        if pack is not None:
            _pack(prover, proved, Path(log), policy, (show or [], url), pack)
    _say(prover, proved, quiet=out is not None or pack is not None, as_json=as_json)


def _pack(
    prover: Prover,
    proved: Proved,
    log: Path,
    policy: Path | None,
    shown: tuple[list[str], str],
    pack: Path,
) -> None:
    storage = FolderStorage(log)
    trusted = read_file(policy) if policy else storage.recall(POLICY) or b""
    index = proved.proof.index
    disclosures = disclosure_store.read(storage, index, leaf_hash(proved.raw))
    memory = Memory(storage)
    known = memory.keyring.entries() if memory.upto > index else None
    show, url = shown
    files = make_pack(prover, index, trusted, disclosures, show, url, about_keys=known)
    write_pack(files, pack)


def _say(prover: Prover, proved: Proved, *, quiet: bool, as_json: bool) -> None:
    if as_json:
        said: dict[str, Plain] = {
            "log": prover.checkpoint.origin,
            "size": prover.checkpoint.size,
            "index": proved.proof.index,
            "leaf": leaf_hash(proved.raw).hex(),
            "entry": proved.raw.decode("latin-1"),
            "proof": bytes(proved.proof).decode(),
        }
        print_json(said)
    elif not quiet:
        sys.stdout.write(bytes(proved.proof).decode())
