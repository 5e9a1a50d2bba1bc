"""A facility's day: headcounts and shift handovers."""

from __future__ import annotations

from safeconduct.facts.columns import count, happened_at, key, needed, ref, words
from safeconduct.facts.kinds import Personal, Unit
from safeconduct.facts.table import RecordedTable, Subject

HEADCOUNTS = RecordedTable(
    "headcounts",
    Subject.FRAME,
    (
        key("headcount", "Mandela 10"),
        needed(ref("place", "places", "Mandela 10")),
        words("unit", "Mandela 10", Personal.NO),
        needed(count("counted", Unit.PERSONS, "Mandela 10")),
        count("expected", Unit.PERSONS, "Mandela 10"),
        happened_at("counted_at", "Mandela 10", Personal.NO),
        words("counted_by", "Mandela 10", Personal.NO),
    ),
    key="headcount",
)

SHIFT_HANDOVERS = RecordedTable(
    "shift_handovers",
    Subject.FRAME,
    (
        key("shift_handover", "Mandela 6"),
        needed(ref("place", "places", "Mandela 6")),
        words("unit", "Mandela 6", Personal.NO),
        happened_at("handed_over_at", "Mandela 6", Personal.NO),
        words("outgoing", "Mandela 6", Personal.NO),
        words("incoming", "Mandela 6", Personal.NO),
        count("counted", Unit.PERSONS, "Mandela 6"),
        words("says", "Mandela 6", Personal.PERSONAL),
    ),
    key="shift_handover",
)
