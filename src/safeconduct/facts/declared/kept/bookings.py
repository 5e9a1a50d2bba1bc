"""Who is where, since when, on what title; moves and absences."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    happened_at,
    instant,
    key,
    needed,
    of_person,
    ref,
    words,
)
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

BOOKINGS = RecordedTable(
    "bookings",
    Subject.PERSON,
    (
        key("booking", "ICPPED 17(3)(e)"),
        of_person("ICPPED 17(3)(e)"),
        needed(ref("place", "places", "ICPPED 17(3)(e)")),
        ref("transfer", "transfers", "ICPPED 17(3)(h)"),
        words("unit", "ICPPED 17(3)(e)"),
        needed(happened_at("arrived_at", "ICPPED 17(3)(e)")),
        code("how", ("handed-over", "late-entry", "without-papers", "moved", "returned"), "ED14"),
        code("title", ("order", "without-order"), "ICCPR 9(1)"),
        ref("basis", "legal_bases", "ICCPR 9(1)"),
        happened_at("departed_at", "ICPPED 17(3)(h)"),
        code("left_how", ("released", "moved", "returned", "onward", "died", "escaped"), "ED14"),
        words("left_to", "ICPPED 17(3)(h)"),
    ),
    key="booking",
)

MOVEMENTS = RecordedTable(
    "movements",
    Subject.PERSON,
    (
        key("movement", "ICPPED 17(3)(h)"),
        of_person("ICPPED 17(3)(h)"),
        ref("booking", "bookings", "ICPPED 17(3)(h)"),
        ref("from_place", "places", "ICPPED 17(3)(h)"),
        ref("place", "places", "ICPPED 17(3)(h)"),
        words("unit", "ICPPED 17(3)(e)"),
        happened_at("moved_at", "ICPPED 17(3)(h)"),
        code("reason", ("security", "health", "court", "capacity", "request", "other"), "ED14"),
    ),
    key="movement",
)

ABSENCES = RecordedTable(
    "absences",
    Subject.PERSON,
    (
        key("absence", "ICPPED 17(3)(h)"),
        of_person("ICPPED 17(3)(h)"),
        ref("booking", "bookings", "ICPPED 17(3)(h)"),
        ref("place", "places", "ICPPED 17(3)(e)"),
        code("kind", ("court", "hospital", "leave", "work", "escape"), "ED14", Personal.SPECIAL),
        happened_at("left_at", "ICPPED 17(3)(h)"),
        instant("expected_at", "ICPPED 17(3)(h)"),
        happened_at("returned_at", "ICPPED 17(3)(h)"),
        words("whereabouts", "ICPPED 17(3)(e)"),
    ),
    key="absence",
)
