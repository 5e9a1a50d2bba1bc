"""Generated tariffs, places and bed-days for the laws that hold whatever the terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.citation import Citation, Grade, Words
from safeconduct.agreement.dated import Dated, DatedValue
from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    GuaranteedMinimum,
    PartBlock,
    PartYear,
    PerDiem,
    PerPlace,
    PerTime,
    Rounding,
    RoundingPlace,
    Tariff,
    TariffItem,
)
from safeconduct.basics import ClauseRef, Currency, Period, RoundingMode
from tests.compensation.terms import item as written_item
from tests.compensation.terms import terms

Steps = dict[date, int]
HeldDays = dict[date, int]

FIRST, END = date(2019, 1, 1), date(2022, 1, 1)
LABEL = Words("Item", "Concepto")
FRAME = terms(written_item("per-diem"))

citations = st.sampled_from(Grade).map(lambda grade: Citation(ClauseRef("2"), "text", grade, LABEL))
days = st.dates(FIRST, END - timedelta(days=1))
rates = st.integers(0, 10**9).map(lambda units: Decimal(units).scaleb(-3))


@st.composite
def dated_rates(draw: st.DrawFn) -> Dated[Decimal]:
    """One rate throughout, or two with a change between them, or a gap."""
    change = draw(days)
    first = DatedValue(draw(rates), None, change, draw(citations))
    second = DatedValue(draw(rates), change, None, draw(citations))
    return Dated(draw(st.sampled_from([(first, second), (first,), (second,)])))


@st.composite
def items(draw: st.DrawFn) -> TariffItem:
    """An item of any shape that is priced by time, places or bed-days."""
    common = (draw(st.uuids()).hex, LABEL, draw(citations), draw(dated_rates()), "")
    above = draw(st.integers(0, 20))
    begins = draw(st.sampled_from(["01-01", "09-01", "04-15"]))
    shapes: list[TariffItem] = [
        FixedPerYear(*common, None, begins, draw(st.sampled_from(PartYear)), draw(citations)),
        FixedPerMonth(*common, None, draw(citations)),
        BlockStep(
            *common,
            draw(st.integers(1, 7)),
            above,
            above + draw(st.integers(1, 30)),
            draw(st.sampled_from(PartBlock)),
            draw(citations),
        ),
        PerPlace(
            *common,
            draw(st.sampled_from(PerTime)),
            above,
            draw(st.none() | st.integers(1, 40).map(lambda more: above + more)),
        ),
        PerDiem(
            *common, above, draw(st.none() | st.integers(1, 20).map(lambda more: above + more))
        ),
        GuaranteedMinimum(*common, draw(guarantees()), draw(st.sampled_from(PerTime))),
    ]
    return draw(st.sampled_from(shapes))


@st.composite
def guarantees(draw: st.DrawFn) -> Dated[int]:
    change = draw(days)
    number = st.integers(1, 30)
    return Dated(
        (
            DatedValue(draw(number), None, change, draw(citations)),
            DatedValue(draw(number), change, None, draw(citations)),
        )
    )


@st.composite
def agreements(
    draw: st.DrawFn, rounding: RoundingPlace | None = None, most_items: int = 4
) -> Agreement:
    """The test agreement with a generated tariff."""
    place = rounding or draw(st.sampled_from(RoundingPlace))
    tariff = Tariff(
        Currency("USD", draw(st.integers(0, 3))),
        draw(citations),
        Rounding(place, draw(st.sampled_from(RoundingMode)), draw(citations)),
        tuple(draw(st.lists(items(), min_size=1, max_size=most_items))),
        (),
    )
    return replace(FRAME, tariff=tariff)


@st.composite
def place_steps(draw: st.DrawFn) -> Steps:
    """Places from each day on; the first day is the first of all."""
    steps = draw(st.dictionaries(days, st.integers(0, 60), max_size=4))
    return dict(sorted({FIRST: draw(st.integers(0, 60)), **steps}.items()))


held_days = st.dictionaries(days, st.integers(1, 40), max_size=30)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(days)
    last = min(first + timedelta(days=draw(st.integers(0, 400))), END - timedelta(days=1))
    return Period(first, last + timedelta(days=1))


def places_on(steps: Steps, day: date) -> int:
    """Places on a day, by looking for the last step before it."""
    return [number for start, number in steps.items() if start <= day][-1]


def places_text(steps: Steps) -> str:
    """The steps as lines of a places file."""
    starts = list(steps)
    ends = [start - timedelta(days=1) for start in starts[1:]] + [END]
    return "\n".join(
        f"{start}..{end} {number}" for (start, number), end in zip(steps.items(), ends, strict=True)
    )
