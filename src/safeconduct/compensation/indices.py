"""Index figures as a file states them. A figure that is not there is missing, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from safeconduct.basics import Finding, Message, WrongInput
from safeconduct.basics.finding import Severity
from safeconduct.compensation.rows import Row, Unreadable, read_number, read_text

INDICES_COLUMNS = ("series", "period", "value")


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """The name of one figure of a series.

    Attributes:
        series: the series, as the agreement names it.
        period: the year, e.g. ``2011``.
    """

    series: str
    period: str

    def __str__(self) -> str:
        return f"{self.series} {self.period}"


@dataclass(frozen=True, slots=True)
class Indices:
    """Figures by series and period.

    Attributes:
        values: a change in per cent, or a level, as the indexation's method wants it.
        refused: rows that could not be read, each with its finding.
    """

    values: Mapping[Figure, Decimal] = field(default_factory=dict)
    refused: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def missing(self, wanted: Iterable[Figure]) -> tuple[Figure, ...]:
        """Those of the wanted figures that are not there, in order."""
        return tuple(sorted({figure for figure in wanted if figure not in self.values}))


def read_indices(rows: Iterable[Row]) -> Indices:
    """Read the indices file: ``series``, ``period`` (a year), ``value``.

    Raises:
        WrongInput: if a series states two values for one period.
    """
    values: dict[Figure, Decimal] = {}
    refused: list[Finding] = []
    twice: list[Finding] = []
    for row in rows:
        try:
            figure = Figure(read_text(row, "series"), read_text(row, "period"))
            value = read_number(row, "value")
        except Unreadable as unreadable:
            refused.append(unreadable.finding)
            continue
        if values.setdefault(figure, value) != value:
            twice.append(_stated_twice(row, figure, values[figure], value))
    if twice:
        raise WrongInput(*twice)
    return Indices(values, tuple(refused))


def _stated_twice(row: Row, figure: Figure, first: Decimal, second: Decimal) -> Finding:
    message = Message.of(
        "compensation.index-stated-twice", figure=str(figure), first=first, second=second
    )
    found = row.finding("value", message)
    return Finding(found.message, Severity.ERROR, found.location)
