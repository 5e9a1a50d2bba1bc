"""The table of rights: which role holds which, and how far each reaches. The rest is denied.

Whoever proposes neither lifts an order nor signs alone; the facility cannot leave a presence out of
the register; identity, health and money are read by different people. A right that stands here with
nobody is a red line: no role, no setting and no emergency gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.policy.bounds import Bound
from safeconduct.policy.rights import Right
from safeconduct.policy.roles import Role

Grant = Mapping[Role, Bound]


def in_own_name(*roles: Role) -> dict[Role, Bound]:
    """Each for what its own office answers for."""
    return dict.fromkeys(roles, Bound.OWN_NAME)


def of_own_office(*roles: Role) -> dict[Role, Bound]:
    """Each for what belongs to its own office."""
    return dict.fromkeys(roles, Bound.OWN_OFFICE)


# Who holds a right, each as far as the role goes.
SENDING = {Role.SENDING_AUTHORITY: Bound.AGREEMENT}
RECEIVING = {Role.RECEIVING_AUTHORITY: Bound.AGREEMENT}
AUTHORITIES = SENDING | RECEIVING
FACILITY = {Role.FACILITY: Bound.PLACE}
CLINICIAN = {Role.CLINICIAN: Bound.PLACE}
ESCORT = {Role.ESCORT: Bound.TRANSFER}
CARRIER = {Role.CARRIER: Bound.TRANSFER}
COURT = {Role.COURT: Bound.AGREEMENT}
INSPECTOR = {Role.INSPECTOR: Bound.AGREEMENT}
FINANCE = {Role.FINANCE: Bound.AGREEMENT}
AUDITOR = {Role.AUDITOR: Bound.AGREEMENT}
PERSON = {Role.PERSON: Bound.OWN_CASE}
COUNSEL = {Role.COUNSEL: Bound.OWN_CASE}
RELATIVES = {Role.RELATIVE: Bound.OWN_CASE}
CONSULATE = {Role.CONSULATE: Bound.OWN_NATIONALS_WHO_ASKED}
EVERYBODY = {Role.PUBLIC: Bound.PUBLIC}
NOBODY: dict[Role, Bound] = {}

GRANTED: Mapping[Right, Grant] = MappingProxyType(
    {
        # Agreement
        Right.ADOPT_AGREEMENT: AUTHORITIES,
        Right.AMEND_AGREEMENT: AUTHORITIES,
        Right.TERMINATE_AGREEMENT: AUTHORITIES,
        Right.ASSIGN_ROLE: AUTHORITIES,
        Right.KEEP_FRAME: AUTHORITIES | COURT,
        # Persons
        Right.REGISTER_PERSON: AUTHORITIES | FACILITY,
        Right.RECORD_FACT: AUTHORITIES | FACILITY | COURT,
        Right.FILE_LEGAL_BASIS: AUTHORITIES | COURT,
        Right.RECORD_DOCUMENT: AUTHORITIES | COURT | COUNSEL,
        Right.RECORD_IDENTITY_CHECK: AUTHORITIES | FACILITY | COURT,
        Right.RECORD_SEARCH: AUTHORITIES | COURT,
        Right.RECORD_ASSESSMENT: AUTHORITIES | COURT | CLINICIAN,
        Right.RECORD_EXAMINATION: CLINICIAN,
        Right.RECORD_ALLEGATION: AUTHORITIES | COURT,
        Right.SERVE_NOTICE: AUTHORITIES | FACILITY | COURT | COUNSEL,
        Right.APPOINT_COUNSEL: AUTHORITIES | FACILITY | COURT | COUNSEL | PERSON | RELATIVES,
        Right.RECORD_OPINION: AUTHORITIES | COURT | COUNSEL | CONSULATE | PERSON,
        Right.RECORD_DECISION: AUTHORITIES | COURT,
        Right.RECORD_CONSULAR_CHOICE: AUTHORITIES | FACILITY | COURT | COUNSEL | PERSON,
        Right.CLAIM_PROTECTION: AUTHORITIES | FACILITY | COURT | COUNSEL | PERSON,
        Right.KEEP_CONTACTS: AUTHORITIES | FACILITY | COUNSEL | PERSON,
        # Orders
        Right.REPORT_ORDER: EVERYBODY,
        Right.VERIFY_ORDER: AUTHORITIES | COURT,
        Right.REFUTE_ORDER: COURT,
        Right.LIFT_ORDER: COURT,
        Right.CONFIRM_LIFT: AUTHORITIES | COURT,
        Right.FILE_CHALLENGE: EVERYBODY,
        Right.SETTLE_CHALLENGE: COURT,
        Right.GIVE_UNDERTAKING: AUTHORITIES | COURT,
        # Manifest
        Right.OPEN_MANIFEST: SENDING,
        Right.PROPOSE: SENDING,
        Right.WITHDRAW: SENDING | COURT,
        Right.ACCEPT: RECEIVING,
        Right.REFUSE_PROPOSAL: RECEIVING,
        Right.CLEAR: SENDING,
        Right.WITHDRAW_CLEARANCE: SENDING | COURT,
        Right.SEAL: SENDING,
        Right.STOP: AUTHORITIES
        | COURT
        | ESCORT
        | CARRIER
        | in_own_name(Role.FACILITY, Role.CLINICIAN),
        Right.ACKNOWLEDGE_STOP: ESCORT
        | CARRIER
        | in_own_name(Role.SENDING_AUTHORITY, Role.RECEIVING_AUTHORITY, Role.FACILITY),
        Right.LIFT_STOP: AUTHORITIES,
        # Handover
        Right.DISPATCH: SENDING | ESCORT,
        Right.TURN_BACK: SENDING | ESCORT | CARRIER,
        Right.HAND_OVER: SENDING | ESCORT,
        Right.RECEIVE: RECEIVING | FACILITY,
        Right.RECORD_ESCORT_EVENT: SENDING | FACILITY | CLINICIAN | ESCORT,
        Right.LATE_ENTRY: AUTHORITIES | FACILITY | ESCORT,
        # Custody
        Right.BOOK_IN: AUTHORITIES | FACILITY,
        Right.MOVE: RECEIVING | FACILITY,
        Right.RECORD_ABSENCE: RECEIVING | FACILITY,
        Right.HEADCOUNT: RECEIVING | FACILITY,
        Right.HAND_OVER_SHIFT: RECEIVING | FACILITY,
        Right.RECORD_INCIDENT: AUTHORITIES | FACILITY | CLINICIAN | ESCORT,
        Right.CLOSE_INCIDENT: AUTHORITIES,
        Right.RECORD_DEATH: AUTHORITIES | FACILITY | CLINICIAN | ESCORT,
        Right.PLAN_RETURN: AUTHORITIES | COURT,
        Right.RECORD_RETURN: AUTHORITIES | FACILITY,
        Right.REQUEST_ONWARD_TRANSFER: RECEIVING,
        Right.DECIDE_ONWARD_TRANSFER: SENDING,
        Right.ORDER_RELEASE: AUTHORITIES | COURT,
        Right.RELEASE: RECEIVING | FACILITY,
        Right.VERIFY_RELEASE: SENDING | COURT,
        # Money
        Right.ISSUE_STATEMENT: RECEIVING | FINANCE,
        Right.DISPUTE_STATEMENT: SENDING | FINANCE,
        Right.ISSUE_CREDIT: RECEIVING | FINANCE,
        Right.PAY: SENDING | FINANCE,
        Right.PAY_ADVANCE: SENDING | FINANCE,
        Right.REPORT_GRANT: RECEIVING | FINANCE,
        # Oversight
        Right.LODGE_INSPECTION: INSPECTOR,
        Right.LODGE_FINDING: INSPECTOR,
        Right.ANSWER_FINDING: AUTHORITIES | FACILITY,
        Right.CLOSE_FINDING: INSPECTOR,
        Right.RECORD_OFFICIAL_VISIT: AUTHORITIES | FACILITY | INSPECTOR,
        Right.RECORD_OFFICIAL_CLAIM: AUTHORITIES | INSPECTOR,
        Right.LODGE_COMPLAINT: PERSON | COUNSEL | RELATIVES | INSPECTOR,
        Right.ANSWER_COMPLAINT: COURT
        | INSPECTOR
        | of_own_office(Role.SENDING_AUTHORITY, Role.RECEIVING_AUTHORITY),
        Right.DO_DUTY: in_own_name(
            Role.SENDING_AUTHORITY,
            Role.RECEIVING_AUTHORITY,
            Role.FACILITY,
            Role.ESCORT,
            Role.CLINICIAN,
        ),
        # Data
        Right.CONTEST: PERSON | COUNSEL,
        Right.RECTIFY: AUTHORITIES | COURT,
        Right.ERASE: AUTHORITIES,
        Right.PLACE_LEGAL_HOLD: AUTHORITIES | COURT | INSPECTOR,
        Right.RELEASE_LEGAL_HOLD: COURT
        | of_own_office(Role.SENDING_AUTHORITY, Role.RECEIVING_AUTHORITY, Role.INSPECTOR),
        # Everybody
        Right.ASK_LOCATION: EVERYBODY,
        Right.ANSWER_LOCATION: AUTHORITIES,
        Right.VERIFY_PROOF: EVERYBODY,
        # Reading
        Right.READ_PUBLIC: EVERYBODY,
        Right.READ_BOARD: AUTHORITIES | COURT | INSPECTOR,
        Right.READ_MANIFEST: AUTHORITIES | FACILITY | ESCORT | CARRIER | COURT | INSPECTOR,
        Right.READ_CASE: AUTHORITIES | FACILITY | COURT | COUNSEL | PERSON | INSPECTOR,
        Right.READ_MEDICAL: CLINICIAN | PERSON | INSPECTOR,
        Right.READ_WHEREABOUTS: AUTHORITIES
        | FACILITY
        | CLINICIAN
        | COURT
        | COUNSEL
        | CONSULATE
        | RELATIVES
        | PERSON
        | INSPECTOR,
        Right.READ_REGISTER: AUTHORITIES | FACILITY | COURT | INSPECTOR,
        Right.READ_MONEY: AUTHORITIES | FINANCE | AUDITOR | INSPECTOR,
        Right.READ_OVERSIGHT: AUTHORITIES | FACILITY | COURT | INSPECTOR | AUDITOR,
        Right.READ_DUTIES: AUTHORITIES | FACILITY | COURT | INSPECTOR | AUDITOR,
        Right.READ_LEDGER: AUTHORITIES | COURT | INSPECTOR | AUDITOR,
        Right.READ_ACCESS_LOG: INSPECTOR | AUDITOR,
        Right.READ_ROLES: AUTHORITIES | COURT | INSPECTOR | AUDITOR,
        # Nobody
        Right.OVERRIDE_BAR: NOBODY,
        Right.CLEAR_IN_BULK: NOBODY,
        Right.REFUSE_PRESENCE: NOBODY,
        Right.ALTER_ENTRY: NOBODY,
        Right.ANNOUNCE_INSPECTION: NOBODY,
        Right.SCORE_PERSON: NOBODY,
    }
)
"""Right to role to bound."""
