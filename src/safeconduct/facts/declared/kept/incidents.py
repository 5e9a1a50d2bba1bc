"""What went wrong: incidents and deaths, and who was told."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    flag,
    happened_at,
    key,
    needed,
    of_person,
    ref,
    words,
)
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

INCIDENT_KINDS = (
    "held-without-order", "arrival-not-announced", "force", "injury", "escape", "self-harm",
    "illness", "death", "missing-at-headcount", "dispatch-without-receipt", "order-defied",
    "whereabouts-unknown", "false-entry", "other",
)  # fmt: skip

INCIDENTS = RecordedTable(
    "incidents",
    Subject.PERSON,
    (
        key("incident", "ICPPED 22"),
        needed(code("kind", INCIDENT_KINDS, "Mandela 71", Personal.SPECIAL)),
        ref("person", "persons", "Mandela 71"),
        ref("place", "places", "Mandela 71"),
        ref("transfer", "transfers", "Mandela 71"),
        ref("booking", "bookings", "Mandela 7"),
        happened_at("happened_at", "Mandela 71"),
        words("says", "Mandela 71", Personal.SPECIAL),
        flag("force_used", "Mandela 82", Personal.SPECIAL),
        ref("reported_to", "offices", "Mandela 71"),
        happened_at("reported_at", "Mandela 71"),
        code("state", ("open", "reported", "closed"), "Mandela 71"),
        words("closed_because", "Mandela 71"),
    ),
    key="incident",
)

DEATHS = RecordedTable(
    "deaths",
    Subject.PERSON,
    (
        key("death", "ICPPED 17(3)(g)"),
        of_person("ICPPED 17(3)(g)"),
        ref("place", "places", "ICPPED 17(3)(g)"),
        needed(happened_at("died_at", "ICPPED 17(3)(g)", Personal.SPECIAL)),
        words("circumstances", "ICPPED 17(3)(g)", Personal.SPECIAL),
        words("cause", "ICPPED 17(3)(g)", Personal.SPECIAL),
        ref("reported_to", "offices", "Mandela 71"),
        happened_at("reported_at", "Mandela 71"),
        happened_at("next_of_kin_told_at", "Mandela 69"),
        words("remains", "ICPPED 17(3)(g)", Personal.SPECIAL),
    ),
    key="death",
)
