"""``safeconduct exchange card``: what the other party must know of us, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import load, terms_hash
from safeconduct.agreement.floor import floor, floor_hash
from safeconduct.basics import Message
from safeconduct.clearance.evaluator import evaluator
from safeconduct.cli.exchange.opening import open_station, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, print_json
from safeconduct.cli.record.asking import OwnLogArgument, PassphraseOption
from safeconduct.cli.written_files import write_file
from safeconduct.exchange import ExchangeKeys, PartyCard

AgreementOption = Annotated[
    str, typer.Option("--agreement", metavar="ID|FILE", help="cli.exchange-agreement")
]
PartyOption = Annotated[str, typer.Option("--party", metavar="CODE", help="cli.exchange-party")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="cli.exchange-card-out")]


def card(
    log: OwnLogArgument,
    agreement: AgreementOption,
    party: PartyOption,
    out: OutOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Make our card, to be handed to the other party."""
    del lang
    terms = load(agreement)
    with open_station(log, passphrase_file) as opened:
        identity = opened.identity
        logs = tuple(str(key.verifier_key) for key in identity.keys)

        def card_of(keys: ExchangeKeys) -> PartyCard:
            return PartyCard(
                identity.origin,
                party,
                terms.id,
                terms_hash(terms),
                floor_hash(floor()),
                evaluator(),
                logs,
                keys.signing_public,
                keys.sealing_public,
            )

        made = opened.station.make_card(card_of)
    write_file(out, bytes(made))
    if as_json:
        print_json({"log": made.origin, "party": made.party, "agreement": made.agreement})
    else:
        tell(Message.of("cli.exchange-card-made", file=str(out), log=made.origin))
