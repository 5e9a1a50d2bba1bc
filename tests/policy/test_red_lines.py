"""Red lines that rights hold: what no role, or no role but the right one, may ever do or see."""

from __future__ import annotations

import pytest

from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import GRANTED, Relation, Right, Role, Subject, may, readable, second_person
from tests.policy.actors import AGREEMENT, P1, ROLES, actor_as, holding, ruling

EVERY_ROLE = list(ROLES)
NOBODYS = {
    Right.OVERRIDE_BAR,
    Right.CLEAR_IN_BULK,
    Right.REFUSE_PRESENCE,
    Right.ALTER_ENTRY,
    Right.ANNOUNCE_INSPECTION,
    Right.SCORE_PERSON,
}


def who_may(right: Right) -> set[str]:
    return {role for role in EVERY_ROLE if ruling(role, right).allowed}


def who_sees(table: str, column: str) -> set[str]:
    return {
        role
        for role in EVERY_ROLE
        if column in readable(actor_as(role), AGREEMENT).columns(table, P1)
    }


@pytest.mark.parametrize("right", sorted(NOBODYS))
def test_nobody_is_given_what_no_emergency_gives(right: Right) -> None:
    assert who_may(right) == set()


def test_every_other_right_is_somebodys() -> None:
    assert {right for right in Right if not GRANTED.get(right)} == NOBODYS


def test_every_right_stands_in_the_table() -> None:
    assert set(GRANTED) == set(Right)


def test_the_facility_books_in_whoever_is_there_and_cannot_refuse() -> None:
    without_papers = Subject(AGREEMENT, person="unknown", place="lindmoor")
    assert ruling("facility", Right.BOOK_IN, without_papers).allowed
    assert not ruling("facility", Right.REFUSE_PRESENCE, without_papers).allowed


def test_only_a_court_lifts_an_order_or_refutes_one() -> None:
    assert who_may(Right.LIFT_ORDER) == who_may(Right.REFUTE_ORDER) == {"court"}


def test_anybody_may_report_an_order_or_lodge_a_challenge() -> None:
    assert who_may(Right.REPORT_ORDER) == who_may(Right.FILE_CHALLENGE) == set(EVERY_ROLE)


def test_whoever_proposed_a_person_does_not_sign_for_that_person() -> None:
    officer = actor_as("sending-authority")
    assert not second_person(officer, Right.CLEAR, {Right.PROPOSE: officer.id}).allowed
    assert second_person(officer, Right.CLEAR, {Right.PROPOSE: "another-account"}).allowed


def test_an_unknown_proposer_may_be_the_signer() -> None:
    assert not second_person(
        actor_as("sending-authority"), Right.CLEAR, {Right.PROPOSE: ""}
    ).allowed


def test_a_lift_is_confirmed_by_a_second_person() -> None:
    court = actor_as("court")
    assert not second_person(court, Right.CONFIRM_LIFT, {Right.LIFT_ORDER: court.id}).allowed


def test_a_receiving_authority_does_not_send_onward_alone() -> None:
    assert who_may(Right.DECIDE_ONWARD_TRANSFER) == {"sending-authority"}


def test_a_release_is_verified_by_another_than_the_side_that_held() -> None:
    assert who_may(Right.VERIFY_RELEASE) == {"sending-authority", "court"}


def test_medical_data_is_for_clinicians_the_person_and_inspectors() -> None:
    assert who_may(Right.READ_MEDICAL) == {"clinician", "person", "inspector"}
    shown = {
        role
        for role in EVERY_ROLE
        if readable(actor_as(role), AGREEMENT).shown(
            "examinations", P1, {"person": "p1", "kind": "admission", "outcome": "not-fit"}
        )
    }
    assert shown == {"clinician", "person", "inspector"}


def test_an_assessment_of_care_is_medical() -> None:
    row = {"person": "p1", "kind": "care", "outcome": "bar"}
    shown = {
        role
        for role in EVERY_ROLE
        if readable(actor_as(role), AGREEMENT).shown("assessments", P1, row)
    }
    assert shown == {"clinician", "person", "inspector"}


def test_guards_learn_only_whether_somebody_is_fit_to_travel() -> None:
    scope = readable(actor_as("escort"), AGREEMENT)
    fit = {"person": "p1", "kind": "fit-to-travel", "outcome": "fit"}
    assert scope.shown("examinations", P1, fit) == fit
    assert scope.shown("examinations", P1, {"person": "p1", "outcome": "fit"}) is None


def test_an_escort_sees_no_facts_of_the_case() -> None:
    scope = readable(actor_as("escort"), AGREEMENT)
    published = readable(actor_as("public"), AGREEMENT).tables
    seen = {table for table in scope.tables - published if scope.columns(table, P1)}
    assert seen & {
        "legal_bases", "sentences", "allegations", "assessments", "protection_claims",
        "decisions", "opinions", "alerts", "incidents", "contests", "complaints",
    } == set()  # fmt: skip


def test_finance_cannot_tell_who_anybody_is() -> None:
    scope = readable(actor_as("finance"), AGREEMENT)
    published = readable(actor_as("public"), AGREEMENT)
    about = {
        f"{table}.{column}"
        for table in (*TABLES, *KEPT)
        for column in scope.columns(table, P1) - published.columns(table, P1)
        if column == "person" or table in {"persons", "identities", "nationalities", "contacts"}
    }
    assert about == set()


def test_allegations_are_for_those_who_state_contest_or_judge_them() -> None:
    assert who_sees("allegations", "says") == {
        "sending-authority", "court", "counsel", "person", "inspector",
    }  # fmt: skip


def test_the_receiving_state_never_reads_a_claim_to_protection() -> None:
    row = {"person": "p1", "kind": "refoulement", "outcome": "bar"}
    for role in ("receiving-authority", "facility", "consulate", "escort", "carrier"):
        scope = readable(actor_as(role), AGREEMENT)
        assert scope.columns("protection_claims", P1) == frozenset()
        assert scope.shown("assessments", P1, row) is None


def test_what_proves_a_relation_is_compared_and_seen_by_nobody() -> None:
    assert who_sees("contacts", "code_digest") == set()
    assert who_sees("contacts", "account") == set()


def test_the_access_log_is_hidden_from_the_facility() -> None:
    assert who_sees("reads", "account") == {"inspector", "auditor"}


def test_a_complaint_reaches_an_authority_only_if_it_was_sent_there() -> None:
    sent = Subject(AGREEMENT, "p1", "t1", "lindmoor", office="prisons")
    assert ruling("receiving-authority", Right.ANSWER_COMPLAINT, sent).allowed
    assert not ruling("receiving-authority", Right.ANSWER_COMPLAINT, P1).allowed
    assert not ruling("facility", Right.ANSWER_COMPLAINT, sent).allowed
    assert readable(actor_as("receiving-authority"), AGREEMENT).columns("complaints", sent)
    assert not readable(actor_as("facility"), AGREEMENT).columns("complaints", sent)


@pytest.mark.parametrize(
    ("sent_to", "readers"),
    [
        ("prisons", {"receiving-authority", "court", "counsel", "person", "inspector"}),
        ("removals", {"sending-authority", "court", "counsel", "person", "inspector"}),
        ("high-court", {"court", "counsel", "person", "inspector"}),
    ],
)
def test_a_complaint_is_read_where_it_was_sent_and_by_those_who_protect(
    sent_to: str, readers: set[str]
) -> None:
    row = {"complaint": "c1", "person": "p1", "says": "Cold.", "sent_to": sent_to}
    assert {
        role
        for role in EVERY_ROLE
        if readable(actor_as(role), AGREEMENT).shown("complaints", P1, row)
    } == readers


def test_a_consulate_reaches_only_nationals_who_asked() -> None:
    never_asked = Subject(AGREEMENT, "p1", "t1", "lindmoor")
    of_another_state = Subject(AGREEMENT, "p1", nationality_asked=("GT",))
    assert ruling("consulate", Right.READ_WHEREABOUTS, P1).allowed
    assert not ruling("consulate", Right.READ_WHEREABOUTS, never_asked).allowed
    assert not ruling("consulate", Right.READ_WHEREABOUTS, of_another_state).allowed


def test_money_reads_nothing_that_a_condition_reads_of_a_person() -> None:
    seen = readable(actor_as("finance"), AGREEMENT).tables
    assert seen & set(TABLES) <= {"offices", "places"}


@pytest.mark.parametrize("role", [Role.FACILITY, Role.ESCORT, Role.COUNSEL, Role.CONSULATE])
def test_a_relation_that_names_nothing_reaches_nobody(role: Role) -> None:
    nobody = Subject(AGREEMENT)
    actor = holding(Relation(role, AGREEMENT))
    assert not any(may(actor, right, nobody).allowed for right in Right if role in GRANTED[right])
    assert readable(actor, AGREEMENT).reaches == readable(holding(), AGREEMENT).reaches


def test_a_denial_says_why_and_nothing_of_who_exists() -> None:
    known, unknown = P1, Subject(AGREEMENT, "no-such-person")
    reasons = [ruling("relative", Right.READ_CASE, subject).because for subject in (known, unknown)]
    assert reasons[0] == reasons[1]
    assert reasons[0].code == "policy.denied"
