"""On what title the person is held, and who may interrupt it."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    count,
    day,
    flag,
    happened_at,
    happened_on,
    instant,
    jurisdiction,
    key,
    of_person,
    ref,
    words,
)
from safeconduct.facts.kinds import FactType, OfficeKind, Personal, Unit
from safeconduct.facts.table import Column, GroundTable, Subject

ORDER_KINDS = (
    "stay",
    "release",
    "quashing",
    "withholding",
    "recall",
    "prosecution-hold",
    "undertaking",
    "detainer",
    "lift",
)
STOPPING_KINDS = (
    "stay",
    "release",
    "quashing",
    "withholding",
    "recall",
    "prosecution-hold",
    "undertaking",
)
"""Orders that stop a transfer while they stand. A detainer is another authority's request; a
lift ends an order."""

LEGAL_BASES = GroundTable(
    "legal_bases",
    Subject.PERSON,
    (
        key("basis", "ICPPED 17(3)(c)"),
        of_person(),
        code(
            "kind",
            ("sentence", "arrest-warrant", "remand-order", "detention-order", "removal-order"),
            "ICPPED 17(3)(c)",
        ),
        ref("issued_by", "offices", "ICPPED 17(2)(b)"),
        words("law", "ICPPED 17(2)(a)", Personal.NO),
        flag("individual", "ICCPR 9(1)"),
        happened_on("issued_on", "ICPPED 17(3)(c)"),
        flag("final", "ETS 112 3(1)(b)"),
        day("valid_until", "ICCPR 9(1)"),
        flag("indefinite", "ICCPR 9(1)"),
        code("state", ("in-force", "quashed", "lapsed", "withdrawn"), "ICCPR 9(1)"),
        happened_on("ended_on", "ICCPR 9(1)"),
    ),
    key="basis",
    attestors=(OfficeKind.COURT, OfficeKind.PROSECUTOR, OfficeKind.REGISTRY),
    registers=("custody-titles",),
)

SENTENCES = GroundTable(
    "sentences",
    Subject.PERSON,
    (
        key("sentence", "ETS 112 4(3)"),
        of_person(),
        code("state", ("enforceable", "served", "quashed"), "ETS 112 14"),
        happened_on("ended_on", "ETS 112 14"),
        flag("final", "ETS 112 3(1)(b)"),
        count("length_months", Unit.MONTHS, "Tilburg 7(1)"),
        flag("indeterminate", "ETS 112 3(1)(c)"),
        day("starts_on", "ETS 112 4(3)"),
        day("ends_on", "ETS 112 4(3)"),
        day("release_on", "Norgerhaven 9(2)"),
        jurisdiction("started_in", "Norgerhaven 8(1)"),
        flag("expulsion_ordered", "ETS 167 3(1)"),
    ),
    key="sentence",
    attestors=(OfficeKind.COURT, OfficeKind.PROSECUTOR, OfficeKind.REGISTRY),
    registers=("sentences",),
)

ORDERS = GroundTable(
    "orders",
    Subject.PERSON,
    (
        key("order", "ICCPR 9(4)"),
        code("kind", ORDER_KINDS, "ICCPR 9(4)"),
        code("scope", ("person", "transfer", "destination", "all", "class"), "ICCPR 9(4)"),
        ref("person", "persons", "ICCPR 9(4)", personal=Personal.PERSONAL),
        ref("transfer", "transfers", "ICCPR 9(4)"),
        words("destination", "Refugee Convention 33", Personal.NO),
        Column("class", FactType.PREDICATE, article="ICCPR 9(4)"),
        ref("lifts", "orders", "ICCPR 9(4)"),
        ref("issued_by", "offices", "ICCPR 9(4)"),
        code("form", ("oral", "written"), "ICCPR 9(4)"),
        happened_at("issued_at", "ICCPR 9(4)"),
        instant("effective_at", "ICCPR 9(4)"),
        happened_at("known_at", "ICCPR 9(4)"),
        instant("ends_at", "ICCPR 9(4)"),
        code(
            "verification",
            ("verified", "unverified", "refuted"),
            "ICCPR 9(4)",
            attestors=(OfficeKind.COURT, OfficeKind.REGISTRY),
        ),
        ref("verified_by", "offices", "ICCPR 9(4)"),
        ref("second_by", "offices", "ICCPR 9(4)"),
    ),
    key="order",
    attestors=(OfficeKind.COURT, OfficeKind.REGISTRY, OfficeKind.PROSECUTOR, OfficeKind.COUNSEL),
    registers=("court-orders",),
)

CHALLENGES = GroundTable(
    "challenges",
    Subject.PERSON,
    (
        key("challenge", "ICPPED 17(2)(f)"),
        of_person(),
        code(
            "kind",
            ("appeal", "habeas", "judicial-review", "stay-application", "post-conviction"),
            "ICCPR 9(4)",
        ),
        happened_at("filed_at", "ICCPR 9(4)"),
        code("state", ("open", "refused-final", "granted", "withdrawn"), "ICCPR 9(4)"),
    ),
    key="challenge",
    attestors=(OfficeKind.COURT, OfficeKind.REGISTRY, OfficeKind.COUNSEL),
    registers=("challenges",),
)

ALERTS = GroundTable(
    "alerts",
    Subject.PERSON,
    (
        of_person(),
        code(
            "register",
            ("aliens-receiving", "criminal-receiving", "criminal-sending"),
            "Tilburg 7(1)(c)",
        ),
        code(
            "kind",
            ("undesirable-alien", "entry-refused", "wanted", "arrest-warrant"),
            "Tilburg 7(1)(c)",
        ),
        code("state", ("open", "closed"), "Tilburg 7(1)(c)"),
    ),
    attestors=(OfficeKind.REGISTRY, OfficeKind.PROSECUTOR, OfficeKind.RECEIVING_AUTHORITY),
    registers=("aliens-receiving", "criminal-receiving", "criminal-sending"),
    register_column="register",
)
