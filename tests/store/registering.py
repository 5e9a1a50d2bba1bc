"""One act in a line: registering a person as an officer of the sending side."""

from __future__ import annotations

from safeconduct.casework import (
    ACTS,
    Done,
    Ports,
    RandomNames,
    Refused,
    Store,
    SystemClock,
    perform,
    read_asked,
)
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.policy import may


def register(store: Store, person: str, key: str = "") -> Done | Refused:
    """Register somebody; with a request key where one is given."""
    act = ACTS["register-person"]
    asked = read_asked(act.asked, {"full_name": "Somebody", "person": person})
    ports = Ports(store, SystemClock(), RandomNames(), may)
    return perform(act, asked, CAST["prisons"].actor({}), AGREEMENT, ports, request_key=key)
