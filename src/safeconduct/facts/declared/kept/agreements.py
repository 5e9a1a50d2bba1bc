"""The agreement as it was adopted and amended, and who plays which part in it."""

from __future__ import annotations

from safeconduct.facts.columns import code, day, happened_at, instant, key, needed, ref, words
from safeconduct.facts.kinds import Personal
from safeconduct.facts.table import RecordedTable, Subject

AGREEMENTS = RecordedTable(
    "agreements",
    Subject.FRAME,
    (
        key("agreement", "ETS 112 5"),
        code("state", ("in-force", "terminated"), "ETS 112 5", Personal.NO),
        needed(words("text", "Mandela 10", Personal.NO)),
        words("sha256", "Mandela 6", Personal.NO),
        words("amendment", "ETS 112 5", Personal.NO),
        day("effective_from", "ETS 112 5", Personal.NO),
        day("ends_on", "ETS 112 5", Personal.NO),
    ),
    key="agreement",
)

ROLES_HELD = RecordedTable(
    "roles_held",
    Subject.FRAME,
    (
        key("role_held", "Mandela 6"),
        needed(words("account", "Mandela 6", Personal.NO)),
        needed(words("role", "LED 25", Personal.NO)),
        ref("office", "offices", "ETS 112 5"),
        ref("place", "places", "LED 4"),
        ref("transfer", "transfers", "LED 4"),
        ref("person", "persons", "LED 4"),
        words("state", "VCCR 36(1)", Personal.NO),
        instant("since", "LED 25", Personal.NO),
        instant("until", "LED 25", Personal.NO),
    ),
    key="role_held",
)
"""Relations, from which rights follow; ``state`` is a consulate's."""

CASES = RecordedTable(
    "cases",
    Subject.ONE_PERSON,
    (
        key("person", "Mandela 7(a)"),
        needed(words("case", "LED 20", Personal.NO)),
    ),
    key="person",
)
"""The random identifier under which the record keeps a person's entries."""

IDENTITIES = RecordedTable(
    "identities",
    Subject.ONE_PERSON,
    (
        key("person", "Mandela 7(a)"),
        needed(words("full_name", "Mandela 7(a)")),
        words("other_names", "Mandela 7(a)"),
        words("document_number", "Mandela 7(a)"),
        words("self_declared_gender", "Mandela 7(a)"),
        happened_at("told_at", "Mandela 54"),
    ),
    key="person",
)

OFFICER_KEYS = RecordedTable(
    "officer_keys",
    Subject.FRAME,
    (
        key("officer_key", "Mandela 6"),
        needed(words("account", "Mandela 6", Personal.NO)),
        needed(ref("office", "offices", "ETS 112 5")),
        needed(words("public_key", "Mandela 6", Personal.NO)),
        instant("enrolled_at", "Mandela 6", Personal.NO),
        instant("revoked_at", "Mandela 6", Personal.NO),
    ),
    key="officer_key",
)
"""Public keys with which officers sign; the record itself holds from when to when each counts."""
