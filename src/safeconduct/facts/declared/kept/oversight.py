"""Who looked: inspections, findings and answers; visits and claims that are no oversight."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    count,
    day,
    flag,
    happened_at,
    happened_on,
    key,
    needed,
    ref,
    words,
)
from safeconduct.facts.kinds import Personal, Unit
from safeconduct.facts.table import RecordedTable, Subject

INSPECTIONS = RecordedTable(
    "inspections",
    Subject.FRAME,
    (
        key("inspection", "OPCAT 20"),
        needed(ref("place", "places", "OPCAT 20")),
        ref("body", "offices", "OPCAT 20"),
        happened_at("began_at", "OPCAT 20", Personal.NO),
        happened_at("ended_at", "OPCAT 20", Personal.NO),
        flag("announced", "Mandela 84", Personal.NO),
        words("seed", "Mandela 84", Personal.NO),
        count("sampled", Unit.PERSONS, "Mandela 84"),
        flag("access_full", "OPCAT 20", Personal.NO),
        words("sha256", "Mandela 85", Personal.NO),
        code("state", ("open", "answered", "closed"), "Mandela 85", Personal.NO),
    ),
    key="inspection",
)

INSPECTION_FINDINGS = RecordedTable(
    "inspection_findings",
    Subject.FRAME,
    (
        key("finding", "Mandela 85"),
        needed(ref("inspection", "inspections", "Mandela 85")),
        ref("place", "places", "Mandela 85"),
        code("gravity", ("urgent", "serious", "to-mend", "noted"), "Mandela 85", Personal.NO),
        needed(words("says", "Mandela 85", Personal.NO)),
        words("recommends", "Mandela 85", Personal.NO),
        day("answer_by", "Mandela 85", Personal.NO),
        code("state", ("open", "answered", "mended", "disputed"), "Mandela 85", Personal.NO),
    ),
    key="finding",
)

FINDING_ANSWERS = RecordedTable(
    "finding_answers",
    Subject.FRAME,
    (
        key("answer", "Mandela 85"),
        needed(ref("finding", "inspection_findings", "Mandela 85")),
        ref("place", "places", "Mandela 85"),
        code("answers", ("mended", "will-mend", "disputed"), "Mandela 85", Personal.NO),
        needed(words("says", "Mandela 85", Personal.NO)),
        day("mended_by", "Mandela 85", Personal.NO),
        happened_at("answered_at", "Mandela 85", Personal.NO),
    ),
    key="answer",
)

OFFICIAL_VISITS = RecordedTable(
    "official_visits",
    Subject.FRAME,
    (
        key("visit", "Mandela 83"),
        needed(ref("place", "places", "Mandela 83")),
        code("by", ("government", "parliament", "press", "other"), "Mandela 83", Personal.NO),
        happened_on("visited_on", "Mandela 83", Personal.NO),
        flag("met_persons", "Mandela 83", Personal.NO),
        flag("images_made", "Mandela 73", Personal.NO),
        words("says", "Mandela 83", Personal.NO),
    ),
    key="visit",
)
"""Never counted as an inspection."""

OFFICIAL_CLAIMS = RecordedTable(
    "official_claims",
    Subject.FRAME,
    (
        key("official_claim", "Mandela 10"),
        needed(words("said_by", "Mandela 10", Personal.NO)),
        happened_on("said_on", "Mandela 10", Personal.NO),
        needed(words("says", "Mandela 10", Personal.NO)),
        words("said_where", "Mandela 10", Personal.NO),
        code(
            "figure",
            (
                "transferred", "held", "released", "returned", "deaths", "force", "orders",
                "orders-defied", "inspections", "none",
            ),
            "Mandela 10",
            Personal.NO,
        ),
        count("claimed", Unit.ENTRIES, "Mandela 10"),
        day("period_from", "Mandela 10", Personal.NO),
        day("period_until", "Mandela 10", Personal.NO),
        count("recorded", Unit.ENTRIES, "Mandela 10"),
        code("verdict", ("agrees", "differs", "cannot-be-tested"), "Mandela 10", Personal.NO),
    ),
    key="official_claim",
)  # fmt: skip

DUTIES = RecordedTable(
    "duties",
    Subject.FRAME,
    (
        key("duty_item", "ETS 112 15"),
        words("duty", "ETS 112 15", Personal.NO),
        words("clause", "ETS 112 15", Personal.NO),
        ref("person", "persons", "ETS 112 15"),
        ref("transfer", "transfers", "ETS 112 15"),
        ref("place", "places", "ETS 112 15"),
        ref("owed_by", "offices", "ETS 112 15"),
        day("due_on", "ETS 112 15", Personal.NO),
        happened_at("done_at", "ETS 112 15", Personal.NO),
        words("done_by", "ETS 112 15", Personal.NO),
        code("state", ("due", "done", "escalated", "not-applicable"), "ETS 112 15", Personal.NO),
    ),
    key="duty_item",
)
