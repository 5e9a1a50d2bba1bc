"""Dated values: what applies on a day, by the overlay and by a plain search day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Dated
from safeconduct.basics import Period
from tests.agreement.case import read, sound

FIRST = date(2020, 1, 1)
HORIZON = 40
DAYS = st.integers(0, HORIZON - 1)


@dataclass(frozen=True)
class Line:
    """A dated value as somebody writes it; days are counted from the first day of the term."""

    value: int
    first: int | None
    last: int | None
    amendment: int | None


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    written = []
    for value in range(1, draw(st.integers(1, 5)) + 1):
        amendment = draw(st.none() | st.integers(0, 2))
        low = 0 if amendment is None else EFFECT[amendment]
        first = draw(st.none() | st.integers(low, HORIZON - 1))
        last = draw(st.none() | st.integers(low if first is None else first, HORIZON - 1))
        written.append(Line(value, first, last, amendment))
    return written


EFFECT = (5, 12, 25)
"""The days on which three amendments take effect."""


def day(offset: int) -> date:
    return FIRST + timedelta(days=offset)


def as_text(written: list[Line]) -> str:
    amendments = "".join(
        f"  - {{id: number-{n}, takes_effect: {day(at)}, source: text, "
        "summary: {en: a, es: a}}\n"
        for n, at in enumerate(EFFECT)
    )
    return (
        f"amendments:\n{amendments}places:\n"
        "  - id: southport\n    name: Southport\n    jurisdiction: XS\n    zone: Etc/UTC\n"
        '    independent_access: []\n    clause: "1"\n    capacity:\n'
        + "".join(f"      - {_line(line)}\n" for line in written)
    )


def _line(line: Line) -> str:
    parts = [f"value: {line.value}"]
    parts += [] if line.first is None else [f"from: {day(line.first)}"]
    parts += [] if line.last is None else [f"until: {day(line.last)}"]
    parts += [] if line.amendment is None else [f"amendment: number-{line.amendment}"]
    return "{" + ", ".join(parts) + "}"


def applicable(written: list[Line], offset: int) -> list[int]:
    """What applies on a day, by the rule as people say it.

    Of all lines that name the day: those of the amendment that took effect last, or else the
    agreement's own.
    """
    naming = [
        line
        for line in written
        if (line.first if line.first is not None else _begins(line)) <= offset
        and (line.last is None or offset <= line.last)
    ]
    latest = max((_rank(line) for line in naming), default=None)
    return [line.value for line in naming if _rank(line) == latest]


def _begins(line: Line) -> int:
    return 0 if line.amendment is None else EFFECT[line.amendment]


def _rank(line: Line) -> int:
    return -1 if line.amendment is None else EFFECT[line.amendment]


def capacity(written: list[Line]) -> Dated[int]:
    return sound(as_text(written)).places[0].capacity


def clash(written: list[Line]) -> bool:
    """Whether two lines of one rank name the same day, even where a later one covers both."""
    return any(
        len(applicable([line for line in written if _rank(line) == rank], offset)) > 1
        for offset in range(HORIZON + 1)
        for rank in {_rank(line) for line in written}
    )


@settings(max_examples=200, deadline=None)
@given(lines())
def test_each_day_has_the_value_of_the_last_amendment_that_names_it(written: list[Line]) -> None:
    assume(not clash(written))
    values = capacity(written)
    for offset in range(HORIZON + 1):
        found = values.on(day(offset))
        assert ([] if found is None else [found.value]) == applicable(written, offset)


@settings(max_examples=200, deadline=None)
@given(lines())
def test_two_values_of_one_rank_on_one_day_are_refused(written: list[Line]) -> None:
    codes = {finding.code for finding in read(as_text(written)).findings}
    overlaps = {"agreement.values-overlap", "agreement.values-always-overlap"}
    assert bool(codes & overlaps) == clash(written)
    assert codes <= overlaps


@settings(max_examples=200, deadline=None)
@given(lines(), DAYS, st.integers(1, HORIZON))
def test_stretches_cover_a_period_once_and_in_order(
    written: list[Line], first: int, length: int
) -> None:
    assume(not clash(written))
    period = Period(day(first), day(first + length))
    values = capacity(written)
    stretches = [
        (each, value.value) for stretch, value in values.within(period) for each in stretch
    ]
    by_day = [(each, found.value) for each in period if (found := values.on(each)) is not None]
    assert stretches == by_day


def test_the_last_day_is_the_one_that_is_written() -> None:
    values = capacity([Line(1, 0, 3, None), Line(2, 4, None, None)])
    assert [value.end for value in values.values] == [day(4), None]
    assert [values.on(day(3)), values.on(day(4))] == list(values.values)


def test_a_value_of_an_amendment_keeps_its_own_citation() -> None:
    text = as_text([Line(1, None, None, None), Line(2, None, None, 0)]).replace(
        "amendment: number-0", 'amendment: number-0, clause: "2(1)"'
    )
    first, second = sound(text).places[0].capacity.values
    assert (first.citation.clause, second.citation.clause) == ("1", "2(1)")
    assert (first.end, second.start) == (day(5), day(5))
