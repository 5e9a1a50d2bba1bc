"""Who is the person, and what is known of this person?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.persons.appoint_counsel import APPOINT_COUNSEL
from safeconduct.casework.acts.persons.claim_protection import CLAIM_PROTECTION
from safeconduct.casework.acts.persons.complete_person import COMPLETE_PERSON
from safeconduct.casework.acts.persons.file_legal_basis import FILE_LEGAL_BASIS
from safeconduct.casework.acts.persons.keep_contact import KEEP_CONTACT
from safeconduct.casework.acts.persons.record_alert import RECORD_ALERT
from safeconduct.casework.acts.persons.record_allegation import RECORD_ALLEGATION
from safeconduct.casework.acts.persons.record_assessment import RECORD_ASSESSMENT
from safeconduct.casework.acts.persons.record_assurance import RECORD_ASSURANCE
from safeconduct.casework.acts.persons.record_consular_choice import RECORD_CONSULAR_CHOICE
from safeconduct.casework.acts.persons.record_decision import RECORD_DECISION
from safeconduct.casework.acts.persons.record_document import RECORD_DOCUMENT
from safeconduct.casework.acts.persons.record_examination import RECORD_EXAMINATION
from safeconduct.casework.acts.persons.record_identity_check import RECORD_IDENTITY_CHECK
from safeconduct.casework.acts.persons.record_nationality import RECORD_NATIONALITY
from safeconduct.casework.acts.persons.record_opinion import RECORD_OPINION
from safeconduct.casework.acts.persons.record_search import RECORD_SEARCH
from safeconduct.casework.acts.persons.record_sentence import RECORD_SENTENCE
from safeconduct.casework.acts.persons.register_person import REGISTER_PERSON
from safeconduct.casework.acts.persons.serve_notice import SERVE_NOTICE
from safeconduct.casework.acts.persons.settle_protection_claim import SETTLE_PROTECTION_CLAIM

ACTS: tuple[Act[Any], ...] = (
    APPOINT_COUNSEL,
    CLAIM_PROTECTION,
    COMPLETE_PERSON,
    FILE_LEGAL_BASIS,
    KEEP_CONTACT,
    RECORD_ALERT,
    RECORD_ALLEGATION,
    RECORD_ASSESSMENT,
    RECORD_ASSURANCE,
    RECORD_CONSULAR_CHOICE,
    RECORD_DECISION,
    RECORD_DOCUMENT,
    RECORD_EXAMINATION,
    RECORD_IDENTITY_CHECK,
    RECORD_NATIONALITY,
    RECORD_OPINION,
    RECORD_SEARCH,
    RECORD_SENTENCE,
    REGISTER_PERSON,
    SERVE_NOTICE,
    SETTLE_PROTECTION_CLAIM,
)
"""Every act of this room."""
