"""What persons, relatives and counsel ask for, and what became of it."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    day,
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

CONTACTS = RecordedTable(
    "contacts",
    Subject.PERSON,
    (
        key("contact", "Mandela 7(f)"),
        of_person("Mandela 7(f)"),
        code("kind", ("next-of-kin", "relative", "counsel", "friend"), "Mandela 7(f)"),
        needed(words("full_name", "Mandela 7(f)")),
        words("reached_at", "Mandela 68"),
        words("code_digest", "ICPPED 18", Personal.NO),
        words("account", "ICPPED 18", Personal.NO),
        code("told_of_illness", ("yes", "no"), "Mandela 69"),
    ),
    key="contact",
)
"""``code_digest`` is what proves the relation to whoever has no account."""

LOCATE_REQUESTS = RecordedTable(
    "locate_requests",
    Subject.PERSON,
    (
        key("request", "ICPPED 18"),
        ref("person", "persons", "ICPPED 18", personal=Personal.PERSONAL),
        words("asked_by", "ICPPED 18"),
        code("relation", ("relative", "counsel", "consulate", "other"), "ICPPED 18"),
        words("about", "ICPPED 18"),
        happened_at("asked_at", "ICPPED 18"),
        instant("answer_by", "ICPPED 18"),
        code("state", ("open", "answered", "refused"), "ICPPED 18"),
        code(
            "refusal",
            ("no-proof-of-relation", "judicial-restriction", "person-asked-not-to-tell"),
            "ICPPED 20",
        ),
        words("restriction", "ICPPED 20"),
        day("restriction_ends_on", "ICPPED 20"),
        happened_at("answered_at", "ICPPED 18"),
        words("answer", "ICPPED 18"),
    ),
    key="request",
)

COMPLAINTS = RecordedTable(
    "complaints",
    Subject.PERSON,
    (
        key("complaint", "Mandela 56"),
        of_person("Mandela 56"),
        ref("place", "places", "Mandela 56"),
        code(
            "about",
            ("torture", "ill-treatment", "health", "contact", "conditions", "property", "other"),
            "Mandela 56",
            Personal.SPECIAL,
        ),
        words("says", "Mandela 56", Personal.SPECIAL),
        code("lodged_by", ("person", "relative", "counsel", "inspector"), "Mandela 56"),
        happened_at("lodged_at", "Mandela 56"),
        ref("sent_to", "offices", "Mandela 57"),
        instant("answer_by", "Mandela 57"),
        code("state", ("open", "inquiry", "answered"), "Mandela 57"),
        words("answer", "Mandela 57", Personal.SPECIAL),
        happened_at("answered_at", "Mandela 57"),
    ),
    key="complaint",
)

CONTESTS = RecordedTable(
    "contests",
    Subject.PERSON,
    (
        key("contest", "LED 16"),
        of_person("LED 16"),
        needed(words("about_table", "LED 16", Personal.NO)),
        needed(words("about_key", "LED 16", Personal.NO)),
        words("about_column", "LED 16", Personal.NO),
        words("says", "LED 16"),
        happened_at("contested_at", "LED 16"),
        code("state", ("open", "rectified", "upheld"), "LED 16"),
        words("answer", "LED 16"),
        happened_at("answered_at", "LED 16"),
    ),
    key="contest",
)
