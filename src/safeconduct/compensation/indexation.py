"""Indexation: from an index series to the factor that holds between two adjustment days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from safeconduct.agreement.tariff import Indexation, IndexMethod
from safeconduct.basics import Finding, Message, Period, RoundingMode, Severity
from safeconduct.compensation.apportioning import day_of
from safeconduct.compensation.exact import round_exact
from safeconduct.compensation.indices import Figure, Indices

UNCHANGED = Fraction(1)


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The factor on stated rates between two adjustment days.

    Attributes:
        stretch: the days on which it holds.
        factor: what a stated rate is multiplied by.
        adjusted: whether any index figure went into the factor.
        missing: figures that the level needs and that are not known. While there is one, the
            factor is that of the last level that is completely known, and provisional.
    """

    stretch: Period
    factor: Fraction
    adjusted: bool
    missing: tuple[Figure, ...]


def impossible_figures(indexations: Iterable[Indexation], indices: Indices) -> Iterator[Finding]:
    """Figures that would make prices vanish or turn negative: slips of the pen, and wrong input.

    A level must be above zero, and a change above a fall of 100 per cent.
    """
    least = {
        one.series: 0 if one.method is IndexMethod.LEVEL_RATIO else -100 for one in indexations
    }
    for figure, value in sorted(indices.values.items()):
        if figure.series in least and value <= least[figure.series]:
            message = Message.of(
                "compensation.index-impossible",
                figure=str(figure),
                value=value,
                least=least[figure.series],
            )
            yield Finding(message, Severity.ERROR)


def price_levels(
    indexation: Indexation, indices: Indices, period: Period, mode: RoundingMode
) -> Iterator[PriceLevel]:
    """The price levels of the period, in order of time.

    Args:
        indexation: the term.
        indices: the figures that are known.
        period: the days asked for.
        mode: how the factor is rounded, where the term rounds it. It is rounded where it is used;
            the next year's factor grows from the exact one.
    """
    for year, stretch in _steps(indexation, period):
        missing = indices.missing(
            figure
            for adjustment in _adjustments(indexation, year)
            for figure in _needed(indexation, adjustment)
        )
        exact = _last_known_factor(indexation, indices, year)
        factor = UNCHANGED if exact is None else _rounded(exact, indexation, mode)
        yield PriceLevel(stretch, factor, exact is not None, missing)


def _steps(indexation: Indexation, period: Period) -> Iterator[tuple[int, Period]]:
    """The period cut at adjustment days, each part with the year of its last adjustment."""
    first = indexation.first_on
    if period.start < first:
        yield first.year - 1, Period(period.start, min(first, period.end))
    for year in range(max(first.year, period.start.year - 1), period.last.year + 1):
        start = day_of(year, first.month, first.day)
        part = Period(start, day_of(year + 1, first.month, first.day)).overlap(period)
        if part is not None:
            yield year, part


def _adjustments(indexation: Indexation, year: int) -> range:
    """The years whose figures make a year's level: a ratio takes one step, changes take all."""
    if indexation.method is IndexMethod.LEVEL_RATIO and year >= indexation.first_on.year:
        return range(year, year + 1)
    return range(indexation.first_on.year, year + 1)


def _needed(indexation: Indexation, year: int) -> Iterator[Figure]:
    """The figures that the adjustment of a year takes."""
    return (Figure(indexation.series, str(one)) for one in _years_needed(indexation, year))


def _years_needed(indexation: Indexation, year: int) -> Sequence[int]:
    match indexation.method:
        case IndexMethod.ANNUAL_CHANGE:
            return [year]
        case IndexMethod.MEAN_OF_PRECEDING_CHANGES:
            return range(year - (indexation.years or 1), year)
        case IndexMethod.LEVEL_RATIO:
            return [indexation.base_year, year]


def _last_known_factor(indexation: Indexation, indices: Indices, year: int) -> Fraction | None:
    """The factor of the year, or of the last year before it for which every figure is known."""
    if indexation.method is IndexMethod.LEVEL_RATIO:
        return _last_known_ratio(indexation, indices, year)
    factor = None
    for adjustment in range(indexation.first_on.year, year + 1):
        figures = list(_needed(indexation, adjustment))
        if indices.missing(figures):
            break
        changes = sum((Fraction(indices.values[figure]) for figure in figures), Fraction(0))
        factor = (factor or UNCHANGED) * (1 + changes / len(figures) / 100)
    return factor


def _last_known_ratio(indexation: Indexation, indices: Indices, year: int) -> Fraction | None:
    for adjustment in range(year, indexation.first_on.year - 1, -1):
        base, level = _needed(indexation, adjustment)
        if not indices.missing((base, level)):
            return Fraction(indices.values[level]) / Fraction(indices.values[base])
    return None


def _rounded(factor: Fraction, indexation: Indexation, mode: RoundingMode) -> Fraction:
    if indexation.factor_scale is None:
        return factor
    return Fraction(round_exact(factor, indexation.factor_scale, mode))
