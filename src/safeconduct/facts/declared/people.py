"""Who the person is: status, nationality, identity."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    codes,
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

PERSONS = GroundTable(
    "persons",
    Subject.ONE_PERSON,
    (
        key("person", "Mandela 7(a)"),
        ref("transfer", "transfers", "ICPPED 17(3)(h)", personal=Personal.PERSONAL),
        code("legal_status", ("sentenced", "untried", "administrative"), "ICCPR 9(1)"),
        happened_on("born_on", "CRC 37"),
        flag("age_disputed", "CRC 37"),
        code("sex", ("0", "1", "2", "9"), "Mandela 7(a)"),
        jurisdiction("residence", "Tilburg 7(1)(b)"),
        codes("languages", (), "BoP 14"),
        ref("held_at", "places", "ICPPED 17(3)(e)", personal=Personal.PERSONAL),
        happened_at("held_since", "ICPPED 17(3)(b)"),
        happened_at("added_to_manifest_at", "Mandela 7"),
        happened_at("taken_in_charge_at", "ICPPED 17(3)(h)"),
        happened_at("released_at", "ICPPED 21"),
    ),
    key="person",
    attestors=(
        OfficeKind.SENDING_AUTHORITY,
        OfficeKind.RECEIVING_AUTHORITY,
        OfficeKind.REGISTRY,
        OfficeKind.FACILITY,
    ),
)

NATIONALITIES = GroundTable(
    "nationalities",
    Subject.PERSON,
    (of_person(), jurisdiction("state", "ETS 112 3(1)(a)")),
    attestors=(OfficeKind.REGISTRY, OfficeKind.CONSULATE, OfficeKind.COURT),
    registers=("nationality",),
)

IDENTITY_CHECKS = GroundTable(
    "identity_checks",
    Subject.PERSON,
    (
        of_person(),
        code("method", ("fingerprint", "document", "photograph", "interview"), "Mandela 7(a)"),
        code("result", ("matched", "not-matched"), "Mandela 7(a)"),
        happened_at("checked_at", "Mandela 7(a)"),
    ),
    attestors=(OfficeKind.REGISTRY, OfficeKind.FACILITY, OfficeKind.COURT),
)
