"""Laws of the gate: whatever is taken away, spoiled or shuffled, nobody is cleared by it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from importlib import resources

import pytest

from safeconduct.agreement import load, read_agreement
from safeconduct.agreement.published import digests_text
from safeconduct.clearance.asking import Question, judge, prepare
from safeconduct.clearance.bundle import Sheet, SheetRow
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import (
    NOW,
    RECORDED,
    Tables,
    changed,
    cleared,
    judged,
    nothing_missing,
    sheets_of,
)

AGREEMENT = load("no-nl-2015-norgerhaven")


def outcome_of_sheets(sheets: list[Sheet]) -> Outcome:
    question = Question(AGREEMENT, NOW, NOW.date(), NOW)
    persons = judge(prepare(sheets, "case", question))
    return persons[0].outcome if persons else Outcome.UNDETERMINED


def outcome(tables: Tables) -> Outcome:
    persons = judged(tables)
    return persons[0].outcome if persons else Outcome.UNDETERMINED


BARRED_OR_UNDETERMINED = {
    "a stay stands": changed(
        changed(nothing_missing(), "searches", row=0, found="1"),
        "orders", row=9, order="D1", kind="stay", scope="person", person="P1",
        issued_by="court", issued_at="2017-03-14T09:00Z", known_at="2017-03-14T10:00Z",
        verification="verified", verified_by="court", attested_by="court",
    ),
    "a report of a stay is not verified": changed(
        changed(nothing_missing(), "searches", row=0, found="1"),
        "orders", row=9, order="D1", kind="stay", scope="person", person="P1",
        issued_by="court", issued_at="2017-03-14T09:00Z", attested_by="counsel",
    ),
    "the title was quashed": changed(nothing_missing(), "legal_bases", state="quashed"),
    "a claim is open": changed(
        changed(nothing_missing(), "searches", row=2, found="1"),
        "protection_claims", row=9, claim="C1", person="P1", state="open",
        lodged_at="2017-03-01T08:00Z", attested_by="une",
    ),
    "an assessment found a bar": changed(nothing_missing(), "assessments", outcome="bar"),
    "a national of the sending State": changed(
        changed(nothing_missing(), "nationalities", state="NO"), "persons", transfer="T1"
    ),
    "a minor": changed(nothing_missing(), "persons", born_on="2002-01-01"),
    "wanted at home": changed(
        changed(nothing_missing(), "searches", row=5, found="1"),
        "alerts", row=9, person="P1", register="criminal-sending", kind="wanted", state="open",
        attested_by="registry",
    ),
    "the place lets nobody in": changed(nothing_missing(), "places", independent_access="no"),
    "the notice was not understood": changed(nothing_missing(), "notices", understood="no"),
}  # fmt: skip


def without_a_cell(tables: Tables) -> Iterator[tuple[str, Tables]]:
    for table, rows in tables.items():
        for number, row in enumerate(rows):
            for column in row:
                smaller = deepcopy(tables)
                del smaller[table][number][column]
                yield f"{table}[{number}].{column}", smaller


def without_a_row(tables: Tables) -> Iterator[tuple[str, Tables]]:
    for table, rows in tables.items():
        for number in range(len(rows)):
            smaller = deepcopy(tables)
            del smaller[table][number]
            yield f"{table}[{number}]", smaller


def without_a_table(tables: Tables) -> Iterator[tuple[str, Tables]]:
    for table in tables:
        if table != "persons":
            yield table, {name: rows for name, rows in tables.items() if name != table}


def test_the_whole_bundle_has_no_bar() -> None:
    assert outcome(nothing_missing()) is Outcome.NO_BAR_FOUND


@pytest.mark.parametrize("situation", BARRED_OR_UNDETERMINED)
def test_each_situation_is_stopped(situation: str) -> None:
    assert outcome(BARRED_OR_UNDETERMINED[situation]) is not Outcome.NO_BAR_FOUND


@pytest.mark.parametrize("situation", BARRED_OR_UNDETERMINED)
@pytest.mark.parametrize("deletions", [without_a_cell, without_a_row, without_a_table])
def test_deleting_a_fact_clears_nobody_though_the_contents_be_written_anew(
    situation: str, deletions: object
) -> None:
    assert callable(deletions)
    freed = [
        what
        for what, smaller in deletions(BARRED_OR_UNDETERMINED[situation])
        if outcome(smaller) is Outcome.NO_BAR_FOUND
    ]
    assert freed == []


def test_deleting_an_order_that_no_search_found_is_seen_by_the_contents() -> None:
    heard_of = changed(
        nothing_missing(), "orders", row=9, order="D1", kind="stay", scope="all", form="oral",
        issued_by="court", issued_at="2017-03-14T11:00Z", attested_by="counsel",
    )  # fmt: skip
    assert outcome(heard_of) is Outcome.UNDETERMINED
    sheets = [
        sheet if sheet.table != "orders" else Sheet("orders", "orders.csv", sheet.headings, ())
        for sheet in sheets_of(heard_of)
    ]
    assert outcome_of_sheets(sheets) is Outcome.UNDETERMINED


def test_whatever_is_deleted_from_a_clear_case_leaves_it_undetermined_or_clear_never_worse() -> (
    None
):
    """A deletion makes nothing false: it can only make it unknown."""
    for what, smaller in (*without_a_cell(nothing_missing()), *without_a_row(nothing_missing())):
        assert outcome(smaller) is not Outcome.BARRED, what


@pytest.mark.parametrize("situation", BARRED_OR_UNDETERMINED)
@pytest.mark.parametrize("scope", ["person", "transfer", "destination", "all"])
def test_adding_an_order_clears_nobody(situation: str, scope: str) -> None:
    more = changed(
        BARRED_OR_UNDETERMINED[situation], "orders", row=99, order="D9", kind="stay", scope=scope,
        person="P1", transfer="T1", destination="NL", issued_by="court",
        issued_at="2017-03-14T09:00Z", verification="verified", attested_by="court",
    )  # fmt: skip
    assert outcome(more) is not Outcome.NO_BAR_FOUND


@pytest.mark.parametrize("kind", ["stay", "release", "quashing", "recall", "undertaking"])
@pytest.mark.parametrize("scope", ["person", "transfer", "destination", "all"])
def test_adding_an_order_stops_a_clear_case(kind: str, scope: str) -> None:
    reach = {"person": "P1", "transfer": "T1", "destination": "NL"}
    more = changed(
        nothing_missing(), "orders", row=9, order="D9", kind=kind, scope=scope, issued_by="court",
        issued_at="2017-03-14T09:00Z", verification="verified", attested_by="court",
        **{scope: reach[scope]} if scope in reach else {},
    )  # fmt: skip
    assert outcome(more) is Outcome.BARRED


def test_a_doubtful_order_stops() -> None:
    """Nothing of these says that the order does not touch the person."""
    doubtful: tuple[dict[str, str], ...] = (
        {"scope": "person"},
        {"scope": "class"},
        {"scope": "class", "class": "{is: {fact: persons.residence, value: NO}"},
        {"scope": "person", "person": "P7"},
        {},
    )
    for cells in doubtful:
        more = changed(
            nothing_missing(), "orders", row=9, order="D9", kind="stay",
            verification="verified", attested_by="court", **cells,
        )  # fmt: skip
        assert outcome(more) is Outcome.UNDETERMINED, cells


def test_the_order_of_rows_and_tables_changes_nothing() -> None:
    shuffler = random.Random(1)  # noqa: S311 - no secret hangs on it
    for tables in (nothing_missing(), *BARRED_OR_UNDETERMINED.values()):
        first = cleared(tables)
        names = list(tables)
        shuffler.shuffle(names)
        shuffled = {name: shuffler.sample(tables[name], len(tables[name])) for name in names}
        second = cleared(shuffled)
        assert second.persons[0].outcome is first.persons[0].outcome
        assert second.facts_hash == first.facts_hash


def spoiled(text: str, number: int) -> str:
    at = number % len(text)
    return text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]


@pytest.mark.parametrize("situation", ["a stay stands", "the title was quashed", "a minor"])
def test_one_spoiled_character_of_a_sealed_bundle_clears_nobody(situation: str) -> None:
    sheets = sheets_of(BARRED_OR_UNDETERMINED[situation])
    for index, sheet in enumerate(sheets):
        for number, row in enumerate(sheet.rows):
            for heading, text in row.cells.items():
                cells = {**row.cells, heading: spoiled(text, number)}
                rows = (*sheet.rows[:number], SheetRow(row.line, cells), *sheet.rows[number + 1 :])
                other = Sheet(sheet.table, sheet.file, sheet.headings, rows)
                found = outcome_of_sheets([*sheets[:index], other, *sheets[index + 1 :]])
                assert found is not Outcome.NO_BAR_FOUND, (sheet.table, number, heading)


def test_facts_recorded_later_are_not_known_and_earlier_ones_are() -> None:
    stopped = BARRED_OR_UNDETERMINED["a stay stands"]
    before = changed(stopped, "orders", recorded_at="2017-03-14T19:00Z")
    before = changed(before, "searches", row=0, found="0")
    assert outcome(before) is Outcome.UNDETERMINED, "it was recorded after the question was put"
    assert RECORDED < "2017-03-14T18:00Z"


def test_the_published_digests_are_those_of_the_package() -> None:
    written = (resources.files("safeconduct.agreement") / "published.json").read_text("utf-8")
    assert written == digests_text(), "python -m safeconduct.agreement.published"


@pytest.mark.parametrize("number", range(len(AGREEMENT.conditions)))
def test_deleting_a_condition_of_a_published_agreement_clears_nobody(number: int) -> None:
    kept = AGREEMENT.conditions[:number] + AGREEMENT.conditions[number + 1 :]
    question = Question(replace(AGREEMENT, conditions=kept), NOW, NOW.date(), NOW)
    [person] = judge(prepare(sheets_of(nothing_missing()), "case", question))
    assert person.outcome is Outcome.UNDETERMINED


def test_one_spoiled_byte_of_a_published_agreement_clears_nobody() -> None:
    """Every byte of the conditions of the file, one at a time."""
    name = "no-nl-2015-norgerhaven.yaml"
    data = (resources.files("safeconduct.agreement") / "library" / name).read_bytes()
    stopped = sheets_of(changed(nothing_missing(), "persons", sex="2"))
    begin, end = data.index(b"\nconditions:"), data.index(b"\n  - id: begun-at-home")
    for at in range(begin, end, 7):
        spoiled_data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        reading = read_agreement(spoiled_data, name)
        if reading.agreement is None:
            continue
        question = Question(reading.agreement, NOW, NOW.date(), NOW)
        [person] = judge(prepare(stopped, "case", question))
        assert person.outcome is not Outcome.NO_BAR_FOUND, at
