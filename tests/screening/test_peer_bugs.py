"""Faults that users report of other matchers, each of which loses or invents a person."""

from __future__ import annotations

from safeconduct.screening import read_person
from safeconduct.screening.evidence.evidence import compare
from safeconduct.screening.evidence.frequencies import NoCounts
from tests.screening.register import found, person, screening_of

COUNTS = NoCounts()


def test_two_persons_with_one_reference_are_two_persons() -> None:
    """Nothing is remembered by a reference: the second row is read by its own cells."""
    first = read_person("X", {"full_name": "Ana López"})
    same = compare(first, read_person("X", {"full_name": "Ana López"}), COUNTS)
    other = compare(
        read_person("X", {"full_name": "Boris Karloff"}),
        read_person("X", {"full_name": "Zed Zedd"}),
        COUNTS,
    )
    assert same.name is not None
    assert same.name.is_whole
    assert other.name is not None
    assert not other.name.aligned


def test_records_with_one_reference_are_both_found() -> None:
    screening = screening_of(
        {"record": "R", "full_name": "Boris Karloff", "born_on": "1950-01-02"},
        {"record": "R", "full_name": "Ana López Ruiz", "born_on": "1980-03-04"},
    )
    shown = screening.screen(person(full_name="Ana López", born_on="1980-03-04")).candidates
    assert [one.record.line for one in shown] == [3]


def test_two_names_that_nobody_can_read_are_neither_equal_nor_different() -> None:
    one, other = person(full_name="王小明"), person(full_name="김철수")
    evidence = compare(one, other, COUNTS)
    assert evidence.score == 0
    assert evidence.name is not None
    assert not evidence.name.aligned
    assert not evidence.name.conflicts


def test_many_aliases_are_no_reason_to_find_a_record_later() -> None:
    aliases = "; ".join(f"Alias{letter * 3} Otro{letter * 3}" for letter in "bcdfghjklmnpqrstvwxz")
    plain = {"record": "plain", "full_name": "Hamid Karzouni", "born_on": "1970-05-05"}
    screening = screening_of(plain, {**plain, "record": "aliased", "other_names": aliases})
    shown = screening.screen(person(full_name="Hamid Karzouni", born_on="1970-05-05")).candidates
    assert [one.record.ref for one in shown] == ["plain", "aliased"]
    assert shown[0].score == shown[1].score


def test_given_names_and_surnames_need_no_full_name() -> None:
    screening = screening_of({"record": "R", "given_names": "Ana", "surnames": "López Ruiz"})
    assert found(screening, full_name="Ana López Ruiz") == ["R"]
    assert found(screening, given_names="Ana", surnames="López Ruiz") == ["R"]


def test_a_missing_second_surname_weighs_the_same_from_both_sides() -> None:
    shorter, longer = person(full_name="Juan Pérez"), person(full_name="Juan Pérez García")
    assert compare(shorter, longer, COUNTS).score == compare(longer, shorter, COUNTS).score
    assert compare(shorter, longer, COUNTS).score == compare(shorter, shorter, COUNTS).score


def test_a_shorter_alias_does_not_hide_the_name_that_agrees() -> None:
    record = {
        "record": "R",
        "full_name": "Fernando Pérez Noriega; أبو علي",
        "born_on": "1980-01-05",
    }
    assert found(screening_of(record), full_name="Fernando Perez", born_on="1980-01-05") == ["R"]


def test_a_year_miscounted_loses_nobody() -> None:
    record = {"record": "R", "full_name": "Fernando Pérez Noriega", "born_on": "1980-01-05"}
    assert found(screening_of(record), full_name="Fernando Pérez", born_on="1981-01-05") == ["R"]
