"""What does a node keep besides the facts of a case?  Declared as every fact is."""

from __future__ import annotations

from safeconduct.facts.declared.kept.agreements import (
    AGREEMENTS,
    CASES,
    IDENTITIES,
    OFFICER_KEYS,
    ROLES_HELD,
)
from safeconduct.facts.declared.kept.bookings import ABSENCES, BOOKINGS, MOVEMENTS
from safeconduct.facts.declared.kept.days import HEADCOUNTS, SHIFT_HANDOVERS
from safeconduct.facts.declared.kept.endings import ONWARD_TRANSFERS, RELEASES, RETURNS
from safeconduct.facts.declared.kept.handovers import ESCORT_EVENTS, HANDOVER_LINES, HANDOVERS
from safeconduct.facts.declared.kept.incidents import DEATHS, INCIDENTS
from safeconduct.facts.declared.kept.keeping import ERASURES, LEGAL_HOLDS, READS
from safeconduct.facts.declared.kept.manifests import (
    CLEARANCES,
    MANIFEST_LINES,
    MANIFESTS,
    SEALS,
)
from safeconduct.facts.declared.kept.money import (
    ADVANCES,
    CREDITS,
    DISPUTES,
    GRANT_REPORTS,
    PAYMENTS,
    STATEMENTS,
)
from safeconduct.facts.declared.kept.oversight import (
    DUTIES,
    FINDING_ANSWERS,
    INSPECTION_FINDINGS,
    INSPECTIONS,
    OFFICIAL_CLAIMS,
    OFFICIAL_VISITS,
)
from safeconduct.facts.declared.kept.requests import (
    COMPLAINTS,
    CONTACTS,
    CONTESTS,
    LOCATE_REQUESTS,
)
from safeconduct.facts.declared.kept.stops import ACKNOWLEDGEMENTS, STOPS
from safeconduct.facts.table import Table

ALL_KEPT: tuple[Table, ...] = (
    AGREEMENTS, ROLES_HELD, OFFICER_KEYS, CASES, IDENTITIES, CONTACTS, MANIFESTS, MANIFEST_LINES,
    CLEARANCES,
    SEALS, STOPS, ACKNOWLEDGEMENTS, HANDOVERS, HANDOVER_LINES, ESCORT_EVENTS, BOOKINGS, MOVEMENTS,
    ABSENCES, HEADCOUNTS, SHIFT_HANDOVERS, INCIDENTS, DEATHS, RETURNS, ONWARD_TRANSFERS, RELEASES,
    STATEMENTS, DISPUTES, CREDITS, PAYMENTS, ADVANCES, GRANT_REPORTS, INSPECTIONS,
    INSPECTION_FINDINGS, FINDING_ANSWERS, OFFICIAL_VISITS, OFFICIAL_CLAIMS, DUTIES,
    LOCATE_REQUESTS, COMPLAINTS, CONTESTS, ERASURES, LEGAL_HOLDS, READS,
)  # fmt: skip
