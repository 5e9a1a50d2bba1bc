"""Which orders stand, whom they touch, and what ends them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from safeconduct.basics import Lang
from safeconduct.clearance.cases import cases_of
from safeconduct.clearance.explain import why
from safeconduct.clearance.held import Custody, EndOfCustody, held_today
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.turn_back import TurnBackState
from tests.clearance.bundles import Tables, asked, changed, judged, nothing_missing, verdict

BASE = nothing_missing()
STAY = {
    "order": "D1", "kind": "stay", "scope": "person", "person": "P1", "issued_by": "court",
    "issued_at": "2017-03-14T09:00Z", "verification": "verified", "attested_by": "court",
}  # fmt: skip
LIFT = {
    "order": "D2", "kind": "lift", "lifts": "D1", "scope": "person", "person": "P1",
    "issued_by": "court", "issued_at": "2017-03-14T11:00Z", "verification": "verified",
    "verified_by": "court", "second_by": "registry", "attested_by": "court",
}  # fmt: skip


def ordered(*orders: dict[str, str]) -> Tables:
    tables = changed(BASE, "searches", found=str(len(orders)))
    for order in orders:
        tables = changed(tables, "orders", row=99, **order)
    return tables


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ((STAY,), "false"),
        (({**STAY, "form": "oral"},), "false"),
        (({**STAY, "verification": ""},), "unknown"),
        (({**STAY, "verification": "unverified"},), "unknown"),
        (({**STAY, "verification": "refuted"},), "unknown"),
        (({**STAY, "verification": "refuted", "verified_by": "court"},), "true"),
        (({**STAY, "verification": "refuted", "verified_by": "kdi-oslo"},), "unknown"),
        (({**STAY, "ends_at": "2017-03-14T17:00Z"},), "true"),
        (({**STAY, "ends_at": "2017-03-14T19:00Z"},), "false"),
        (({**STAY, "person": "", "scope": "class"},), "unknown"),
        (({**STAY, "kind": "detainer"},), "true"),
        (({**STAY, "kind": "withholding", "destination": "NL"},), "false"),
        (({**STAY, "kind": "withholding", "destination": "norgerhaven"},), "false"),
        (({**STAY, "kind": "withholding", "destination": "SV"},), "true"),
        (({**STAY, "kind": "undertaking"},), "false"),
        (({**STAY, "effective_at": "2017-03-20T00:00Z"},), "false"),
        ((STAY, LIFT), "true"),
        ((STAY, {**LIFT, "verification": "unverified"}), "false"),
        ((STAY, {**LIFT, "second_by": ""}), "false"),
        ((STAY, {**LIFT, "second_by": "court"}), "false"),
        ((STAY, {**LIFT, "issued_by": "kdi-oslo"}), "false"),
        ((STAY, {**LIFT, "issued_at": "2017-03-14T08:00Z"}), "false"),
        ((STAY, {**LIFT, "lifts": "D9"}), "false"),
        ((STAY, {**LIFT, "effective_at": "2017-03-14T19:00Z"}), "false"),
    ],
)
def test_what_stands(orders: tuple[dict[str, str], ...], expected: str) -> None:
    assert verdict(ordered(*orders), "floor-no-order") == expected


OF_NATIONALITY = """
not:
  none_open:
    in: nationalities
    where: {is: {fact: nationalities.state, value: LT}}
    register: nationality
    within: 720 hours
"""


@pytest.mark.parametrize(
    ("class_", "expected"),
    [
        ("{is: {fact: persons.legal_status, value: sentenced}}", "false"),
        ("{is: {fact: persons.legal_status, value: untried}}", "true"),
        ("{is: {fact: transfers.receiving_state, value: NL}}", "false"),
        ("{is: {fact: persons.held_at, value: norgerhaven}}", "unknown"),
        (
            OF_NATIONALITY,
            "false",
        ),
        ("{exists: {in: nationalities, that: {is: {fact: nationalities.state, value: LT}}}}",
         "unknown"),
        ("{is: {fact: allegations.says, value: yes}}", "unknown"),
    ],
)  # fmt: skip
def test_a_class_touches_whom_it_describes_and_doubt_stops(class_: str, expected: str) -> None:
    stay = {**STAY, "scope": "class", "person": "", "class": class_}
    tables = changed(BASE, "orders", row=99, **stay)
    assert verdict(tables, "floor-no-order") == expected


ABOARD = changed(BASE, "transfers", boarded_at="2017-03-14T08:00Z")
LATER = datetime(2017, 3, 14, 18, 0, tzinfo=UTC)


def test_a_stay_that_arrives_after_boarding_asks_to_turn_back() -> None:
    tables = changed(ABOARD, "orders", row=99, **{**STAY, "known_at": "2017-03-14T10:00Z"})
    [duty] = judged(tables)[0].duties
    assert duty.state is TurnBackState.DUE
    assert duty.acknowledge_by == datetime(2017, 3, 14, 10, 10, tzinfo=UTC)


def test_before_boarding_there_is_nobody_to_turn_back() -> None:
    assert judged(changed(BASE, "orders", row=99, **STAY))[0].duties == ()


def test_a_doubtful_report_asks_to_turn_back_too() -> None:
    tables = changed(ABOARD, "orders", row=99, **{**STAY, "verification": "unverified"})
    [duty] = judged(tables)[0].duties
    assert not duty.is_certain


@pytest.mark.parametrize(
    ("known_at", "states"),
    [("2017-03-14T10:00Z", [TurnBackState.MISSED]), ("2017-03-14T11:30Z", [])],
)
def test_custody_handed_over_against_a_known_order_leaves_the_duty_missed(
    known_at: str, states: list[TurnBackState]
) -> None:
    tables = changed(ABOARD, "transfers", handed_over_at="2017-03-14T11:00Z")
    tables = changed(tables, "orders", row=99, **{**STAY, "known_at": known_at})
    assert [duty.state for duty in judged(tables)[0].duties] == states


HELD = changed(BASE, "persons", held_at="norgerhaven")


@pytest.mark.parametrize(
    ("tables", "custody", "because", "since"),
    [
        (HELD, Custody.TITLE_STANDS, None, None),
        (changed(HELD, "legal_bases", valid_until="2017-03-10"), Custody.MUST_BE_RELEASED,
         EndOfCustody.BASIS_LAPSED, "2017-03-11"),
        (changed(HELD, "legal_bases", state="quashed", ended_on="2017-03-01"),
         Custody.MUST_BE_RELEASED, EndOfCustody.BASIS_LAPSED, "2017-03-01"),
        # Nobody wrote down the day of the quashing: it ended at the latest when it was told.
        (changed(HELD, "legal_bases", state="quashed"), Custody.MUST_BE_RELEASED,
         EndOfCustody.BASIS_LAPSED, "2017-03-14"),
        # It was over before it was quashed.
        (changed(HELD, "legal_bases", state="quashed", valid_until="2017-02-27"),
         Custody.MUST_BE_RELEASED, EndOfCustody.BASIS_LAPSED, "2017-02-28"),
        (changed(HELD, "sentences", state="quashed", ended_on="2017-03-02"),
         Custody.MUST_BE_RELEASED, EndOfCustody.SENTENCE_SERVED, "2017-03-02"),
        (changed(HELD, "sentences", ends_on="2017-03-13"), Custody.MUST_BE_RELEASED,
         EndOfCustody.SENTENCE_SERVED, "2017-03-14"),
        (changed(HELD, "sentences", ends_on="2017-03-14"), Custody.TITLE_STANDS, None, None),
        (changed(HELD, "orders", row=99, **{**STAY, "kind": "release"}),
         Custody.MUST_BE_RELEASED, EndOfCustody.ORDER, "2017-03-14"),
        (changed(HELD, "orders", row=99,
                 **{**STAY, "kind": "release", "effective_at": "2017-03-12T09:00Z"}),
         Custody.MUST_BE_RELEASED, EndOfCustody.ORDER, "2017-03-12"),
        (changed(HELD, "orders", row=99, **{**STAY, "kind": "release", "verification": ""}),
         Custody.UNDETERMINED, None, None),
        (changed(HELD, "legal_bases", valid_until=""), Custody.UNDETERMINED, None, None),
        (changed(HELD, "sentences", ends_on=""), Custody.UNDETERMINED, None, None),
        ({**HELD, "legal_bases": []}, Custody.UNDETERMINED, None, None),
    ],
)  # fmt: skip
def test_everybody_who_is_held_is_asked_again(
    tables: Tables, custody: Custody, because: EndOfCustody | None, since: str | None
) -> None:
    [held] = held_today(cases_of(asked(tables).docket), {"norgerhaven": "kdi"})
    assert (held.custody, held.because, held.by) == (custody, because, "kdi")
    assert (held.since.isoformat() if held.since else None) == since


def test_somebody_released_is_held_no_more() -> None:
    tables = changed(HELD, "persons", released_at="2017-03-13T08:00Z")
    assert held_today(cases_of(asked(tables).docket), {}) == ()


@pytest.mark.parametrize(
    ("table", "column"), [("transfers", "handed_over_at"), ("persons", "taken_in_charge_at")]
)
def test_whoever_was_handed_over_is_not_found_free_to_board(table: str, column: str) -> None:
    gone = changed(ABOARD, "transfers", departs_at="2017-03-14T07:00Z")
    before = changed(gone, table, row=0, **{column: "2017-03-14T19:00Z"})
    after = changed(
        gone, table, row=0, **{column: "2017-03-14T11:00Z", "recorded_at": "2017-03-14T12:00Z"}
    )
    codes = {problem.message.code for problem in asked(after).problems}
    assert "clearance.handed-over-already" in codes
    assert judged(after)[0].outcome is Outcome.UNDETERMINED
    assert "clearance.handed-over-already" not in {
        problem.message.code for problem in asked(before).problems
    }


@pytest.mark.parametrize(
    ("order", "english", "spanish"),
    [
        ({**STAY, "verification": "unverified"},
         "an order is reported (line 2) and no court or registry has confirmed or denied it",
         "consta el aviso de una orden (línea 2) y ningún tribunal ni registro la ha confirmado"),
        ({**STAY, "verification": "refuted", "verified_by": "kdi-oslo"},
         "an order (line 2) is denied by an office that is neither court nor registry",
         "desmiente una orden (línea 2) una oficina que no es tribunal ni registro"),
    ],
)  # fmt: skip
def test_a_report_is_told_as_a_report(order: dict[str, str], english: str, spanish: str) -> None:
    [person] = judged(ordered(order))
    finding = next(f for f in person.findings if f.condition.id == "floor-no-order")
    assert english in why(finding, person.case, Lang("en"))
    assert spanish in why(finding, person.case, Lang("es"))


LATER_ENTRY = "2017-03-14T13:00Z"


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ({"person": "P2"}, "clearance.row-changes-person"),
        ({"kind": "detainer"}, "clearance.order-rewritten"),
        ({"ends_at": "2017-03-14T13:00Z"}, "clearance.order-rewritten"),
        ({"scope": "destination", "destination": "SV"}, "clearance.order-rewritten"),
    ],
)
def test_no_later_entry_takes_an_order_back(second: dict[str, str], code: str) -> None:
    """An order is ended by a lift, its own end or a denial, and not by writing over it."""
    tables = ordered(STAY, {**STAY, **second, "recorded_at": LATER_ENTRY})
    tables = changed(tables, "searches", found="1")
    assert code in {problem.message.code for problem in asked(tables).problems}
    assert judged(tables)[0].outcome is not Outcome.NO_BAR_FOUND


def test_a_later_entry_may_verify_an_order() -> None:
    first = {**STAY, "verification": "unverified"}
    tables = ordered(first, {**STAY, "recorded_at": LATER_ENTRY})
    codes = {problem.message.code for problem in asked(tables).problems}
    assert "clearance.order-rewritten" not in codes
    assert verdict(tables, "floor-no-order") == "false"


def test_what_was_one_persons_does_not_become_anothers() -> None:
    claim = {"challenge": "H1", "person": "P1", "kind": "habeas", "state": "open",
             "attested_by": "court"}  # fmt: skip
    tables = changed(BASE, "challenges", row=9, **claim)
    tables = changed(tables, "challenges", row=9, **{**claim, "person": "P2",
                                                     "recorded_at": LATER_ENTRY})  # fmt: skip
    assert judged(tables)[0].outcome is Outcome.UNDETERMINED
