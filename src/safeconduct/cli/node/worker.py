"""``safeconduct worker``: what a node does although nobody asks."""

from __future__ import annotations

import importlib
import time
from datetime import datetime
from typing import Annotated, Any

import typer

from safeconduct.basics import Finding, Message, Severity
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import (
    JsonOption,
    console,
    finding_as_json,
    leave,
    print_findings,
    print_json,
    say,
)

EveryOption = Annotated[int, typer.Option("--every", min=1, max=86_400, help="cli.worker-every")]
OnceOption = Annotated[bool, typer.Option("--once", help="cli.worker-once")]


def worker(
    home: HomeOption = None,
    every: EveryOption = 60,
    once: OnceOption = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Publish the record, ask of everybody held whether a title stands, and send notices."""
    del lang
    set_up(home)
    ready_database()
    ports: Any = importlib.import_module("safeconduct.store.node").ports()
    while True:
        found = _round(ports, as_json=as_json)
        if once:
            leave(found)
        time.sleep(every)


def _round(ports: Any, *, as_json: bool) -> tuple[Finding, ...]:
    now: datetime = ports.clock.now()
    found = (*_publish(ports, now), *_held(ports, now), *_notices(ports, now))
    if as_json:
        print_json({"at": now.isoformat(), "findings": [finding_as_json(one) for one in found]})
    else:
        round_done = Message.of("cli.worker-round", at=now.isoformat(timespec="seconds"))
        console().print(say(round_done), markup=False)
    print_findings(found)
    return found


def _publish(ports: Any, now: datetime) -> tuple[Finding, ...]:
    if not ports.store.agreements():
        return ()
    refused = importlib.import_module("safeconduct.record").Refused
    try:
        ports.store.publish(now)
    except refused as why:
        return (Finding(why.message, Severity.ATTENTION),)
    return ()


def _held(ports: Any, now: datetime) -> tuple[Finding, ...]:
    watching = importlib.import_module("safeconduct.casework.watching")
    casework = importlib.import_module("safeconduct.casework")
    found: list[Finding] = []
    for agreement in ports.store.agreements():
        view = ports.store.view(agreement)
        terms = casework.terms_in_force(view)
        if terms is not None:
            found += watching.legality_now(view, terms, now).findings
    return tuple(found)


def _notices(ports: Any, now: datetime) -> tuple[Finding, ...]:
    notices = importlib.import_module("safeconduct.store.notices")
    sent: tuple[Finding, ...] = notices.send_notices(ports.store, now)
    return sent
