"""Stop everything: who stopped, who must acknowledge by when, and who did."""

from __future__ import annotations

from safeconduct.facts.columns import code, happened_at, instant, key, needed, ref, words
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

STOP_REASONS = (
    "court-order", "undertaking", "danger", "doubt-about-identity", "protection-claim",
    "agreement-ended", "other",
)  # fmt: skip

STOPS = RecordedTable(
    "stops",
    Subject.FRAME,
    (
        key("stop", "ICCPR 9(4)"),
        code("state", ("standing", "lifted"), "ICCPR 9(4)", Personal.NO),
        ref("transfer", "transfers", "ICCPR 9(4)"),
        needed(code("reason", STOP_REASONS, "ICCPR 9(4)", Personal.NO)),
        ref("order", "orders", "ICCPR 9(4)"),
        ref("stopped_by", "offices", "ICCPR 9(4)"),
        happened_at("stopped_at", "ICCPR 9(4)", Personal.NO),
        happened_at("lifted_at", "ICCPR 9(4)", Personal.NO),
        words("lifted_by", "ICCPR 9(4)", Personal.NO),
    ),
    key="stop",
)
"""Without a transfer it stops every one under the agreement."""

ACKNOWLEDGEMENTS = RecordedTable(
    "acknowledgements",
    Subject.FRAME,
    (
        key("acknowledgement", "ICCPR 9(4)"),
        ref("stop", "stops", "ICCPR 9(4)"),
        ref("order", "orders", "ICCPR 9(4)"),
        ref("transfer", "transfers", "ICCPR 9(4)"),
        needed(ref("office", "offices", "ICCPR 9(4)")),
        instant("due_at", "ICCPR 9(4)", Personal.NO),
        happened_at("acknowledged_at", "ICCPR 9(4)", Personal.NO),
        words("acknowledged_by", "ICCPR 9(4)", Personal.NO),
        code("doing", ("stopping", "turning-back", "not-concerned"), "ICCPR 9(4)", Personal.NO),
    ),
    key="acknowledgement",
)
