"""``safeconduct record cosign``: be a witness without a server, on files that somebody carries."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    LogArgument,
    PassphraseOption,
    keep_apart,
    read_file,
    refusals,
    write_file,
)
from safeconduct.cli.record.witnessing import KeyOption, LogsOption, StateOption, make_witness
from safeconduct.record import Prover
from safeconduct.record.notes import checkpoint_of, parse_note
from safeconduct.record.tiles import open_source
from safeconduct.record.witness import Answer, CheckpointRequest, Witness
from safeconduct.record.witness.state import origin_id

CheckpointOption = Annotated[
    Path | None, typer.Option("--checkpoint", metavar="FILE", help="cli.record-cosign-checkpoint")
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="cli.record-cosign-out")
]


def cosign(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: LogArgument,
    key: KeyOption,
    policy: LogsOption,
    state: StateOption,
    checkpoint: CheckpointOption = None,
    out: OutOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Cosign a log's checkpoint if it continues the one cosigned before."""
    del lang
    keep_apart(log, [out], [policy, checkpoint, passphrase_file, *key])
    with refusals(log):
        witness = make_witness(key, policy, state, passphrase_file)
        source = open_source(log)
        prover = (
            Prover(source, parse_note(read_file(checkpoint))) if checkpoint else Prover.of(source)
        )
        answer = _answer(witness, prover)
        whole = bytes(prover.note) + (answer.body if answer.status == 200 else b"")
        if answer.status == 200 and out is not None:
            write_file(out, whole)
    _say(answer, whole, as_json=as_json, quiet=out is not None)


def _answer(witness: Witness, prover: Prover) -> Answer:
    latest = witness.state.latest(origin_id(prover.checkpoint.origin))
    old = checkpoint_of(parse_note(latest).text).size if latest else 0
    size = prover.checkpoint.size
    proof = prover.consistency(old) if old <= size else ()
    return witness.add_checkpoint(bytes(CheckpointRequest(old, proof, prover.note)))


def _say(answer: Answer, whole: bytes, *, as_json: bool, quiet: bool) -> None:
    said = answer.body.decode()
    refused = Message.of("record.witness-refuses", status=answer.status, said=said.strip())
    findings = () if answer.status == 200 else (Finding(refused),)
    if as_json:
        print_json({"status": answer.status, "said": said, "checkpoint": whole.decode()})
    elif answer.status == 200 and not quiet:
        sys.stdout.write(whole.decode())
    print_findings(findings)
    leave(findings)
