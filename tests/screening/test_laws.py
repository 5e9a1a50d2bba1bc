"""What holds of every screening: symmetry, exact sums, and that more knowledge removes nobody."""

from __future__ import annotations

import numpy as np
import pytest

from safeconduct.screening import Screening, read_person
from safeconduct.screening.evidence.evidence import compare
from safeconduct.screening.evidence.frequencies import NoCounts
from safeconduct.screening.explanation import pieces_of
from safeconduct.screening.names import relate
from safeconduct.screening.person import Person
from safeconduct.screening.reaching.reach import words_of
from tests.screening.corruptions import CORRUPTIONS
from tests.screening.generated import Row, by_chance, need_names, register
from tests.screening.register import screening_of

RECORDS = 3_000


@pytest.fixture(scope="module")
def records() -> list[Row]:
    need_names()
    return register(RECORDS, seed=2)


@pytest.fixture(scope="module")
def screening(records: list[Row]) -> Screening:
    return screening_of(*records)


@pytest.fixture(scope="module")
def persons(records: list[Row]) -> list[Person]:
    """Persons of the register after one or two corruptions each."""
    chance = by_chance(3)
    found = []
    for record in chance.sample(records, 150):
        row: Row = dict(record)
        for name in chance.sample(sorted(CORRUPTIONS), chance.choice((1, 2))):
            try:
                row = dict(CORRUPTIONS[name](row, chance) or row)
            except (ValueError, IndexError):
                continue
        cells = {column: text for column, text in row.items() if text and column != "record"}
        found.append(read_person("P", cells))
    return found


def test_evidence_is_the_same_from_both_sides(screening: Screening, persons: list[Person]) -> None:
    for one, other in zip(persons, reversed(persons), strict=True):
        for counts in (screening.counts, NoCounts()):
            forth, back = compare(one, other, counts), compare(other, one, counts)
            assert forth.score == back.score
            assert forth.is_shown(RECORDS) == back.is_shown(RECORDS)


def test_the_weights_of_an_explanation_add_up_to_the_score(
    screening: Screening, persons: list[Person]
) -> None:
    shown = [one for person in persons for one in screening.screen(person).candidates]
    assert shown
    for candidate in shown:
        assert sum(piece.weight for piece in pieces_of(candidate)) == candidate.score


def test_every_candidate_says_which_keys_found_it(
    screening: Screening, persons: list[Person]
) -> None:
    for person in persons:
        assert all(one.keys for one in screening.screen(person).candidates)


def test_candidates_stand_best_first(screening: Screening, persons: list[Person]) -> None:
    for person in persons:
        scores = [one.score for one in screening.screen(person).candidates]
        assert scores == sorted(scores, reverse=True)


def test_whole_arrays_weigh_as_one_by_one(screening: Screening, persons: list[Person]) -> None:
    for person in persons[:60]:
        weighed = screening.weighed(person)
        some = np.flatnonzero(~weighed.apart)[:200]
        records = screening.records(weighed.records[some].tolist())
        for place, record in zip(some.tolist(), records, strict=True):
            evidence = compare(person, record, screening.counts)
            name = evidence.name.weight if evidence.name else 0
            rest = (
                evidence.score
                - name
                - next(field.weight for field in evidence.fields if field.field == "document_no")
            )
            assert (name, rest) == (weighed.names[place], weighed.others[place])


def test_words_that_relate_are_neighbours(screening: Screening, persons: list[Person]) -> None:
    """The shortcut over keys says what the rules say, for every word of the register."""
    words = {word.strict: word for person in persons for word in words_of(person)}
    relations = screening.relations
    theirs = {
        word.strict: word
        for record in screening.records(list(range(600)))
        for word in words_of(record)
    }
    missed = [
        (mine.strict, other.strict)
        for mine in list(words.values())[:120]
        for other in theirs.values()
        if relations.between(mine, other) != relate(mine, other)
    ]
    assert missed == []


@pytest.mark.parametrize("seed", range(5))
def test_an_alias_removes_no_candidate(
    screening: Screening, persons: list[Person], seed: int
) -> None:
    chance = by_chance(seed)
    person, other = chance.sample(persons, 2)
    before = {one.record.ref for one in screening.screen(person).candidates}
    cells = {**person.cells, "other_names": other.shown_name}
    after = {one.record.ref for one in screening.screen(read_person("P", cells)).candidates}
    assert before <= after


def test_an_alias_of_a_record_removes_no_candidate(records: list[Row]) -> None:
    some = records[:400]
    plain = screening_of(*some)
    aliased = screening_of(*({**row, "other_names": "Zoltan Quimby Plover"} for row in some))
    for row in some[:40]:
        cells = {name: text for name, text in row.items() if name != "record"}
        person = read_person("P", cells)
        before = {one.record.ref for one in plain.screen(person).candidates}
        assert before <= {one.record.ref for one in aliased.screen(person).candidates}


def test_another_record_removes_no_strong_candidate(records: list[Row]) -> None:
    some, more = records[:300], records[300:600]
    fewer, larger = screening_of(*some), screening_of(*some, *more)
    for row in some[:60]:
        cells = {name: text for name, text in row.items() if name not in {"record", "document_no"}}
        screened = larger.screen(read_person("P", cells))
        assert row["record"] in {one.record.ref for one in screened.candidates}
        assert row["record"] in {
            one.record.ref for one in fewer.screen(read_person("P", cells)).candidates
        }


def test_a_date_or_a_sex_that_conflicts_lowers_and_removes_nothing(
    screening: Screening, records: list[Row]
) -> None:
    for row in [one for one in records if len(one["surnames"].split()) > 1][:40]:
        cells = {name: row[name] for name in ("given_names", "surnames", "born_on", "sex")}
        other = {**cells, "born_on": "1931-12-30", "sex": {"F": "M", "M": "F"}[row["sex"]]}
        scores = []
        for each in (cells, other):
            shown = screening.screen(read_person("P", each)).candidates
            scores += [one.score for one in shown if one.record.ref == row["record"]]
        assert len(scores) == 2
        assert scores[0] > scores[1]
