"""What was said to the person, by the person and for the person."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    flag,
    happened_at,
    happened_on,
    instant,
    key,
    of_person,
    ref,
)
from safeconduct.facts.kinds import FactType, OfficeKind
from safeconduct.facts.table import Column, GroundTable, Subject

NOTICES = GroundTable(
    "notices",
    Subject.PERSON,
    (
        key("notice", "BoP 11"),
        of_person(),
        code("kind", ("transfer", "detention", "rights", "outcome"), "ETS 112 4(5)"),
        happened_at("served_at", "BoP 11"),
        Column("language", FactType.CODE, article="BoP 14"),
        flag("understood", "BoP 14"),
        flag("reasons_given", "BoP 11(2)"),
        flag("proof_of_service", "Mandela 54"),
        instant("window_ends_at", "ICCPR 13"),
        flag("window_waived", "ICCPR 13"),
        flag("waiver_informed", "ICCPR 13"),
        flag("waiver_with_counsel", "ICCPR 13; BoP 17"),
        happened_at("waiver_filed_at", "ICCPR 13"),
    ),
    key="notice",
    attestors=(OfficeKind.COURT, OfficeKind.COUNSEL, OfficeKind.CONSULATE, OfficeKind.INSPECTORATE),
)

COUNSEL = GroundTable(
    "counsel",
    Subject.PERSON,
    (
        of_person(),
        happened_at("seen_at", "BoP 18"),
        flag("mandate", "BoP 17"),
        flag("confidential", "Mandela 61"),
        flag("declined_by_person", "BoP 17"),
    ),
    attestors=(OfficeKind.COUNSEL, OfficeKind.COURT, OfficeKind.INSPECTORATE),
)

OPINIONS = GroundTable(
    "opinions",
    Subject.PERSON,
    (
        of_person(),
        code("kind", ("consent", "opinion"), "ETS 112 3(1)(d); ETS 167 3(2)"),
        code("answer", ("agrees", "refuses"), "ETS 112 3(1)(d)"),
        happened_at("given_at", "ETS 112 7"),
        flag("voluntary", "ETS 112 7(1)"),
        flag("informed", "ETS 112 7(1)"),
        flag("by_representative", "ETS 112 3(1)(d)"),
        flag("considered", "ETS 167 3(2)"),
    ),
    attestors=(
        OfficeKind.COUNSEL,
        OfficeKind.CONSULATE,
        OfficeKind.COURT,
        OfficeKind.RECEIVING_AUTHORITY,
    ),
)

DECISIONS = GroundTable(
    "decisions",
    Subject.PERSON,
    (
        of_person(),
        code(
            "kind",
            (
                "sending-agrees",
                "receiving-agrees",
                "both-offences",
                "placement",
                "short-remainder-exception",
                "late-return-exception",
                "prosecutor-consent",
                "onward-consent",
                "compelling-security-ground",
                "protocol-applies",
                "contract-in-force",
            ),
            "ETS 112 3(1)(e)-(f)",
        ),
        code("answer", ("yes", "no"), "ETS 112 5"),
        happened_on("decided_on", "ETS 112 5"),
        ref("decided_by", "offices", "ETS 112 5"),
    ),
    attestors=(
        OfficeKind.SENDING_AUTHORITY,
        OfficeKind.RECEIVING_AUTHORITY,
        OfficeKind.COURT,
        OfficeKind.PROSECUTOR,
    ),
    attested_by_code={
        "receiving-agrees": (OfficeKind.RECEIVING_AUTHORITY, OfficeKind.COURT),
        "prosecutor-consent": (OfficeKind.PROSECUTOR, OfficeKind.COURT),
        "protocol-applies": (OfficeKind.RECEIVING_AUTHORITY, OfficeKind.COURT),
        "contract-in-force": (OfficeKind.RECEIVING_AUTHORITY, OfficeKind.COURT),
    },
    code_column="kind",
)

CONSULAR_CHOICES = GroundTable(
    "consular_choices",
    Subject.PERSON,
    (
        of_person(),
        happened_at("told_at", "VCCR 36(1)(b)"),
        code("choice", ("asked", "declined"), "VCCR 36(1)(b)"),
        happened_at("notified_at", "VCCR 36(1)(b)"),
    ),
    attestors=(OfficeKind.CONSULATE, OfficeKind.COUNSEL, OfficeKind.COURT, OfficeKind.INSPECTORATE),
)
