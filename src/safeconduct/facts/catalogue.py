"""All tables, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.facts.declared.frame import CONTENTS, OFFICES, PLACES, TRANSFERS
from safeconduct.facts.declared.kept import ALL_KEPT
from safeconduct.facts.declared.people import IDENTITY_CHECKS, NATIONALITIES, PERSONS
from safeconduct.facts.declared.procedure import (
    CONSULAR_CHOICES,
    COUNSEL,
    DECISIONS,
    NOTICES,
    OPINIONS,
)  # fmt: skip
from safeconduct.facts.declared.protection import (
    ASSESSMENTS,
    ASSURANCES,
    EXAMINATIONS,
    PROTECTION_CLAIMS,
)  # fmt: skip
from safeconduct.facts.declared.records import ALLEGATIONS, DOCUMENTS, SEARCHES
from safeconduct.facts.declared.title import ALERTS, CHALLENGES, LEGAL_BASES, ORDERS, SENTENCES
from safeconduct.facts.table import GroundTable, Table

_ALL: tuple[Table, ...] = (
    CONTENTS, OFFICES, PLACES, TRANSFERS, PERSONS, NATIONALITIES, IDENTITY_CHECKS, LEGAL_BASES,
    SENTENCES, ORDERS, CHALLENGES, ALERTS, NOTICES, COUNSEL, OPINIONS, DECISIONS,
    CONSULAR_CHOICES, PROTECTION_CLAIMS, ASSESSMENTS, ASSURANCES, EXAMINATIONS, SEARCHES,
    ALLEGATIONS, DOCUMENTS,
)  # fmt: skip

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _ALL})
"""Every table of a case bundle, in the order in which a file is best filled."""

GROUNDS: Mapping[str, GroundTable] = MappingProxyType(
    {table.name: table for table in _ALL if isinstance(table, GroundTable)}
)
"""The tables that a condition may read. Allegations are not among them."""

KEPT: Mapping[str, Table] = MappingProxyType({table.name: table for table in ALL_KEPT})
"""Every table that only a node keeps; no condition reads them."""
