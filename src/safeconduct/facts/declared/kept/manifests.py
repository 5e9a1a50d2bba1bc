"""The manifest, its lines, the signatures under each person's findings, and the seal."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    count,
    happened_at,
    instant,
    key,
    needed,
    of_person,
    ref,
    words,
)
from safeconduct.facts.kinds import Personal, Unit
from safeconduct.facts.table import RecordedTable, Subject

MANIFEST_STATES = (
    "open", "sealed", "dispatched", "handed-over", "turned-back", "closed",
)  # fmt: skip
LINE_STATES = (
    "proposed", "withdrawn", "cleared", "sealed", "boarded", "received", "refused", "turned-back",
)  # fmt: skip
WITHDRAWAL_REASONS = (
    "cancelled-by-sending", "refused-by-receiving", "order", "not-fit", "protection-claim",
    "person-not-found", "documents-missing", "other",
)  # fmt: skip

MANIFESTS = RecordedTable(
    "manifests",
    Subject.FRAME,
    (
        key("transfer", "Mandela 7"),
        code("state", MANIFEST_STATES, "Mandela 7", Personal.NO),
        ref("destination", "places", "ICPPED 17(3)(h)"),
        instant("departs_at", "ICPPED 17(3)(h)", Personal.NO),
        ref("escort", "offices", "ICPPED 17(3)(h)"),
        ref("carrier", "offices", "ICPPED 17(3)(h)"),
        happened_at("sealed_at", "Mandela 7", Personal.NO),
        happened_at("dispatched_at", "ICPPED 17(3)(h)", Personal.NO),
        happened_at("handed_over_at", "ICPPED 17(3)(h)", Personal.NO),
        happened_at("turned_back_at", "ICCPR 9(4)", Personal.NO),
        words("turn_back_to", "ICCPR 9(4)", Personal.NO),
    ),
    key="transfer",
)

MANIFEST_LINES = RecordedTable(
    "manifest_lines",
    Subject.PERSON,
    (
        key("line", "Mandela 7"),
        of_person("Mandela 7"),
        needed(ref("transfer", "transfers", "Mandela 7")),
        code("state", LINE_STATES, "Mandela 7"),
        ref("proposed_by", "offices", "ETS 112 5"),
        words("proposer", "BoP 11", Personal.NO),
        happened_at("proposed_at", "Mandela 7"),
        code("reason", WITHDRAWAL_REASONS, "ETS 112 5"),
        ref("clearance", "clearances", "BoP 11"),
    ),
    key="line",
)

CLEARANCES = RecordedTable(
    "clearances",
    Subject.PERSON,
    (
        key("clearance", "BoP 11"),
        of_person("BoP 11"),
        needed(ref("transfer", "transfers", "BoP 11")),
        code("state", ("signed", "withdrawn"), "BoP 11"),
        needed(words("digest", "LED 11", Personal.NO)),
        words("terms_hash", "Mandela 6", Personal.NO),
        words("floor_hash", "Mandela 6", Personal.NO),
        words("facts_hash", "Mandela 6", Personal.NO),
        words("evaluator", "LED 11", Personal.NO),
        code("outcome", ("no-bar-found",), "LED 11", Personal.NO),
        words("signer", "Mandela 6", Personal.NO),
        ref("office", "offices", "BoP 11"),
        happened_at("signed_at", "BoP 11", Personal.NO),
        code("signed_by", ("key", "confirmation"), "Mandela 6", Personal.NO),
        words("act", "Mandela 6", Personal.NO),
        words("reason", "BoP 11"),
    ),
    key="clearance",
)
"""One human's signature over one person's findings. A table of many at once does not exist."""

SEALS = RecordedTable(
    "seals",
    Subject.FRAME,
    (
        key("seal", "Mandela 7"),
        needed(ref("transfer", "transfers", "Mandela 7")),
        count("lines", Unit.ROWS, "Mandela 7"),
        words("digest", "Mandela 6", Personal.NO),
        words("signer", "Mandela 6", Personal.NO),
        ref("office", "offices", "Mandela 7"),
        happened_at("sealed_at", "Mandela 7", Personal.NO),
    ),
    key="seal",
)
