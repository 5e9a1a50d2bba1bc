"""A desk at a node, as a process of its own: performs acts and says what is known there.

Started as ``python -m tests.exchange.node_desk`` with the node's home in ``SAFECONDUCT_HOME``. Each
line on standard input is a JSON command; each is answered by a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeconduct.site.settings")

import django

django.setup()

from safeconduct.casework import ACTS, Done, perform, read_asked  # noqa: E402
from safeconduct.policy import Actor, Relation, Role  # noqa: E402
from safeconduct.store.neighbours.sending import peers_of, send_round  # noqa: E402
from safeconduct.store.neighbours.standing import neighbours, pending  # noqa: E402
from safeconduct.store.neighbours.their_statements import their_rows  # noqa: E402
from safeconduct.store.node import ports, store  # noqa: E402


def act(agreement: str, name: str, role: str, asked: dict[str, Any]) -> Any:
    one = ACTS[name]
    read = read_asked(one.asked, asked)
    if isinstance(read, tuple):
        return {"refused": [finding.message.code for finding in read]}
    office = f"office:{role}"
    actor = Actor(f"officer:{role}", role, (Relation(Role(role), agreement, office=office),))
    done = perform(one, read, actor, agreement, ports())
    if isinstance(done, Done):
        return {"entry": done.entry, "keys": [row.key for row in done.rows]}
    return {"refused": [finding.message.code for finding in done.findings]}


def rows(agreement: str, table: str) -> Any:
    return {row.key: row.text("source") for row in store().view(agreement).rows(table)}


def theirs(agreement: str, table: str) -> Any:
    return [row.key for row in their_rows(agreement, table)]


def waiting(agreement: str) -> Any:
    found = store().view(agreement).rows("agreements")
    return [one.event for one in pending(store(), found, ports().clock.now())]


def send() -> Any:
    now = ports().clock.now
    store().publish(now())
    done = [send_round(store(), peer, now) for peer in peers_of(store(), now())]
    return [[one.sent, one.failed.code if one.failed else ""] for one in done]


def standing(agreement: str) -> Any:
    return [
        [one.has, one.of, one.here] for one in neighbours(store(), agreement, ports().clock.now())
    ]


COMMANDS: dict[str, Callable[..., Any]] = {
    "act": act, "rows": rows, "theirs": theirs, "waiting": waiting, "send": send,
    "standing": standing,
}  # fmt: skip

if __name__ == "__main__":
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        sys.stdout.write(json.dumps(COMMANDS[name](*arguments)) + "\n")
        sys.stdout.flush()
