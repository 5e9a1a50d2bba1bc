"""One thing goes wrong with a person's row, and the record is still found."""

from __future__ import annotations

import pytest

from safeconduct.screening import Screening, read_person
from tests.screening.corruptions import CORRUPTIONS
from tests.screening.generated import Row, by_chance, need_names, register
from tests.screening.register import screening_of

RECORDS, PERSONS = 10_000, 60


@pytest.fixture(scope="module")
def records() -> list[Row]:
    need_names()
    return register(RECORDS)


@pytest.fixture(scope="module")
def screening(records: list[Row]) -> Screening:
    return screening_of(*records)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(CORRUPTIONS))
def test_a_single_corruption_loses_nobody(
    screening: Screening, records: list[Row], name: str
) -> None:
    chance = by_chance(name)
    missed, tried = [], 0
    for record in chance.sample(records, RECORDS):
        corrupted = CORRUPTIONS[name](record, chance)
        if corrupted is None:
            continue
        tried += 1
        cells = {column: text for column, text in corrupted.items() if text and column != "record"}
        screened = screening.screen(read_person("P", cells))
        if record["record"] not in {one.record.ref for one in screened.candidates}:
            missed.append((dict(record), dict(corrupted)))
        if tried == PERSONS:
            break
    assert tried > 0
    assert missed == []


@pytest.mark.slow
def test_two_things_gone_wrong_lose_nobody_who_has_a_number(
    screening: Screening, records: list[Row]
) -> None:
    chance = by_chance(7)
    for record in chance.sample(records, PERSONS):
        cells = {"given_names": "Qwx", "surnames": "Zyx", "document_no": record["document_no"]}
        screened = screening.screen(read_person("P", cells))
        assert screened.candidates[0].record.ref == record["record"]
