"""The types that a fact can have, and how sensitive it is."""

from __future__ import annotations

from enum import StrEnum


class FactType(StrEnum):
    """What a cell holds. There is no number with a fraction, so no field can hold a score."""

    KEY = "key"
    """A reference that names the row, free of meaning."""

    TEXT = "text"
    """Words for people. No condition compares them."""

    CODE = "code"
    """One of a closed list of codes."""

    CODES = "codes"
    """Several codes, separated by semicolons."""

    BOOLEAN = "boolean"
    """``yes`` or ``no``; a blank is neither."""

    INTEGER = "integer"
    """A whole number, in the unit that the column states."""

    DATE = "date"
    """A day, ``YYYY-MM-DD``."""

    INSTANT = "instant"
    """A moment with its offset from UTC, e.g. ``2025-03-15T17:26-04:00``."""

    JURISDICTION = "jurisdiction"
    """A State (ISO 3166-1) or a part of one (ISO 3166-2), e.g. ``SV`` or ``US-ND``."""

    REFERENCE = "reference"
    """The key of a row in another table."""

    PREDICATE = "predicate"
    """A class of persons, written in the vocabulary of conditions."""


class Unit(StrEnum):
    """What a whole number counts."""

    NONE = ""
    MONTHS = "months"
    ENTRIES = "entries"
    ROWS = "rows"
    PERSONS = "persons"
    MINOR_UNITS = "minor-units"


class Personal(StrEnum):
    """How close to the person a fact is, and so who may see it and where it is kept."""

    NO = "no"
    """Says nothing of a person."""

    PERSONAL = "personal"
    """Personal data."""

    SPECIAL = "special"
    """Health, protection and the like: strictly necessary only, kept apart."""


class OfficeKind(StrEnum):
    """What an office is, and so what it can vouch for."""

    SENDING_AUTHORITY = "sending-authority"
    RECEIVING_AUTHORITY = "receiving-authority"
    COURT = "court"
    PROSECUTOR = "prosecutor"
    REGISTRY = "registry"
    PROTECTION_AUTHORITY = "protection-authority"
    CLINIC = "clinic"
    COUNSEL = "counsel"
    CONSULATE = "consulate"
    FACILITY = "facility"
    ESCORT = "escort"
    INSPECTORATE = "inspectorate"
    PERSON = "person"
    RELATIVE = "relative"
