"""A whole register against itself or another, with a second opinion that decides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.screening.audit import audit, joining, second_opinion
from tests.cli.terminal import safeconduct
from tests.screening.febrl import dataset, entity
from tests.screening.register import index_of

RECORDS = (
    {"record": "R1", "full_name": "José García López", "born_on": "1980-03-04"},
    {"record": "R2", "full_name": "Pepe García", "born_on": "1980-04-03"},
    {
        "record": "R3",
        "full_name": "Zoltan Plover",
        "born_on": "1977-01-02",
        "document_no": "X123456",
    },
    {
        "record": "R4",
        "full_name": "Otro Distinto",
        "born_on": "1950-05-09",
        "document_no": "X123465",
    },
    {"record": "R5", "full_name": "Lars Hansen", "born_on": "1966-12-12"},
)


def test_a_register_against_itself_names_each_pair_once() -> None:
    index = index_of(*RECORDS)
    pairs = [(pair.left.ref, pair.candidate.record.ref) for pair in audit(index, index).pairs]
    assert sorted(pairs) == [("R1", "R2"), ("R3", "R4")]


def test_two_registers_are_joined_by_the_same_keys() -> None:
    found = audit(index_of(*RECORDS[:1]), index_of(*RECORDS[1:]))
    assert [(pair.left.ref, pair.candidate.record.ref) for pair in found.pairs] == [("R1", "R2")]


def test_a_block_that_is_too_large_is_split_by_dates_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joining, "LARGEST_BLOCK", 3)
    same = [{"full_name": "José García", "born_on": f"19{n}0-0{n % 9 + 1}-11"} for n in range(5, 9)]
    undated = {"full_name": "José García"}
    found = audit(index := index_of(*same, undated), index)
    assert found.split > 0


def test_an_empty_register_has_no_pairs() -> None:
    index = index_of()
    assert audit(index, index).pairs == ()


@pytest.mark.slow
def test_febrl1_against_itself_finds_its_duplicates() -> None:
    index = index_of(*dataset("dataset1"))
    found = audit(index, index).pairs
    right = sum(entity(pair.left.ref) == entity(pair.candidate.record.ref) for pair in found)
    assert right / 500 >= 0.99
    assert right / len(found) >= 0.9


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_splink_sees_the_pairs_by_itself() -> None:
    index = index_of(*dataset("dataset1"))
    opinions = second_opinion(index, index)
    assert opinions is not None
    refs = index.rows.column("ref").to_pylist()
    assert all(one < other for one, other in opinions.weights) or opinions.weights
    right = sum(entity(refs[one]) == entity(refs[other]) for one, other in opinions.weights)
    assert right > 300


@pytest.mark.filterwarnings("ignore")
def test_the_command_lists_the_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = ["record,full_name,born_on,document_no"]
    lines += [",".join(row.get(name, "") for name in lines[0].split(",")) for row in RECORDS]
    Path("register.csv").write_text("\n".join(lines) + "\n", "utf-8")
    ran = safeconduct(
        capsys, "screen", "register.csv", "--register", "register.csv", "--audit", "--json"
    )
    assert ran.code == 1
    assert {(pair["left"], pair["right"]["record"]) for pair in ran.told["pairs"]} == {
        ("R1", "R2"),
        ("R3", "R4"),
    }
    assert ran.told["second_opinion"] == "splink"
    told = safeconduct(capsys, "screen", "register.csv", "--register", "register.csv", "--audit")
    assert "R3" in told.out
