"""What stands around the persons: the bundle's contents, offices, places, transfers."""

from __future__ import annotations

from safeconduct.facts.columns import (
    code,
    codes,
    count,
    flag,
    happened_at,
    happened_on,
    instant,
    jurisdiction,
    ref,
    words,
)
from safeconduct.facts.kinds import FactType, OfficeKind, Personal, Unit
from safeconduct.facts.table import Column, GroundTable, RecordedTable, Subject

CONTENTS = RecordedTable(
    "contents",
    Subject.FRAME,
    (
        Column("table", FactType.KEY, personal=Personal.NO, required=True, article="Mandela 6"),
        count("rows", Unit.ROWS, "Mandela 6", Personal.NO),
        words("sha256", "Mandela 6", Personal.NO),
    ),
    key="table",
)
"""How many rows each table has, so that a missing one is seen."""

OFFICES = RecordedTable(
    "offices",
    Subject.FRAME,
    (
        Column("office", FactType.KEY, personal=Personal.NO, required=True, article="ETS 112 5"),
        code("kind", tuple(OfficeKind), "ICPPED 17(3)(d)", Personal.NO),
        ref("part_of", "offices", "ICPPED 17(3)(d)"),
        jurisdiction("jurisdiction", "ICPPED 17(2)(a)", Personal.NO),
        codes(
            "empowered_to",
            ("detain", "transfer", "stay", "release"),
            "ICPPED 17(2)(b)",
            Personal.NO,
        ),
        words("empowered_by", "ICPPED 17(2)(b)", Personal.NO),
    ),
    key="office",
    attestors=(OfficeKind.REGISTRY, OfficeKind.COURT, OfficeKind.INSPECTORATE),
)

PLACES = GroundTable(
    "places",
    Subject.FRAME,
    (
        Column("place", FactType.KEY, personal=Personal.NO, required=True, article="ICPPED 17(2)"),
        jurisdiction("jurisdiction", "ICPPED 17(2)(c)", Personal.NO),
        flag("recognised", "ICPPED 17(2)(c)", Personal.NO),
        flag("independent_access", "ICPPED 17(2)(e); OPCAT 4", Personal.NO),
        ref("supervised_by", "offices", "ICPPED 17(3)(d)"),
    ),
    key="place",
    attestors=(OfficeKind.INSPECTORATE, OfficeKind.RECEIVING_AUTHORITY, OfficeKind.COURT),
)

TRANSFERS = GroundTable(
    "transfers",
    Subject.FRAME,
    (
        Column("transfer", FactType.KEY, personal=Personal.NO, required=True, article="ETS 112 5"),
        ref("proposed_by", "offices", "ETS 112 5"),
        jurisdiction("sending", "ETS 112 5", Personal.NO),
        jurisdiction("receiving", "ETS 112 5", Personal.NO),
        ref("destination", "places", "ICPPED 17(3)(h)"),
        instant("departs_at", "ICPPED 17(3)(h)", Personal.NO),
        flag("manifest_open", "Mandela 7", Personal.NO),
        happened_at("manifest_closed_at", "Mandela 7", Personal.NO),
        happened_at("boarded_at", "ICPPED 17(3)(h)", Personal.NO),
        happened_at("handed_over_at", "ICPPED 17(3)(h)", Personal.NO),
        flag("onward", "CAT 3", Personal.NO),
        happened_on("request_received_on", "ETS 112 3(1)(c)", Personal.NO),
    ),
    key="transfer",
    attestors=(OfficeKind.SENDING_AUTHORITY, OfficeKind.RECEIVING_AUTHORITY, OfficeKind.ESCORT),
)
