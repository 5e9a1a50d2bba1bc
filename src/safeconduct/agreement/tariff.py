"""What is owed: the price shapes that real agreements use.

Each shape is a value; ``compensation`` computes it. Rates are exact decimals and may be finer
than the currency's scale; they become money by one rounding, where ``Tariff.rounding`` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.dated import Dated
from safeconduct.basics import Currency, RoundingMode


class RoundingPlace(StrEnum):
    """Where the one rounding happens."""

    LINE = "line"
    """Each line of the statement is rounded; the total is their sum."""

    BOOKING = "booking"
    """Each booking's amount is rounded; lines and total are sums."""

    STATEMENT = "statement"
    """Only the total is rounded."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Where and how money is rounded, to the scale of the currency."""

    place: RoundingPlace
    mode: RoundingMode
    citation: Citation


class PartYear(StrEnum):
    """How an annual amount is apportioned to a part of a year."""

    MONTHS = "months"
    """A twelfth for each full month, days of the month for the rest."""

    DAYS = "days"
    """Days of the part over days of the year."""


class PartBlock(StrEnum):
    """What a block that is not full costs."""

    FULL = "full"
    """A block that was begun is owed whole."""

    PRO_RATA = "pro-rata"
    """A block is owed for the places of it that were made available."""

    NONE = "none"
    """Only full blocks are owed."""


class PerTime(StrEnum):
    """The time to which a rate for a place belongs."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Item:
    """What every tariff item has.

    Attributes:
        id: short name, unique in the tariff.
        label: what the line on a statement says.
        citation: the clause that owes it.
        rates: the price, by date, each with its own citation.
        indexation: id of the indexation that adjusts it; empty for none.
    """

    id: str
    label: Words
    citation: Citation
    rates: Dated[Decimal]
    indexation: str


@dataclass(frozen=True, slots=True)
class FixedPerYear(Item):
    """A fixed annual amount, whatever the use.

    Attributes:
        covers_places: the places up to which the amount is owed.
        year_begins: month and day on which the agreement's year begins, e.g. ``01-01``.
        part_year: how a part of a year is apportioned.
        part_year_citation: where that is said.
    """

    covers_places: int | None
    year_begins: str
    part_year: PartYear
    part_year_citation: Citation


@dataclass(frozen=True, slots=True)
class FixedPerMonth(Item):
    """A fixed amount for each month; a part of a month by its days.

    Attributes:
        covers_places: the places up to which the amount is owed.
        part_month_citation: where it is said that a part of a month goes by its days.
    """

    covers_places: int | None
    part_month_citation: Citation


@dataclass(frozen=True, slots=True)
class BlockStep(Item):
    """An amount per month for each block of places above a number, up to another.

    Attributes:
        block: places in a block.
        above: places that other items already cover.
        up_to: last place of the step.
        part_block: what a block that is not full costs.
        part_block_citation: where that is said.
    """

    block: int
    above: int
    up_to: int
    part_block: PartBlock
    part_block_citation: Citation


@dataclass(frozen=True, slots=True)
class PerPlace(Item):
    """An amount for each place made available above a number, per day or per month.

    Attributes:
        per: day or month.
        above: places that other items already cover.
        cap: the most places that can be made available; None where none is stated.
    """

    per: PerTime
    above: int
    cap: int | None


@dataclass(frozen=True, slots=True)
class PerDiem(Item):
    """An amount for each bed-day in the register.

    Attributes:
        above: bed-days of a day that another item already covers (a band begins above it).
        up_to: the last bed-day of a day that this rate covers; None for no upper edge.
    """

    above: int
    up_to: int | None


@dataclass(frozen=True, slots=True)
class GuaranteedMinimum(Item):
    """Bed-days are paid up to a guaranteed number of places, held or not.

    The line bills the shortfall: what the register lacks to the guarantee.

    Attributes:
        places: the guaranteed places, by date.
        measured: whether the shortfall is taken each day or over the month.
    """

    places: Dated[int]
    measured: PerTime


@dataclass(frozen=True, slots=True)
class PerAct(Item):
    """An amount for each act, trip, hour or mile in the acts file.

    Attributes:
        act: the act's name in the acts file.
        unit: what the quantity counts: ``act``, ``return-trip``, ``hour``, ``mile`` …
        at_cost: the quantity in the file is itself money (an invoice passed on); the rate is 1.
    """

    act: str
    unit: str
    at_cost: bool


@dataclass(frozen=True, slots=True)
class Prepaid(Item):
    """A sum paid ahead that days draw down.

    Attributes:
        due_on: the day on which the sum is owed.
        drawn_per_bed_day: what a bed-day draws; None where no source says.
    """

    due_on: date
    drawn_per_bed_day: Decimal | None


@dataclass(frozen=True, slots=True)
class GrantCondition:
    """A condition on the use of a grant."""

    id: str
    text: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class Grant(Item):
    """A sum granted under conditions; not a price for days.

    Attributes:
        granted_on: the day of the grant.
        persons: how many persons the grant's own arithmetic speaks of; None where it names none.
        per_person_year: the amount per person and year that the papers name, for comparison only.
        conditions: what the grant may and may not be used for, and what must be reported.
        refund_citation: the clause that refunds an unused part; None where none is known.
    """

    granted_on: date
    persons: int | None
    per_person_year: Decimal | None
    conditions: tuple[GrantCondition, ...]
    refund_citation: Citation | None


TariffItem = (
    FixedPerYear
    | FixedPerMonth
    | BlockStep
    | PerPlace
    | PerDiem
    | GuaranteedMinimum
    | PerAct
    | Prepaid
    | Grant
)


class IndexMethod(StrEnum):
    """How an index series becomes a factor."""

    ANNUAL_CHANGE = "annual-change"
    """Each adjustment day adds the series' change, in per cent, for that year."""

    MEAN_OF_PRECEDING_CHANGES = "mean-of-preceding-changes"
    """Each adjustment day adds the mean of the changes, in per cent, of the preceding years."""

    LEVEL_RATIO = "level-ratio"
    """The series' level for the year over its level for the base year."""


@dataclass(frozen=True, slots=True)
class Indexation:
    """How prices follow an index. The figures come from a file; none is ever carried forward.

    Attributes:
        id: short name by which items refer to it.
        series: the series' name in the indices file.
        base_year: the price level of the stated rates.
        first_on: first adjustment day; then each year on the same day.
        method: how the series becomes a factor.
        years: for a mean, over how many preceding years.
        factor_scale: decimal places to which the cumulated factor is rounded; None: not rounded.
        factor_citation: where that is said.
    """

    id: str
    series: str
    base_year: int
    first_on: date
    method: IndexMethod
    years: int | None
    factor_scale: int | None
    factor_citation: Citation
    citation: Citation


@dataclass(frozen=True, slots=True)
class Tariff:
    """All that is owed under an agreement.

    Attributes:
        currency: the currency, with its scale.
        currency_citation: its clause.
        rounding: where and how money is rounded.
        items: what is owed, in the order of the clauses.
        indexations: how prices follow indices.
    """

    currency: Currency
    currency_citation: Citation
    rounding: Rounding
    items: tuple[TariffItem, ...]
    indexations: tuple[Indexation, ...]
