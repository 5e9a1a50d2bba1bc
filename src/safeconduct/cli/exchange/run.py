"""``safeconduct exchange run``: keep a node and those of the other parties together."""

from __future__ import annotations

import contextlib
import importlib
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.exchange.of_node import is_node
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import ready_database, set_up
from safeconduct.cli.output import JsonOption, console, print_json, say

HomeArgument = Annotated[Path, typer.Argument(metavar="HOME", help="cli.exchange-run-home")]
OnceOption = Annotated[bool, typer.Option("--once", help="cli.exchange-run-once")]
SecondsOption = Annotated[
    float, typer.Option("--every", metavar="SECONDS", min=0.1, help="cli.exchange-run-every")
]


def run(
    home: HomeArgument,
    once: OnceOption = False,
    every: SecondsOption = 1.0,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Send what the other parties lack, until interrupted; what protects goes first."""
    del lang
    if not is_node(home):
        message = Message.of("cli.exchange-no-node", folder=str(home))
        raise WrongInput(Finding(message, Severity.ERROR))
    set_up(home)
    ready_database()
    said: dict[str, str] = {}
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            rounds = _rounds()
            if as_json and once:
                print_json(rounds)
            elif not as_json:
                _tell_changes(rounds, said)
            if once:
                return
            time.sleep(every)


def _rounds() -> list[Plain]:
    """One round with each party that can be reached."""
    sending = importlib.import_module("safeconduct.store.neighbours.sending")
    store = importlib.import_module("safeconduct.store.node").store()
    now = datetime.now(UTC)
    store.publish(now)
    done = (
        sending.send_round(store, peer, lambda: datetime.now(UTC))
        for peer in sending.peers_of(store, now)
    )
    return [
        {
            "to": one.peer.origin,
            "sent": one.sent,
            "failed": say(one.failed) if one.failed else None,
        }
        for one in done
    ]


def _tell_changes(rounds: list[Plain], said: dict[str, str]) -> None:
    """Print what is new: bundles that went, a link that failed, a link that is back."""
    for one in rounds:
        if not isinstance(one, dict):
            continue
        to, failed = str(one["to"]), str(one["failed"] or "")
        if one["sent"] or said.get(to, "") != failed:
            line = failed or say(
                Message.of("cli.exchange-sent", log=to, count=int(str(one["sent"])))
            )
            console().print(line, markup=False, soft_wrap=True)
        said[to] = failed
