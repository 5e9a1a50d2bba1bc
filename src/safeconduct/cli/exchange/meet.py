"""``safeconduct exchange meet``: two officers compare digits; then the other party is trusted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.exchange.opening import open_station, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json
from safeconduct.cli.record.asking import OwnLogArgument, PassphraseOption, read_file
from safeconduct.cli.record.said import as_plain
from safeconduct.exchange import disagreements, read_card, spoken_string
from safeconduct.exchange.transport import checked_url
from safeconduct.record import Refused

CardArgument = Annotated[Path, typer.Argument(metavar="CARD", help="cli.exchange-card-file")]
DigitsOption = Annotated[
    str | None, typer.Option("--digits", metavar="DIGITS", help="cli.exchange-digits")
]

UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="cli.exchange-url")]


def meet(
    log: OwnLogArgument,
    card: CardArgument,
    digits: DigitsOption = None,
    url: UrlOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Show what differs and the digits to read aloud; with the digits heard, trust the party."""
    del lang
    try:
        theirs = read_card(read_file(card))
    except Refused as refused:
        finding = Finding(refused.message, Severity.ERROR, refused.finding(str(card)).location)
        raise WrongInput(finding) from refused
    with open_station(log, passphrase_file) as opened:
        own = opened.station.card
        found = disagreements(own, theirs)
        trusted = digits is not None
        if digits is not None:
            found = opened.station.introduce(theirs, digits)
            opened.station.set_reach(theirs, checked_url(url) if url else "")
    if as_json:
        said: dict[str, Plain] = {"log": theirs.origin, "party": theirs.party, "trusted": trusted}
        print_json({**said, "digits": spoken_string(own, theirs), "findings": as_plain(found)})
    elif trusted:
        tell(Message.of("cli.exchange-trusted", log=theirs.origin, party=theirs.party))
    elif all(finding.severity is not Severity.ERROR for finding in found):
        digits = spoken_string(own, theirs)
        tell(Message.of("cli.exchange-read-aloud", digits=digits, party=theirs.party))
    print_findings(found)
    leave(found)
