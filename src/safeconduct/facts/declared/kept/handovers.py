"""The handover, line by line: who was sent, who was received, who was refused and why."""

from __future__ import annotations

from safeconduct.facts.columns import code, flag, happened_at, key, needed, of_person, ref, words
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

REFUSAL_REASONS = (
    "not-on-manifest", "identity-not-matched", "order-stands", "not-fit", "documents-missing",
    "no-room", "not-presented", "other",
)  # fmt: skip

HANDOVERS = RecordedTable(
    "handovers",
    Subject.FRAME,
    (
        key("handover", "ICPPED 17(3)(h)"),
        needed(ref("transfer", "transfers", "ICPPED 17(3)(h)")),
        code("state", ("under-way", "handed-over", "turned-back"), "ICPPED 17(3)(h)", Personal.NO),
        ref("escort", "offices", "ICPPED 17(3)(h)"),
        ref("place", "places", "ICPPED 17(3)(e)"),
        happened_at("dispatched_at", "ICPPED 17(3)(h)", Personal.NO),
        happened_at("handed_over_at", "ICPPED 17(3)(h)", Personal.NO),
        ref("received_by", "offices", "ICPPED 17(3)(h)"),
        flag("from_paper", "Mandela 6", Personal.NO),
    ),
    key="handover",
)

HANDOVER_LINES = RecordedTable(
    "handover_lines",
    Subject.PERSON,
    (
        key("handover_line", "ICPPED 17(3)(h)"),
        of_person("ICPPED 17(3)(h)"),
        needed(ref("transfer", "transfers", "ICPPED 17(3)(h)")),
        ref("handover", "handovers", "ICPPED 17(3)(h)"),
        code("state", ("dispatched", "received", "refused", "turned-back"), "ICPPED 17(3)(h)"),
        code("reason", REFUSAL_REASONS, "ICPPED 17(3)(h)"),
        words("says", "ICPPED 17(3)(h)"),
        happened_at("settled_at", "ICPPED 17(3)(h)"),
        ref("booking", "bookings", "ICPPED 17(3)(e)"),
        flag("property_complete", "Mandela 7(d)"),
    ),
    key="handover_line",
)

ESCORT_EVENTS = RecordedTable(
    "escort_events",
    Subject.PERSON,
    (
        key("escort_event", "Mandela 73"),
        of_person("Mandela 73"),
        ref("transfer", "transfers", "Mandela 73"),
        code(
            "section",
            ("restraint", "medical-aid", "property", "welfare", "force", "handover", "other"),
            "Mandela 47",
        ),
        words("says", "Mandela 73"),
        happened_at("noted_at", "Mandela 73"),
    ),
    key="escort_event",
)
