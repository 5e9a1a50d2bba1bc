"""What somebody may be allowed to do or to read: one right for each act or each kind of page."""

from __future__ import annotations

from enum import StrEnum

from safeconduct.basics import Message


class Right(StrEnum):
    """One thing that is allowed or not; whoever is not granted it is denied it."""

    # Agreement
    ADOPT_AGREEMENT = "adopt-agreement"
    AMEND_AGREEMENT = "amend-agreement"
    TERMINATE_AGREEMENT = "terminate-agreement"
    ASSIGN_ROLE = "assign-role"
    KEEP_FRAME = "keep-frame"

    # Persons
    REGISTER_PERSON = "register-person"
    RECORD_FACT = "record-fact"
    FILE_LEGAL_BASIS = "file-legal-basis"
    RECORD_DOCUMENT = "record-document"
    RECORD_IDENTITY_CHECK = "record-identity-check"
    RECORD_SEARCH = "record-search"
    RECORD_ASSESSMENT = "record-assessment"
    RECORD_EXAMINATION = "record-examination"
    RECORD_ALLEGATION = "record-allegation"
    SERVE_NOTICE = "serve-notice"
    APPOINT_COUNSEL = "appoint-counsel"
    RECORD_OPINION = "record-opinion"
    RECORD_DECISION = "record-decision"
    RECORD_CONSULAR_CHOICE = "record-consular-choice"
    CLAIM_PROTECTION = "claim-protection"
    KEEP_CONTACTS = "keep-contacts"

    # Orders
    REPORT_ORDER = "report-order"
    VERIFY_ORDER = "verify-order"
    REFUTE_ORDER = "refute-order"
    LIFT_ORDER = "lift-order"
    CONFIRM_LIFT = "confirm-lift"
    FILE_CHALLENGE = "file-challenge"
    SETTLE_CHALLENGE = "settle-challenge"
    GIVE_UNDERTAKING = "give-undertaking"

    # Manifest
    OPEN_MANIFEST = "open-manifest"
    PROPOSE = "propose"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    REFUSE_PROPOSAL = "refuse-proposal"
    CLEAR = "clear"
    WITHDRAW_CLEARANCE = "withdraw-clearance"
    SEAL = "seal"
    STOP = "stop"
    ACKNOWLEDGE_STOP = "acknowledge-stop"
    LIFT_STOP = "lift-stop"

    # Handover
    DISPATCH = "dispatch"
    TURN_BACK = "turn-back"
    HAND_OVER = "hand-over"
    RECEIVE = "receive"
    RECORD_ESCORT_EVENT = "record-escort-event"
    LATE_ENTRY = "late-entry"

    # Custody
    BOOK_IN = "book-in"
    MOVE = "move"
    RECORD_ABSENCE = "record-absence"
    HEADCOUNT = "headcount"
    HAND_OVER_SHIFT = "hand-over-shift"
    RECORD_INCIDENT = "record-incident"
    CLOSE_INCIDENT = "close-incident"
    RECORD_DEATH = "record-death"
    PLAN_RETURN = "plan-return"
    RECORD_RETURN = "record-return"
    REQUEST_ONWARD_TRANSFER = "request-onward-transfer"
    DECIDE_ONWARD_TRANSFER = "decide-onward-transfer"
    ORDER_RELEASE = "order-release"
    RELEASE = "release"
    VERIFY_RELEASE = "verify-release"

    # Money
    ISSUE_STATEMENT = "issue-statement"
    DISPUTE_STATEMENT = "dispute-statement"
    ISSUE_CREDIT = "issue-credit"
    PAY = "pay"
    PAY_ADVANCE = "pay-advance"
    REPORT_GRANT = "report-grant"

    # Oversight
    LODGE_INSPECTION = "lodge-inspection"
    LODGE_FINDING = "lodge-finding"
    ANSWER_FINDING = "answer-finding"
    CLOSE_FINDING = "close-finding"
    RECORD_OFFICIAL_VISIT = "record-official-visit"
    RECORD_OFFICIAL_CLAIM = "record-official-claim"
    LODGE_COMPLAINT = "lodge-complaint"
    ANSWER_COMPLAINT = "answer-complaint"
    DO_DUTY = "do-duty"

    # Data
    CONTEST = "contest"
    RECTIFY = "rectify"
    ERASE = "erase"
    PLACE_LEGAL_HOLD = "place-legal-hold"
    RELEASE_LEGAL_HOLD = "release-legal-hold"

    # Everybody
    ASK_LOCATION = "ask-location"
    ANSWER_LOCATION = "answer-location"
    VERIFY_PROOF = "verify-proof"

    # Reading
    READ_PUBLIC = "read-public"
    READ_BOARD = "read-board"
    READ_MANIFEST = "read-manifest"
    READ_CASE = "read-case"
    READ_MEDICAL = "read-medical"
    READ_WHEREABOUTS = "read-whereabouts"
    READ_REGISTER = "read-register"
    READ_MONEY = "read-money"
    READ_OVERSIGHT = "read-oversight"
    READ_DUTIES = "read-duties"
    READ_LEDGER = "read-ledger"
    READ_ACCESS_LOG = "read-access-log"
    READ_ROLES = "read-roles"

    # Nobody
    OVERRIDE_BAR = "override-bar"
    CLEAR_IN_BULK = "clear-in-bulk"
    REFUSE_PRESENCE = "refuse-presence"
    ALTER_ENTRY = "alter-entry"
    ANNOUNCE_INSPECTION = "announce-inspection"
    SCORE_PERSON = "score-person"

    @property
    def label(self) -> Message:
        """The right in words, after *may*: "seal a manifest"."""
        return Message(f"policy.right-{self.value}")
