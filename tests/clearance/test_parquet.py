"""A bundle in Parquet files is answered as the same bundle in sheets: verdicts, and what holds."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from safeconduct.agreement import load
from safeconduct.basics import WrongInput
from safeconduct.clearance.asking import Asked, Question, judge
from safeconduct.clearance.bulk import ask_folder, seal_folder
from safeconduct.clearance.bulk.answering import ask_persons
from safeconduct.clearance.bundle.problems import EVERYBODY
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import NOW, Tables, asked, changed, nothing_missing
from tests.clearance.parquet_files import SEALED_AT, write_parquet
from tests.clearance.test_bad_input import CASES
from tests.clearance.test_laws import BARRED_OR_UNDETERMINED

BASE = nothing_missing()
STAY = {
    "order": "D1", "kind": "stay", "issued_by": "court", "issued_at": "2017-03-14T09:00Z",
    "verification": "verified", "attested_by": "court",
}  # fmt: skip
OF_ANOTHER_TYPE = {
    "a time without a zone", "a date in another notation", "a day that does not exist",
}  # fmt: skip
"""What a typed file cannot hold at all."""


def second_person() -> Tables:
    """Two persons, so that what holds one does not hold the other."""
    tables = nothing_missing()
    for rows in tables.values():
        keys = ("basis", "sentence", "notice")
        rows += [
            {**row, "person": "P2", **{k: f"{row[k]}-2" for k in keys if k in row}}
            for row in rows
            if row.get("person") == "P1"
        ]
    return tables


TWO = second_person()
SITUATIONS: dict[str, Tables] = {
    "nothing bars": BASE,
    "nothing bars two": TWO,
    **BARRED_OR_UNDETERMINED,
    **{what: tables for what, (tables, _) in CASES.items() if what not in OF_ANOTHER_TYPE},
    "an order on everybody": changed(BASE, "orders", row=9, scope="all", **STAY),
    "an order on one of two": changed(TWO, "orders", row=9, scope="person", person="P2", **STAY),
    "fit and then not fit": changed(
        TWO, "examinations", row=9, person="P2", kind="fit-to-travel", outcome="not-fit",
        examined_at="2017-03-13T09:00Z", attested_by="clinic",
    ),
    "not fit and then fit": changed(
        TWO, "examinations", row=9, person="P2", kind="fit-to-travel", outcome="not-fit",
        examined_at="2017-03-12T09:00Z", attested_by="clinic",
    ),
    "not covered": changed(TWO, "persons", row=1, legal_status="administrative"),
    "released": changed(TWO, "persons", row=1, released_at="2017-03-14T09:00Z"),
    "handed over": changed(TWO, "persons", row=1, taken_in_charge_at="2017-03-14T09:00Z"),
    "another transfer, handed over": changed(
        changed(TWO, "transfers", row=9, **{**BASE["transfers"][0], "transfer": "T2",
                                            "handed_over_at": "2017-03-14T09:00Z"}),
        "persons", row=1, transfer="T2",
    ),
    "a cell of two that is no code": changed(TWO, "notices", row=1, kind="letter"),
    "a later version": changed(
        TWO, "notices", row=9, **{**BASE["notices"][0], "reasons_given": "no",
                                  "recorded_at": "2017-03-14T13:00Z"},
    ),
    "a key that passes to another": changed(
        TWO, "notices", row=9, **{**BASE["notices"][0], "person": "P2",
                                  "recorded_at": "2017-03-14T13:00Z"},
    ),
    "an order rewritten": changed(
        changed(TWO, "orders", row=9, scope="person", person="P2", **STAY),
        "orders", row=9, scope="person", person="P2",
        **{**STAY, "kind": "detainer", "recorded_at": "2017-03-14T13:00Z"},
    ),
    "a court that only the proposer knows": changed(TWO, "offices", row=2, attested_by="kdi"),
    "a class that describes one": changed(
        changed(TWO, "persons", row=1, sex="2"), "orders", row=9, scope="class",
        **{**STAY, "class": "{is: {fact: persons.sex, value: '2'}}"},
    ),
    "a class that cannot be read": changed(
        TWO, "orders", row=9, scope="class", **{**STAY, "class": "{is: {fact: x, value: y}}"}
    ),
    "a destination that is nowhere": changed(
        TWO, "orders", row=9, scope="destination", destination="Atlantis", **STAY
    ),
    "asked and not answered": changed(TWO, "persons", row=1, legal_status="pending"),
    "a code that the standard keeps free": changed(TWO, "nationalities", row=1, state="XQ"),
}  # fmt: skip


def question_of(agreement: str = "no-nl-2015-norgerhaven") -> Question:
    return Question(load(agreement), NOW, NOW.date(), NOW)


Told = dict[str, tuple[str, list[str], set[str]]]


def one_by_one(prepared: Asked) -> Told:
    return {
        one.person: (
            one.outcome.value,
            [finding.verdict.value for finding in one.findings],
            {p.message.code for p in one.problems if p.person != EVERYBODY},
        )
        for one in judge(prepared)
    }


def in_bulk(folder: Path) -> tuple[Told, set[str]]:
    """What came of each person, and what holds everybody."""
    file = folder.parent / "findings.parquet"
    answered = ask_folder(folder, question_of(), file)
    rows = duckdb.read_parquet(str(file)).fetchall()
    told = {
        person: (outcome, list(verdicts), set(because or ()))
        for person, _, outcome, because, *verdicts in rows
    }
    return told, {p.message.code for p in answered.opened.problems if p.concerns(EVERYBODY)}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_bulk_says_what_one_by_one_says(situation: str, tmp_path: Path) -> None:
    tables = SITUATIONS[situation]
    told, of_all = in_bulk(write_parquet(tmp_path / "case", tables))
    prepared = asked(tables)
    assert told == one_by_one(prepared)
    assert of_all == {p.message.code for p in prepared.problems if p.concerns(EVERYBODY)}


def test_one_person_of_many_is_asked_with_every_finding(tmp_path: Path) -> None:
    tables = SITUATIONS["an order on one of two"]
    folder = write_parquet(tmp_path / "case", tables)
    [person] = judge(ask_persons(folder, question_of(), ("P2",)))
    assert (person.person, person.outcome) == ("P2", Outcome.BARRED)
    told = {(e.fact, e.value) for finding in person.findings for e in finding.evidence}
    assert ("orders.order", "D1") in told


def test_without_contents_everybody_is_undetermined(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", BASE)
    (folder / "contents.parquet").unlink()
    answered = ask_folder(folder, question_of())
    assert answered.outcomes[Outcome.UNDETERMINED] == 1
    assert "clearance.no-contents" in {p.message.code for p in answered.opened.problems}


def test_a_file_that_was_changed_after_sealing_clears_nobody(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", BASE)
    sealed = (folder / "contents.parquet").read_bytes()
    write_parquet(folder, changed(BASE, "persons", sex="9"))
    (folder / "contents.parquet").write_bytes(sealed)
    answered = ask_folder(folder, question_of())
    assert answered.outcomes[Outcome.NO_BAR_FOUND] == 0
    assert "clearance.table-altered" in {p.message.code for p in answered.opened.problems}


WRONG: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "no Parquet": ({"persons": b"person\nP1\n"}, "clearance.parquet-not-readable"),
    "no persons": ({"orders": None}, "clearance.no-persons"),
    "text where a day belongs": (
        {"persons": "SELECT 'P1' AS person, '1990-01-01' AS born_on, TIMESTAMP '2017-03-14' AS "
                    "recorded_at, DATE '2017-03-14' AS recorded_at_day"},
        "clearance.parquet-type",
    ),
    "a moment without its day": (
        {"persons": "SELECT 'P1' AS person, TIMESTAMP '2017-03-14' AS recorded_at"},
        "clearance.parquet-day",
    ),
    "no moment of recording": ({"persons": "SELECT 'P1' AS person"}, "clearance.parquet-column"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_is_refused_with_its_place(what: str, tmp_path: Path) -> None:
    files, code = WRONG[what]
    for name, content in files.items():
        file = tmp_path / f"{name}.parquet"
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            duckdb.execute(f"COPY ({content or 'SELECT 1 AS a'}) TO '{file}' (FORMAT parquet)")
    with pytest.raises(WrongInput) as refused:
        ask_folder(tmp_path, question_of())
    assert code in {finding.message.code for finding in refused.value.findings}
    assert all(finding.location.file for finding in refused.value.findings)


def test_a_column_that_holds_nothing_may_be_of_no_type(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", BASE)
    persons = pq.read_table(folder / "persons.parquet")
    place = persons.schema.get_field_index("sex")
    pq.write_table(persons.set_column(place, "sex", pa.nulls(1)), folder / "persons.parquet")
    seal_folder(folder, SEALED_AT)
    answered = ask_folder(folder, question_of())
    assert answered.outcomes[Outcome.UNDETERMINED] == 1


def test_where_nobody_was_recorded_yet_nobody_is_answered(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", BASE)
    early = NOW.replace(year=2016)
    answered = ask_folder(folder, Question(load("no-nl-2015-norgerhaven"), early, NOW.date(), NOW))
    assert set(answered.outcomes.values()) == {0}
    assert {n for counted in answered.counted for n in counted.verdicts.values()} == {0}
