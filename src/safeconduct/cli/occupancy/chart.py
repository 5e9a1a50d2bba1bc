"""The months as an SVG chart: one place, or all that were matched together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from safeconduct.cli.language import current
from safeconduct.cli.output import label
from safeconduct.cli.written_files import write_file
from safeconduct.custody import MonthOccupancy
from safeconduct.documents import OccupancyMonth, occupancy_chart


def write_chart(file: Path, months: Sequence[MonthOccupancy], place: str | None) -> None:
    """Write the chart of a place, or of all places with a guarantee added up.

    Raises:
        WrongInput: if the file cannot be written, or charts are not installed.
    """
    chart = occupancy_chart(together(months), place or label("cli.occupancy-all-places"), current())
    write_file(file, chart)


def together(months: Sequence[MonthOccupancy]) -> Sequence[OccupancyMonth]:
    """The months of all places that have a guarantee, averages and guarantees added up."""
    held: defaultdict[date, float] = defaultdict(float)
    guaranteed: defaultdict[date, int] = defaultdict(int)
    for month in months:
        if month.guaranteed_minimum is not None:
            held[month.month] += float(month.average)
            guaranteed[month.month] += month.guaranteed_minimum
    return [OccupancyMonth(month, held[month], guaranteed[month]) for month in sorted(held)]
