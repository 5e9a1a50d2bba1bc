"""The price shapes: one record each, picked by the key ``shape``."""

from __future__ import annotations

from typing import Any

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.loading.citations import CITED, Stated
from safeconduct.agreement.loading.dated import DatedOf
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.records import Choice, Field, Record
from safeconduct.agreement.loading.texts import (
    AMOUNT,
    COUNT,
    DAY,
    DAY_OF_YEAR,
    ID,
    NAME,
    TRUE_OR_FALSE,
    WHOLE_NUMBER,
    word_of,
)
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    Grant,
    GrantCondition,
    GuaranteedMinimum,
    PartBlock,
    PartYear,
    PerAct,
    PerDiem,
    PerPlace,
    PerTime,
    Prepaid,
    TariffItem,
)

_EVERY_ITEM = (
    CITED,
    Field("id", ID, "Short name, unique in the tariff."),
    Field("label", WORDS, "What the line on a statement says."),
    Field("rates", DatedOf("rate", AMOUNT, "The price."), "The price, by date."),
    Field("indexation", ID, "The indexation that adjusts the price.", absent=""),
)

_COVERS_PLACES = Field(
    "covers_places", COUNT, "The places up to which the amount is owed.", absent=None
)
_ABOVE = Field("above", WHOLE_NUMBER, "What other items already cover.", absent=0)


def _citation_alone(*, citation: Citation) -> Citation:
    return citation


def _part_year(*, by: PartYear, citation: Citation) -> Stated[PartYear]:
    return Stated(by, citation)


def _part_block(*, owed: PartBlock, citation: Citation) -> Stated[PartBlock]:
    return Stated(owed, citation)


def _fixed_per_year(*, part_year: Stated[PartYear], **rest: Any) -> FixedPerYear:
    return FixedPerYear(part_year=part_year.value, part_year_citation=part_year.citation, **rest)


def _block_step(*, part_block: Stated[PartBlock], **rest: Any) -> BlockStep:
    return BlockStep(part_block=part_block.value, part_block_citation=part_block.citation, **rest)


_PART_YEAR = Record(
    "part-year",
    _part_year,
    Field("by", word_of(PartYear), "How a part of a year is apportioned."),
    CITED,
)

_PART_MONTH = Record("part-month", _citation_alone, CITED)

_PART_BLOCK = Record(
    "part-block",
    _part_block,
    Field("owed", word_of(PartBlock), "What a block that is not full costs."),
    CITED,
)

_REFUND = Record("refund", _citation_alone, CITED)

_GRANT_CONDITION: Record[GrantCondition] = Record(
    "grant-condition",
    GrantCondition,
    Field("id", ID, "Short name."),
    Field("text", WORDS, "What the grant may or may not be used for, or what must be reported."),
    CITED,
)

FIXED_PER_YEAR = Record(
    "fixed-per-year",
    _fixed_per_year,
    *_EVERY_ITEM,
    _COVERS_PLACES,
    Field("year_begins", DAY_OF_YEAR, "Month and day on which the agreement's year begins."),
    Field("part_year", _PART_YEAR, "How a part of a year is apportioned."),
    shape="fixed-per-year",
)

FIXED_PER_MONTH: Record[FixedPerMonth] = Record(
    "fixed-per-month",
    FixedPerMonth,
    *_EVERY_ITEM,
    _COVERS_PLACES,
    Field(
        "part_month",
        _PART_MONTH,
        "Where it is said that a part of a month goes by its days.",
        into="part_month_citation",
    ),
    shape="fixed-per-month",
)

BLOCK_STEP = Record(
    "block-step",
    _block_step,
    *_EVERY_ITEM,
    Field("block", COUNT, "Places in a block."),
    _ABOVE,
    Field("up_to", COUNT, "Last place of the step."),
    Field("part_block", _PART_BLOCK, "What a block that is not full costs."),
    shape="block-step",
)

PER_PLACE: Record[PerPlace] = Record(
    "per-place",
    PerPlace,
    *_EVERY_ITEM,
    Field("per", word_of(PerTime), "The time to which the rate belongs."),
    _ABOVE,
    Field("cap", COUNT, "The most places that can be made available.", absent=None),
    shape="per-place",
)

PER_DIEM: Record[PerDiem] = Record(
    "per-diem",
    PerDiem,
    *_EVERY_ITEM,
    _ABOVE,
    Field("up_to", COUNT, "The last bed-day of a day that the rate covers.", absent=None),
    shape="per-diem",
)

GUARANTEED_MINIMUM: Record[GuaranteedMinimum] = Record(
    "guaranteed-minimum",
    GuaranteedMinimum,
    *_EVERY_ITEM,
    Field(
        "places",
        DatedOf("guaranteed-places", COUNT, "The guaranteed places."),
        "The guaranteed places, by date.",
    ),
    Field("measured", word_of(PerTime), "Whether the shortfall is taken per day or per month."),
    shape="guaranteed-minimum",
)

PER_ACT: Record[PerAct] = Record(
    "per-act",
    PerAct,
    *_EVERY_ITEM,
    Field("act", NAME, "The act's name in the acts file."),
    Field("unit", NAME, "What the quantity counts: act, return-trip, hour, mile …"),
    Field("at_cost", TRUE_OR_FALSE, "The quantity is itself money; the rate is 1.", absent=False),
    shape="per-act",
)

PREPAID: Record[Prepaid] = Record(
    "prepaid",
    Prepaid,
    *_EVERY_ITEM,
    Field("due_on", DAY, "The day on which the sum is owed."),
    Field("drawn_per_bed_day", AMOUNT, "What a bed-day draws, where a source says.", absent=None),
    shape="prepaid",
)

GRANT: Record[Grant] = Record(
    "grant",
    Grant,
    *_EVERY_ITEM,
    Field("granted_on", DAY, "The day of the grant."),
    Field("persons", COUNT, "How many persons its own arithmetic speaks of.", absent=None),
    Field("per_person_year", AMOUNT, "The amount per person and year in the papers.", absent=None),
    Field("conditions", ListOf(_GRANT_CONDITION), "Its uses, limits and reports.", absent=()),
    Field(
        "refund",
        _REFUND,
        "The clause that refunds an unused part, where one is known.",
        absent=None,
        into="refund_citation",
    ),
    shape="grant",
)

ITEM: Choice[TariffItem] = Choice(
    "item",
    FIXED_PER_YEAR,
    FIXED_PER_MONTH,
    BLOCK_STEP,
    PER_PLACE,
    PER_DIEM,
    GUARANTEED_MINIMUM,
    PER_ACT,
    PREPAID,
    GRANT,
)
