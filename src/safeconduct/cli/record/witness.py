"""``safeconduct record witness``: serve the witness protocol."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput, system_reason
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, print_json
from safeconduct.cli.record.asking import PassphraseOption, refusals
from safeconduct.cli.record.witnessing import KeyOption, LogsOption, StateOption, make_witness
from safeconduct.record.witness import WitnessServer

ListenOption = Annotated[
    str, typer.Option("--listen", metavar="HOST:PORT", help="cli.record-witness-listen")
]


def witness(
    key: KeyOption,
    policy: LogsOption,
    state: StateOption,
    listen: ListenOption = "127.0.0.1:8093",
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Serve until interrupted."""
    del lang
    with refusals():
        server = _server(listen, key, policy, state, passphrase_file)
    if as_json:
        print_json({"url": server.url})
    else:
        console().print(server.url, markup=False)
    with contextlib.suppress(KeyboardInterrupt), server:
        server.serve_forever()


def _server(
    listen: str,
    key: KeyOption,
    policy: LogsOption,
    state: StateOption,
    passphrase_file: PassphraseOption,
) -> WitnessServer:
    host, colon, port = listen.rpartition(":")
    made = make_witness(key, policy, state, passphrase_file)
    try:
        if not colon:
            raise ValueError(listen)  # noqa: TRY301 - told below with the other faults
        return WitnessServer((host, int(port)), made)
    except (OSError, OverflowError, ValueError) as fault:
        no_address = Message.of("record.not-an-address")
        why = system_reason(fault) if isinstance(fault, OSError) else no_address
        message = Message.of("record.listen", address=listen, why=why)
        raise WrongInput(Finding(message, Severity.ERROR)) from fault
