"""A frozen statement is never edited: notes lead from it to the recomputation, to the cent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import Period, Severity, WrongInput, digest
from safeconduct.compensation.billing import Inputs, bill
from safeconduct.compensation.correction import NoteKind, correct, settled_total
from safeconduct.compensation.frozen import FrozenStatement, freeze, read_frozen
from safeconduct.compensation.statement import Statement
from tests.compensation.inputs import counted, places, statement
from tests.compensation.strategies import Steps, agreements, periods, place_steps, places_text
from tests.compensation.terms import item, terms

ISSUED = date(2026, 2, 10)
JAIL = terms(
    item("per-diem", "62.03") + item("per-act", "455.00", id_="trips", more="act: trip\nunit: trip")
)
PLACES = terms(item("per-place", "140.00", more="per: day\nabove: 0"))

BEFORE = """
b1 jail 2026-01-02 2026-01-12
b2 jail 2026-01-05 2026-01-06
"""
# The register was corrected: b1 left two days earlier, and b3 had been forgotten.
AFTER = """
b1 jail 2026-01-02 2026-01-10
b2 jail 2026-01-05 2026-01-06
b3 jail 2026-01-20 2026-01-25
"""


def frozen(found: Statement, corrects: str = "") -> FrozenStatement:
    return read_frozen(freeze(found, ISSUED, corrects))


def of_january(bookings: str, agreement: Agreement = JAIL) -> Statement:
    with counted(agreement, bookings, "2026-01") as counts:
        return statement(agreement, "2026-01", counts=counts)


def test_a_frozen_statement_says_what_the_statement_said() -> None:
    found = of_january(BEFORE)
    kept = frozen(found)
    assert kept.total == found.total
    assert (kept.agreement, kept.period, kept.issued_on) == (found.agreement, found.period, ISSUED)
    assert [(one.item, one.amount) for one in kept.lines] == [
        (one.item, one.amount) for one in found.lines
    ]
    assert kept.terms_hash == found.terms_hash


def test_freezing_twice_gives_the_same_bytes() -> None:
    assert freeze(of_january(BEFORE), ISSUED) == freeze(of_january(BEFORE), ISSUED)


def test_a_register_corrected_upwards_gives_a_debit_note_that_cites_both_versions() -> None:
    old, new = frozen(of_january(BEFORE)), frozen(of_january(AFTER))
    (note,) = correct(old, new)
    assert note.kind is NoteKind.DEBIT
    assert (note.corrects, note.corrected_by) == (old.digest, new.digest)
    assert str(note.total) == "186.09"  # 3 days more: 14 - 11
    (moved,) = note.lines
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.quantity, moved.after.quantity) == ("11", "14")
    assert settled_total(old, [note]) == new.total


def test_and_back_again_a_credit_note() -> None:
    old, new = frozen(of_january(AFTER)), frozen(of_january(BEFORE))
    (note,) = correct(old, new)
    assert note.kind is NoteKind.CREDIT
    assert str(note.total) == "186.09"


def test_nothing_moved_needs_no_note() -> None:
    assert correct(frozen(of_january(BEFORE)), frozen(of_january(BEFORE))) == ()


def test_a_line_that_only_one_version_has_is_moved_whole() -> None:
    month, two = "2026-01-01..2026-01-10 5", "2026-01-01..2026-01-10 5\n2026-01-11..2026-01-31 0"
    assert (
        correct(
            frozen(statement(PLACES, "2026-01", at=month)),
            frozen(statement(PLACES, "2026-01", at=two)),
        )
        == ()
    )
    empty = frozen(statement(PLACES, "2026-01", at="2026-01-01 0"))
    (note,) = correct(empty, frozen(statement(PLACES, "2026-01", at=two)))
    assert note.lines[0].before is None
    assert str(note.total) == "7000.00"


def test_an_index_that_came_later_makes_a_debit_note_for_provisional_lines() -> None:
    indexed = terms(
        item("fixed-per-month", "1000.00", more='part_month: {clause: "3"}\nindexation: prices'),
        indexations="""
- id: prices
  series: index
  base_year: 2025
  first_on: 2026-01-01
  method: annual-change
  clause: "6"
  factor: {scale: none, clause: "6"}
""",
    )
    old = frozen(statement(indexed, "2026-03"))
    new = frozen(statement(indexed, "2026-03", index="index 2026 2.5"))
    (note,) = correct(old, new)
    assert str(note.total) == "25.00"
    assert note.lines[0].before is not None
    assert note.lines[0].before.provisional


def test_changed_terms_are_said_on_the_note() -> None:
    dearer = terms(item("per-diem", "70.00"))
    (note,) = correct(frozen(of_january(BEFORE)), frozen(of_january(BEFORE, dearer)))
    assert note.terms_changed


@given(agreements(), periods(), place_steps(), place_steps())
@settings(max_examples=100, deadline=None)
def test_frozen_and_notes_are_the_recomputation(
    agreement: Agreement, period: Period, before: Steps, after: Steps
) -> None:
    old, new = (
        frozen(bill(agreement, period, Inputs(places=places(places_text(steps)))))
        for steps in (before, after)
    )
    notes = correct(old, new)
    assert settled_total(old, notes) == new.total
    assert all(note.total.amount > 0 for note in notes)
    assert len({note.kind for note in notes}) == len(notes)


@given(agreements(), periods(), place_steps(), place_steps())
@settings(max_examples=60, deadline=None)
def test_and_so_it_is_for_each_item(
    agreement: Agreement, period: Period, before: Steps, after: Steps
) -> None:
    old, new = (
        frozen(bill(agreement, period, Inputs(places=places(places_text(steps)))))
        for steps in (before, after)
    )
    owed = {line.item: _item_total(old, line.item) for line in (*old.lines, *new.lines)}
    for note in correct(old, new):
        for line in note.lines:
            owed[line.item] += line.moves.amount * (1 if note.kind is NoteKind.DEBIT else -1)
    assert owed == {item: _item_total(new, item) for item in owed}


def _item_total(kept: FrozenStatement, item: str) -> Decimal:
    return sum((line.amount.amount for line in kept.lines if line.item == item), Decimal(0))


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (terms(item("per-diem"), currency="EUR"), "correction-of-another-currency"),
        (terms(item("per-diem"), scale=3), "correction-of-another-currency"),
    ],
)
def test_two_currencies_are_never_mixed(other: Agreement, code: str) -> None:
    with pytest.raises(WrongInput) as wrong:
        correct(frozen(of_january(BEFORE)), frozen(of_january(BEFORE, other)))
    assert wrong.value.findings[0].code == f"compensation.{code}"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"agreement": "another"}, "correction-of-another-agreement"),
        ({"period": Period.month(2026, 2)}, "correction-of-another-period"),
    ],
)
def test_two_statements_must_be_of_one_agreement_and_period(
    change: dict[str, object], code: str
) -> None:
    old = frozen(of_january(BEFORE))
    with pytest.raises(WrongInput) as wrong:
        correct(old, replace(old, **change))  # type: ignore[arg-type]
    assert wrong.value.findings[0].code == f"compensation.{code}"


def altered(found: bytes, **content: object) -> bytes:
    whole = json.loads(found)
    whole["content"].update(content)
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    "tampered",
    [
        altered(freeze(of_january(BEFORE), ISSUED), total="1.00"),
        altered(freeze(of_january(BEFORE), ISSUED), issued_on="2026-02-11"),
        altered(freeze(of_january(BEFORE), ISSUED), findings=[]).replace(b"62.03", b"62.04"),
    ],
)
def test_a_statement_that_was_altered_is_refused(tampered: bytes) -> None:
    with pytest.raises(WrongInput) as wrong:
        read_frozen(tampered, "january.json")
    (finding,) = wrong.value.findings
    assert finding.code == "compensation.frozen-altered"
    assert finding.severity is Severity.ERROR
    assert finding.location.file == "january.json"


@pytest.mark.parametrize("change", [{"total": "1.00"}, {"lines": []}])
def test_a_statement_that_does_not_add_up_is_refused_whatever_its_digest(
    change: dict[str, object],
) -> None:
    content = {**json.loads(freeze(of_january(BEFORE), ISSUED))["content"], **change}
    forged = json.dumps({"content": content, "digest": digest(content)}).encode()
    with pytest.raises(WrongInput) as wrong:
        read_frozen(forged)
    assert wrong.value.findings[0].code == "compensation.frozen-does-not-add-up"


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"null", b'{"content":{},"digest":""}', b"\xff\xfe", b"[" * 100_000],
)
def test_what_is_no_frozen_statement_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(WrongInput) as wrong:
        read_frozen(data)
    assert wrong.value.findings[0].code == "compensation.frozen-unreadable"


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["content", "digest", "format", "lines"]), inner, max_size=3
            )
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode())
)
@settings(max_examples=200, deadline=None)
def test_no_file_whatever_escapes_as_anything_else(data: bytes) -> None:
    with pytest.raises(WrongInput):
        read_frozen(data)
