"""How custody ends: return, onward transfer, release, and the clock that runs until then."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    day,
    flag,
    happened_at,
    happened_on,
    instant,
    jurisdiction,
    key,
    of_person,
    ref,
    words,
)
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

RETURNS = RecordedTable(
    "returns",
    Subject.PERSON,
    (
        key("return_plan", "Norgerhaven 9(2)"),
        of_person("Norgerhaven 9(2)"),
        ref("place", "places", "ICPPED 17(3)(e)"),
        code("state", ("planned", "held-up", "under-way", "returned", "cancelled"), "ETS 112 14"),
        day("return_by", "Norgerhaven 9(2)"),
        code(
            "reason",
            ("sentence-ends", "request", "order", "recall", "agreement-ends", "health"),
            "Norgerhaven 9(2)",
        ),
        code("hold", ("none", "prosecution", "local-sentence", "health"), "Norgerhaven 16"),
        ref("hold_order", "orders", "Norgerhaven 16"),
        happened_at("returned_at", "ICPPED 17(3)(h)"),
    ),
    key="return_plan",
)

ONWARD_TRANSFERS = RecordedTable(
    "onward_transfers",
    Subject.PERSON,
    (
        key("onward", "CAT 3"),
        of_person("CAT 3"),
        jurisdiction("to_state", "CAT 3", Personal.SPECIAL),
        ref("to_place", "places", "CAT 3"),
        code("state", ("requested", "approved", "refused", "carried-out"), "CAT 3"),
        flag("sending_consents", "CAT 3"),
        happened_on("assessed_on", "CAT 3", Personal.SPECIAL),
        words("says", "CAT 3", Personal.SPECIAL),
        happened_at("decided_at", "CAT 3"),
    ),
    key="onward",
)

RELEASES = RecordedTable(
    "releases",
    Subject.PERSON,
    (
        key("release", "ICPPED 21"),
        of_person("ICPPED 21"),
        ref("place", "places", "ICPPED 21"),
        ref("order", "orders", "ICPPED 21"),
        code(
            "ground",
            ("held-without-order", "order", "basis-lapsed", "sentence-served", "decision"),
            "ICCPR 9(1)",
        ),
        code("state", ("due", "released", "verified", "title-found"), "ICPPED 21"),
        instant("due_at", "ICCPR 9(1)"),
        happened_at("released_at", "ICPPED 21"),
        words("released_to", "ICPPED 21"),
        words("evidence", "ICPPED 21"),
        ref("verified_by", "offices", "ICPPED 21"),
        happened_at("verified_at", "ICPPED 21"),
    ),
    key="release",
)
"""A release clock runs from the row's first version until somebody verified the release."""
