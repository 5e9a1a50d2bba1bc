"""``safeconduct exchange pack``: the next sealed bundle for the other party, as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.exchange.opening import PeerOption, open_station, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, print_json
from safeconduct.cli.record.asking import OwnLogArgument, PassphraseOption
from safeconduct.cli.written_files import write_file
from safeconduct.exchange import PartyCard, Station

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="cli.exchange-pack-out")]


def pack(
    log: OwnLogArgument,
    out: OutOption,
    to: PeerOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write the next bundle that the other party lacks."""
    del lang
    with open_station(log, passphrase_file) as opened:
        peer = chosen_peer(opened.station, to)
        has = opened.station.link(peer).has
        sealed = opened.station.pack(peer, datetime.now(UTC))
    if sealed is not None:
        write_file(out, sealed)
    if as_json:
        written = None if sealed is None else str(out)
        print_json({"to": peer.origin, "has": has, "file": written})
    elif sealed is None:
        tell(Message.of("cli.exchange-nothing-new", log=peer.origin))
    else:
        tell(Message.of("cli.exchange-packed", file=str(out), log=peer.origin))


def chosen_peer(station: Station, named: str | None) -> PartyCard:
    """The party that was named, or the only one that was introduced.

    Raises:
        WrongInput: none or several were introduced and none was named.
    """
    if named is not None:
        return station.peer(named)
    peers = station.peers
    if len(peers) != 1:
        known = ", ".join(peer.origin for peer in peers)
        message = Message.of("cli.exchange-which", count=len(peers), known=known or "–")
        raise WrongInput(Finding(message, Severity.ERROR))
    return peers[0]
