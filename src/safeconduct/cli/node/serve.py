"""``safeconduct serve``: the node, in a browser."""

from __future__ import annotations

import importlib
import os
import socket
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import JsonOption, console, print_json, say, table

PORT = 8094
APPLICATION = "safeconduct.site.wsgi:application"
DEMO = "safeconduct.site.demo"

HostOption = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="cli.serve-host")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="cli.serve-port")]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, max=64, help="cli.serve-workers")]
DemoOption = Annotated[bool, typer.Option("--demo", help="cli.serve-demo")]


def serve(
    home: HomeOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = PORT,
    workers: WorkersOption = 1,
    demo: DemoOption = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Serve until interrupted."""
    del lang
    port = free_port(host, port)
    if demo:
        os.environ["SAFECONDUCT_DEMO"] = "yes"
        home = home or Path(tempfile.mkdtemp(prefix="safeconduct-node-"))
    folder = set_up(home)
    ready_database()
    sign_ins = _tell_story(as_json=as_json) if demo else ()
    url = f"http://{host}:{port}/"
    if as_json:
        print_json({"url": url, "home": str(folder), "sign_ins": [_plain(s) for s in sign_ins]})
    else:
        _print_sign_ins(sign_ins)
        at = Message.of("cli.serve-at", url=url, home=str(folder))
        console().print(say(at), markup=False)
    run_server(host, port, workers)


def _tell_story(*, as_json: bool) -> tuple[Any, ...]:
    story = importlib.import_module(DEMO)
    if story.is_told():
        return ()
    if not as_json:
        console().print(say(Message.of("cli.serve-telling")), markup=False)
    told: tuple[Any, ...] = story.make_demo(datetime.now(UTC))
    return told


def _plain(sign_in: Any) -> Plain:
    return {
        "role": sign_in.role.value,
        "handle": sign_in.handle,
        "email": sign_in.email,
        "password": sign_in.password,
    }


def _print_sign_ins(sign_ins: tuple[Any, ...]) -> None:
    if sign_ins:
        headings = (
            "cli.serve-heading-role",
            "cli.serve-heading-email",
            "cli.serve-heading-password",
        )
        rows = [(say(one.role.label), one.email, one.password) for one in sign_ins]
        console().print(table(headings, rows))


def run_server(host: str, port: int, workers: int) -> None:
    """Answer requests until the process is told to stop."""
    granian = importlib.import_module("granian")
    interfaces = importlib.import_module("granian.constants").Interfaces
    granian.Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_enabled=False,
    ).serve()


def free_port(host: str, port: int) -> int:
    """The port if nobody listens there; 0 asks for any.

    Raises:
        WrongInput: if the address is taken or is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            address = f"{host}:{port}"
            message = Message.of("cli.serve-address", address=address, why=str(fault.strerror))
            raise WrongInput(Finding(message, Severity.ERROR)) from fault
        return int(probe.getsockname()[1])
