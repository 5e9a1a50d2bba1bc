"""Which days of a booking count."""

from __future__ import annotations

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.day_count import DayCount, DayCountRule
from safeconduct.agreement.loading.citations import CITED, Stated
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import WHOLE_NUMBER, word_of
from safeconduct.basics import Message

ALL_NIGHTS = "all"


def _nights(text: str) -> int | str | Message:
    return text if text == ALL_NIGHTS else WHOLE_NUMBER.parse(text)


_NIGHTS = TextOf(_nights, {"anyOf": [{"const": ALL_NIGHTS}, WHOLE_NUMBER.form]}, "0")


def _absences(*, nights: int | str, citation: Citation) -> Stated[int | None]:
    return Stated(nights if isinstance(nights, int) else None, citation)


def _day_count(*, rule: DayCountRule, citation: Citation, absences: Stated[int | None]) -> DayCount:
    return DayCount(rule, citation, absences.value, absences.citation)


_ABSENCES = Record(
    "absences",
    _absences,
    Field("nights", _NIGHTS, "How many nights of each absence still count, or `all`."),
    CITED,
)

DAY_COUNT = Record(
    "day-count",
    _day_count,
    Field("rule", word_of(DayCountRule), "Which days of a booking count."),
    Field("absences", _ABSENCES, "What counts while a person is away for a time."),
    CITED,
)
