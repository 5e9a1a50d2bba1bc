"""The full scan by other means sounds an alarm where the search has missed a record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.basics import CrossCheckFailed
from safeconduct.screening import Screening, Verdict, read_person
from safeconduct.screening.guard import guard
from tests.screening.generated import need_names, register
from tests.screening.register import person, screening_of

RECORD = {"record": "R1", "full_name": "José García López", "born_on": "1980-03-04"}


def test_a_search_that_missed_nothing_passes() -> None:
    screening = screening_of(RECORD)
    screened = screening.screen(person(full_name="Jose Garcia Lopez", born_on="1980-03-04"))
    assert guard(screening.index, [screened]).alike == 1


def test_a_record_that_the_search_missed_is_an_alarm() -> None:
    screening = screening_of(RECORD)
    screened = screening.screen(person(full_name="Jose Garcia Lopez", born_on="1980-03-04"))
    blind = replace(screened, candidates=(), verdict=Verdict.NO_CANDIDATE)
    with pytest.raises(CrossCheckFailed) as failed:
        guard(screening.index, [blind])
    assert failed.value.message.code == "screening.guard-alarm"


def test_nothing_to_scan_is_no_fault() -> None:
    screening: Screening = screening_of()
    assert guard(screening.index, []).compared == 0


@pytest.mark.slow
def test_no_alarm_over_a_register_of_common_names() -> None:
    need_names()
    records = register(3_000, seed=5, countries=frozenset({"MX", "SV", "ES"}))
    screening = screening_of(*records)
    asked = [
        read_person("P", {name: row[name] for name in ("given_names", "surnames", "born_on")})
        for row in register(60, seed=6, countries=frozenset({"MX", "SV"}))
    ]
    screened = [screening.screen(one) for one in asked]
    assert guard(screening.index, screened).alike > 0
