"""A program that registers one person after another until somebody kills it.

Run as ``python -m tests.store.writing_program DATABASE HOME START``, with the database's settings
as JSON. It prints each entry's index once the act was acknowledged, and nothing before.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from safeconduct.casework import ACTS, Done, Ports, RandomNames, SystemClock, perform, read_asked
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.policy import may
from tests.store import databases

databases.set_up_django()

from safeconduct.store.django_store import DjangoStore  # noqa: E402 - needs the settings
from safeconduct.store.keys import node_keys  # noqa: E402


def main() -> None:
    """Write for ever."""
    databases.point_at(json.loads(sys.argv[1]))
    store = DjangoStore(node_keys(Path(sys.argv[2])))
    ports = Ports(store, SystemClock(), RandomNames(), may)
    act, actor = ACTS["register-person"], CAST["prisons"].actor({})
    number = int(sys.argv[3])
    while True:
        person = f"N{number}"
        asked = read_asked(act.asked, {"full_name": "Somebody", "person": person})
        done = perform(act, asked, actor, AGREEMENT, ports, request_key=f"k-{number}")
        if not isinstance(done, Done):
            raise SystemExit(str(done))
        sys.stdout.write(f"{person} {done.entry}\n")
        sys.stdout.flush()
        number += 1
        if number % 40 == 0:
            store.publish(ports.clock.now())


if __name__ == "__main__":
    main()
