"""``safeconduct exchange take``: a bundle of the other party into our record, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.cli.exchange.opening import open_station, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json, table
from safeconduct.cli.record.asking import OwnLogArgument, PassphraseOption, read_file
from safeconduct.cli.record.said import as_plain, print_table
from safeconduct.cli.written_files import write_file
from safeconduct.exchange import Arrived

BundleArgument = Annotated[Path, typer.Argument(metavar="BUNDLE", help="cli.exchange-bundle")]
AnswerOption = Annotated[
    Path, typer.Option("--answer", metavar="FILE", help="cli.exchange-answer-out")
]


def take(
    log: OwnLogArgument,
    bundle: BundleArgument,
    answer: AnswerOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Take a bundle, write receipts into our record, and an answer for the sender."""
    del lang
    data = read_file(bundle)
    with open_station(log, passphrase_file) as opened:
        peer, received = opened.station.take(data, datetime.now(UTC))
        signed = received.answer.signed(opened.station.keys)
    write_file(answer, signed)
    found = _findings(bundle, received.refused)
    if as_json:
        entries: list[Plain] = [_plain(one) for one in received.arrived]
        said: dict[str, Plain] = {"from": peer.origin, "size": received.answer.size}
        print_json({**said, "entries": entries, "findings": as_plain(found)})
    elif received.refused is None:
        _tell(received.arrived)
        size = received.answer.size
        tell(Message.of("cli.exchange-taken", log=peer.origin, size=size, file=str(answer)))
    print_findings(found)
    leave(found)


def _findings(bundle: Path, refused: Message | None) -> tuple[Finding, ...]:
    if refused is None:
        return ()
    return (Finding(refused, Severity.ATTENTION, Location(str(bundle))),)


def _tell(arrived: Sequence[Arrived]) -> None:
    headings = ("cli.record-index", "cli.record-event", "cli.record-seq", "cli.record-leaf")
    rows = [
        (str(one.index), _event(one), str(one.claims.get("seq", "–")), one.leaf) for one in arrived
    ]
    print_table(table(headings, rows, numeric=(0, 2)))


def _event(one: Arrived) -> str:
    return str(one.claims.get("event", "–"))


def _plain(one: Arrived) -> Plain:
    return {"index": one.index, "leaf": one.leaf, "ahead": one.ahead, "claims": one.claims}
