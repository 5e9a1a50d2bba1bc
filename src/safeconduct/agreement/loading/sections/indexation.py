"""How prices follow an index."""

from __future__ import annotations

from typing import Any

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.loading.citations import CITED, Stated
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import COUNT, DAY, ID, NAME, WHOLE_NUMBER, word_of
from safeconduct.agreement.tariff import Indexation, IndexMethod
from safeconduct.basics import Message

NOT_ROUNDED = "none"
FIRST_BASE_YEAR, LAST_BASE_YEAR = 1900, 2999
FINEST_SCALE = 12


def _year(text: str) -> int | Message:
    read = WHOLE_NUMBER.parse(text)
    if isinstance(read, int) and FIRST_BASE_YEAR <= read <= LAST_BASE_YEAR:
        return read
    return Message.of("agreement.not-a-year", text=text[:20])


def _scale(text: str) -> int | str | Message:
    if text == NOT_ROUNDED:
        return text
    read = WHOLE_NUMBER.parse(text)
    if isinstance(read, int) and read <= FINEST_SCALE:
        return read
    return Message.of("agreement.not-a-factor-scale", text=text[:20], finest=FINEST_SCALE)


_YEAR = TextOf(_year, {"type": "integer", "minimum": FIRST_BASE_YEAR}, "2009")
_SCALE = TextOf(
    _scale,
    {"anyOf": [{"const": NOT_ROUNDED}, {"type": "integer", "minimum": 0, "maximum": FINEST_SCALE}]},
    NOT_ROUNDED,
)


def _factor(*, scale: int | str, citation: Citation) -> Stated[int | None]:
    return Stated(scale if isinstance(scale, int) else None, citation)


def _indexation(*, factor: Stated[int | None], **rest: Any) -> Indexation:
    return Indexation(factor_scale=factor.value, factor_citation=factor.citation, **rest)


_FACTOR = Record(
    "factor",
    _factor,
    Field("scale", _SCALE, "Decimal places to which the cumulated factor is rounded, or `none`."),
    CITED,
)

INDEXATIONS = ListOf(
    Record(
        "indexation",
        _indexation,
        Field("id", ID, "Short name by which items refer to it."),
        Field("series", NAME, "The series' name in the indices file."),
        Field("base_year", _YEAR, "The price level of the stated rates."),
        Field("first_on", DAY, "First adjustment day; then each year on the same day."),
        Field("method", word_of(IndexMethod), "How the series becomes a factor."),
        Field("years", COUNT, "For a mean: over how many preceding years.", absent=None),
        Field("factor", _FACTOR, "How the factor is rounded."),
        CITED,
    )
)
