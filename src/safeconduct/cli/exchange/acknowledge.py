"""``safeconduct exchange acknowledge``: the other party's answer, so that we know what it has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Message
from safeconduct.cli.exchange.opening import open_station, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, print_json
from safeconduct.cli.record.asking import OwnLogArgument, PassphraseOption, read_file

AnswerArgument = Annotated[Path, typer.Argument(metavar="ANSWER", help="cli.exchange-answer")]


def acknowledge(
    log: OwnLogArgument,
    answer: AnswerArgument,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Take an answer; the next bundle goes on from what the other party has."""
    del lang
    data = read_file(answer)
    with open_station(log, passphrase_file) as opened:
        station = opened.station
        peer = station.acknowledged(data, station.peers, datetime.now(UTC))
        link, size = station.link(peer), station.record.size
    if as_json:
        print_json({"from": peer.origin, "has": link.has, "of": size})
    else:
        tell(Message.of("cli.exchange-acknowledged", log=peer.origin, has=link.has, size=size))
