"""What protects the person: claims, assessments, assurances, health."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    day,
    flag,
    happened_at,
    happened_on,
    jurisdiction,
    key,
    of_person,
    ref,
)
from safeconduct.facts.kinds import OfficeKind, Personal
from safeconduct.facts.table import GroundTable, Subject

PROTECTION_CLAIMS = GroundTable(
    "protection_claims",
    Subject.PERSON,
    (
        key("claim", "Refugee Convention 33"),
        of_person("Refugee Convention 33"),
        happened_at("lodged_at", "Refugee Convention 33", Personal.SPECIAL),
        code(
            "state",
            ("open", "refused-final", "granted", "withdrawn"),
            "Refugee Convention 33",
            Personal.SPECIAL,
        ),
    ),
    key="claim",
    attestors=(OfficeKind.PROTECTION_AUTHORITY, OfficeKind.COURT, OfficeKind.COUNSEL),
    registers=("protection-claims",),
)

ASSESSMENTS = GroundTable(
    "assessments",
    Subject.PERSON,
    (
        of_person("CAT 3"),
        code(
            "kind",
            (
                "refoulement",
                "enforced-disappearance",
                "best-interests",
                "age",
                "security-level",
                "care",
                "country-situation",
            ),
            "CAT 3",
            Personal.SPECIAL,
        ),
        jurisdiction("about", "CAT 3", Personal.SPECIAL),
        ref("about_place", "places", "Tilburg 7(1)(f)"),
        flag("individual", "CAT 3", Personal.SPECIAL),
        code("outcome", ("no-bar", "bar"), "CAT 3", Personal.SPECIAL),
        happened_on("made_on", "CAT 3", Personal.SPECIAL),
    ),
    attestors=(
        OfficeKind.PROTECTION_AUTHORITY,
        OfficeKind.COURT,
        OfficeKind.CLINIC,
        OfficeKind.INSPECTORATE,
        OfficeKind.RECEIVING_AUTHORITY,
    ),
    registers=("assessments",),
)

ASSURANCES = GroundTable(
    "assurances",
    Subject.PERSON,
    (
        of_person("CAT 3"),
        jurisdiction("given_by_state", "CAT 3", Personal.SPECIAL),
        flag("specific", "CAT 3", Personal.SPECIAL),
        flag("monitored", "CAT 3", Personal.SPECIAL),
        flag("remediable", "CAT 3", Personal.SPECIAL),
        happened_on("given_on", "CAT 3", Personal.SPECIAL),
    ),
    attestors=(OfficeKind.RECEIVING_AUTHORITY, OfficeKind.INSPECTORATE),
)

EXAMINATIONS = GroundTable(
    "examinations",
    Subject.PERSON,
    (
        of_person("Mandela 30"),
        code("kind", ("fit-to-travel", "admission"), "Mandela 30", Personal.SPECIAL),
        code("outcome", ("fit", "not-fit"), "Mandela 30", Personal.SPECIAL),
        happened_at("examined_at", "Mandela 30", Personal.SPECIAL),
        day("valid_until", "Mandela 30", Personal.SPECIAL),
    ),
    attestors=(OfficeKind.CLINIC,),
)
