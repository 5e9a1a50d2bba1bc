"""Names of tables, where a near miss and a table that is no ground get different answers."""

from __future__ import annotations

from safeconduct.agreement.loading.findings import listing, nearest, quote
from safeconduct.basics import Message
from safeconduct.facts import GROUNDS, TABLES, GroundTable


def ground_named(name: str) -> GroundTable | Message:
    """The table that a condition may read, or the sentence that says why there is none."""
    if name in GROUNDS:
        return GROUNDS[name]
    if name in TABLES:
        return Message.of("agreement.condition-no-ground", table=name)
    near = nearest(name, GROUNDS)
    if near:
        return Message.of("agreement.condition-no-such-table-near", table=quote(name), near=near)
    return Message.of(
        "agreement.condition-no-such-table", table=quote(name), allowed=listing(GROUNDS)
    )
