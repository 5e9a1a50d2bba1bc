"""The table of what is read: role by role, how far, and which columns of which tables.

Identity, health, allegations, claims to protection and money are read by different people. Whatever
does not stand here is not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.policy.bounds import Bound
from safeconduct.policy.roles import Role
from safeconduct.policy.sights import (
    Sight,
    coded,
    columns,
    every_table,
    impersonal,
    table_named,
    whole,
)

Sights = tuple[Sight, ...]

_KINDS = {column.name: column.codes for column in table_named("assessments").columns}["kind"]
_FITNESS = coded("examinations", "kind", ["fit-to-travel"])
"""A clinician's yes or no to travel, which guards need; the examination itself is not theirs."""

_RISKS = coded("assessments", "kind", frozenset(_KINDS) - {"care"})
_PLACEMENT = coded("assessments", "kind", ["security-level", "best-interests", "age"])

_PUBLISHED = (
    "agreements", "offices", "places", "inspections", "inspection_findings", "finding_answers",
    "official_visits", "official_claims",
)  # fmt: skip
_MONEY = ("statements", "disputes", "credits", "payments", "advances", "grant_reports")
_JOURNEY = (
    "transfers", "manifests", "manifest_lines", "seals", "handovers", "handover_lines", "stops",
    "acknowledgements",
)  # fmt: skip
_CUSTODY = ("bookings", "movements", "absences", "returns", "releases", "deaths")
_IDENTITY = ("persons", "identities", "nationalities", "identity_checks")
_TITLE = ("legal_bases", "sentences", "orders", "challenges")
_PROCEDURE = ("notices", "counsel", "opinions", "decisions", "consular_choices", "documents")
_HEALTH = frozenset({"examinations", "assessments"})
_CONFIDED = frozenset({"complaints", "locate_requests", "contacts"})
_LOGGED = frozenset({"reads"})


def _all_but(*kept_from: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in every_table() if not any(name in away for away in kept_from))


_CONTACTS = columns("contacts", "contact", "person", "kind", "full_name", "reached_at",
                    "told_of_illness")  # fmt: skip
_COMPLAINTS = tuple(whole(["complaints"]))
_LOCATING = tuple(whole(["locate_requests"]))

_FROM_THE_OTHER_STATE = frozenset({"protection_claims", "allegations"})
"""What would expose a person to the State that receives, or colour how it treats the person."""

SENDING = (*whole(_all_but(_HEALTH, _CONFIDED, _LOGGED)), _FITNESS, _RISKS, _CONTACTS, *_LOCATING)
RECEIVING = (
    *whole(_all_but(_HEALTH, _CONFIDED, _LOGGED, _FROM_THE_OTHER_STATE)),
    _FITNESS, _PLACEMENT, _CONTACTS, *_LOCATING,
)  # fmt: skip
COURT = (*whole(_all_but(_HEALTH, _LOGGED, frozenset({"contacts"}))), _FITNESS, _RISKS, _CONTACTS)
INSPECTOR = (*whole(_all_but(frozenset({"contacts"}))), _CONTACTS)

FACILITY = (
    *whole((*_IDENTITY, *_JOURNEY, *_CUSTODY, *_TITLE, *_PROCEDURE, "searches", "incidents")),
    *whole(("headcounts", "shift_handovers", "escort_events", "cases", "contests", "duties")),
    _FITNESS, _PLACEMENT, _CONTACTS,
)  # fmt: skip
CLINICIAN = tuple(
    whole((*_IDENTITY, "examinations", "assessments", "bookings", "absences", "incidents",
           "deaths", "escort_events", "stops"))
)  # fmt: skip
ESCORT = (
    *whole((*_JOURNEY, "escort_events")),
    columns("persons", "person", "transfer", "sex", "languages", "taken_in_charge_at"),
    columns("identities", "person", "full_name", "self_declared_gender"),
    columns("orders", "order", "kind", "scope", "person", "transfer", "destination", "lifts",
            "form", "issued_at", "effective_at", "known_at", "ends_at", "verification"),
    _FITNESS,
)  # fmt: skip
CARRIER = (
    *whole(("transfers", "manifests", "stops", "acknowledgements")),
    columns("manifest_lines", "line", "person", "transfer", "state"),
    columns("persons", "person", "transfer", "sex", "born_on"),
    columns("identities", "person", "full_name", "document_number"),
    columns("nationalities", "person", "state"),
)

OWN_FILE = (
    *whole((*_IDENTITY, *_JOURNEY, *_CUSTODY, *_TITLE, *_PROCEDURE, "searches", "incidents")),
    *whole(("protection_claims", "assurances", "allegations", "onward_transfers", "clearances")),
    *whole(("contests", "complaints", "escort_events", "alerts")),
    _CONTACTS,
)
PERSON = (*OWN_FILE, *whole(_HEALTH))
COUNSEL = (*OWN_FILE, _FITNESS, _RISKS)
RELATIVE = (
    columns("persons", "person", "held_at", "held_since", "transfer", "released_at"),
    columns("identities", "person", "full_name"),
    columns("legal_bases", "basis", "person", "kind", "issued_by", "issued_on", "state"),
    columns("bookings", "booking", "person", "place", "arrived_at", "departed_at", "left_how",
            "left_to"),
    columns("transfers", "transfer", "destination", "departs_at", "boarded_at", "handed_over_at"),
    columns("releases", "release", "person", "place", "state", "released_at", "released_to"),
    *whole(["deaths"]),
)  # fmt: skip
CONSULATE = (
    columns("persons", "person", "legal_status", "held_at", "held_since", "transfer",
            "released_at"),
    columns("identities", "person", "full_name", "document_number"),
    *whole(("nationalities", "consular_choices", "bookings", "movements", "releases", "deaths")),
    columns("transfers", "transfer", "destination", "departs_at", "boarded_at", "handed_over_at"),
)  # fmt: skip

FINANCE = (
    *whole(_MONEY),
    columns("bookings", "booking", "place", "arrived_at", "departed_at"),
    columns("absences", "absence", "booking", "place", "left_at", "returned_at"),
)
AUDITOR = (
    *impersonal(_all_but(_CONFIDED, _LOGGED, frozenset(_MONEY))),
    *whole((*_LOGGED, *_MONEY)),
)
PUBLIC = tuple(impersonal(_PUBLISHED))

READINGS: Mapping[Role, Mapping[Bound, Sights]] = MappingProxyType(
    {
        Role.SENDING_AUTHORITY: {Bound.AGREEMENT: SENDING, Bound.OWN_OFFICE: _COMPLAINTS},
        Role.RECEIVING_AUTHORITY: {Bound.AGREEMENT: RECEIVING, Bound.OWN_OFFICE: _COMPLAINTS},
        Role.FACILITY: {Bound.PLACE: FACILITY},
        Role.ESCORT: {Bound.TRANSFER: ESCORT},
        Role.CARRIER: {Bound.TRANSFER: CARRIER},
        Role.CLINICIAN: {Bound.PLACE: CLINICIAN},
        Role.COUNSEL: {Bound.OWN_CASE: COUNSEL},
        Role.COURT: {Bound.AGREEMENT: COURT},
        Role.CONSULATE: {Bound.OWN_NATIONALS_WHO_ASKED: CONSULATE},
        Role.RELATIVE: {Bound.OWN_CASE: RELATIVE},
        Role.PERSON: {Bound.OWN_CASE: PERSON},
        Role.INSPECTOR: {Bound.AGREEMENT: INSPECTOR},
        Role.FINANCE: {Bound.AGREEMENT: FINANCE},
        Role.AUDITOR: {Bound.AGREEMENT: AUDITOR},
        Role.PUBLIC: {Bound.PUBLIC: PUBLIC},
    }
)
"""Role to bound to what is seen."""

OWNED_BY: Mapping[str, str] = MappingProxyType(
    {"complaints": "sent_to", "legal_holds": "placed_by"}
)
"""Tables whose rows belong to an office, and the column that names it."""
