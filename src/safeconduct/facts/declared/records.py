"""What was looked up, what is alleged, what is on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.facts.columns import (
    code,
    count,
    flag,
    happened_at,
    happened_on,
    key,
    needed,
    of_person,
    words,
)
from safeconduct.facts.declared.people import NATIONALITIES
from safeconduct.facts.declared.protection import ASSESSMENTS, PROTECTION_CLAIMS
from safeconduct.facts.declared.title import ALERTS, CHALLENGES, LEGAL_BASES, ORDERS, SENTENCES
from safeconduct.facts.kinds import OfficeKind, Unit
from safeconduct.facts.table import GroundTable, RecordedTable, Subject

CLOSABLE = (
    NATIONALITIES, LEGAL_BASES, SENTENCES, ORDERS, CHALLENGES, PROTECTION_CLAIMS, ASSESSMENTS,
    ALERTS,
)  # fmt: skip
REGISTERS = tuple(register for table in CLOSABLE for register in table.registers)
"""The registers that can be searched."""

KEEPERS: Mapping[str, tuple[OfficeKind, ...]] = MappingProxyType(
    {
        "nationality": (OfficeKind.REGISTRY, OfficeKind.CONSULATE),
        "custody-titles": (OfficeKind.REGISTRY, OfficeKind.COURT),
        "sentences": (OfficeKind.REGISTRY, OfficeKind.COURT),
        "court-orders": (OfficeKind.COURT, OfficeKind.REGISTRY),
        "challenges": (OfficeKind.COURT, OfficeKind.REGISTRY),
        "protection-claims": (OfficeKind.PROTECTION_AUTHORITY,),
        "assessments": (OfficeKind.PROTECTION_AUTHORITY, OfficeKind.REGISTRY),
        "aliens-receiving": (OfficeKind.RECEIVING_AUTHORITY, OfficeKind.REGISTRY),
        "criminal-receiving": (OfficeKind.RECEIVING_AUTHORITY, OfficeKind.REGISTRY),
        "criminal-sending": (OfficeKind.PROSECUTOR, OfficeKind.REGISTRY),
    }
)
"""Who can search each register, and so vouch for a search of it."""

SEARCHES = GroundTable(
    "searches",
    Subject.PERSON,
    (
        of_person("ICPPED 17(3)"),
        code("register", REGISTERS, "ICPPED 17(3)"),
        happened_at("searched_at", "ICPPED 17(3)"),
        flag("complete", "ICPPED 17(3)"),
        count("found", Unit.ENTRIES, "ICPPED 17(3)"),
    ),
    attestors=(
        OfficeKind.REGISTRY,
        OfficeKind.COURT,
        OfficeKind.PROTECTION_AUTHORITY,
        OfficeKind.PROSECUTOR,
        OfficeKind.RECEIVING_AUTHORITY,
        OfficeKind.CONSULATE,
    ),
    attested_by_code=KEEPERS,
    code_column="register",
)

ALLEGATIONS = RecordedTable(
    "allegations",
    Subject.PERSON,
    (
        key("allegation", "LED 7(1)"),
        of_person("LED 7(1)"),
        needed(words("made_by", "LED 7(1)")),
        needed(happened_on("made_on", "LED 7(1)")),
        words("says", "LED 7(1)"),
        needed(words("contest_route", "LED 16(3)")),
        flag("contested", "LED 16(3)"),
    ),
    key="allegation",
)
"""Sourced, dated, contestable; shown to the person and counsel; a ground of nothing."""

DOCUMENTS = GroundTable(
    "documents",
    Subject.PERSON,
    (
        key("document", "ETS 112 6"),
        of_person("ETS 112 6"),
        code(
            "kind",
            (
                "certified-judgment",
                "law-applied",
                "time-served-statement",
                "nationality-statement",
                "opinion-declaration",
                "expulsion-order",
                "medical-report",
                "identity-document",
            ),
            "ETS 112 6",
        ),
        happened_on("dated", "ETS 112 6"),
        words("sha256", "Mandela 6"),
    ),
    key="document",
    attestors=(OfficeKind.COURT, OfficeKind.REGISTRY, OfficeKind.RECEIVING_AUTHORITY),
)
