"""What is done with the data themselves: erasures, holds, recipients, reads."""

from __future__ import annotations

from safeconduct.facts.columns import codes, count, happened_at, key, needed, ref, words
from safeconduct.facts.kinds import Personal, Unit
from safeconduct.facts.table import RecordedTable, Subject

ERASURES = RecordedTable(
    "erasures",
    Subject.FRAME,
    (
        key("erasure", "LED 4"),
        ref("person", "persons", "LED 16"),
        needed(words("ground", "LED 4", Personal.NO)),
        count("values", Unit.ENTRIES, "LED 4"),
        happened_at("erased_at", "LED 4", Personal.NO),
    ),
    key="erasure",
)

LEGAL_HOLDS = RecordedTable(
    "legal_holds",
    Subject.FRAME,
    (
        key("hold", "LED 16(3)"),
        ref("person", "persons", "LED 16(3)"),
        needed(words("ground", "LED 16(3)", Personal.NO)),
        ref("placed_by", "offices", "LED 16(3)"),
        happened_at("placed_at", "LED 16(3)", Personal.NO),
        happened_at("released_at", "LED 16(3)", Personal.NO),
    ),
    key="hold",
)

READS = RecordedTable(
    "reads",
    Subject.FRAME,
    (
        key("read", "LED 25"),
        needed(words("account", "LED 25", Personal.NO)),
        ref("office", "offices", "LED 25"),
        ref("person", "persons", "LED 25"),
        codes("tables", (), "LED 25"),
        needed(words("purpose", "LED 25", Personal.NO)),
        happened_at("read_at", "LED 25", Personal.NO),
    ),
    key="read",
)
"""Kept by the store for every page that shows somebody's data; never shown to a facility."""
