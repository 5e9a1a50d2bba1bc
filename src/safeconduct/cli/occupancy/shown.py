"""Occupancy and proposals as JSON and on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rich.markup import escape

from safeconduct.basics import Finding, Message, PlaceId
from safeconduct.basics.digest import Plain
from safeconduct.cli.output import console, finding_as_json, number, print_refused, say, table
from safeconduct.custody import MonthOccupancy, Proposal

BAR = 10
"""Characters of a bar that stands for the whole guarantee."""


@dataclass(frozen=True, slots=True)
class Against:
    """What places held against what is stated for them.

    Attributes:
        months: the months of the places that stand in both files.
        places: places with a population and nothing stated.
        facilities: places with something stated and no population.
        refused: rows of the files that count nothing.
        noted: what else a person should know of the files.
    """

    months: Sequence[MonthOccupancy]
    places: Sequence[PlaceId]
    facilities: Sequence[PlaceId]
    refused: tuple[Finding, ...]
    noted: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person must look at, facilities without a population among it."""
        lost = tuple(
            Finding(Message.of("cli.occupancy-no-population", facility=facility))
            for facility in self.facilities
        )
        return (*self.refused, *self.noted, *lost)


def occupancy_as_json(against: Against) -> Plain:
    """The months, and what found no partner."""
    return {
        "rows": [_month(month) for month in against.months],
        "unmatched": {
            "places": [str(place) for place in against.places],
            "facilities": [str(facility) for facility in against.facilities],
        },
        "refused": [finding_as_json(finding) for finding in against.refused],
        "findings": [
            {**finding_as_json(finding), "severity": finding.severity.value}
            for finding in against.noted
        ],
    }


def _month(month: MonthOccupancy) -> Plain:
    return {
        "place": month.place,
        "month": month.month.strftime("%Y-%m"),
        "known_days": month.known_days,
        "bed_days": month.bed_days,
        "average": str(month.average),
        "peak": month.peak,
        "guaranteed_minimum": month.guaranteed_minimum,
        "days_below": month.days_below,
        "unused_bed_days": month.unused_bed_days,
        "capacity": month.capacity,
        "days_above": month.days_above,
    }


HEADINGS = ("place", "month", "average", "peak", "minimum", "days-below", "unused", "capacity")


def print_occupancy(against: Against) -> None:
    """A table with a bar for each month: the average against the guarantee."""
    rows = [
        [
            escape(month.place),
            month.month.strftime("%Y-%m"),
            _shown(month.average),
            number(month.peak),
            _or_nothing(month.guaranteed_minimum),
            number(month.days_below) if month.guaranteed_minimum is not None else "",
            number(month.unused_bed_days) if month.guaranteed_minimum is not None else "",
            _or_nothing(month.capacity),
            bar(month),
        ]
        for month in against.months
    ]
    headings = [f"cli.heading-{name}" for name in (*HEADINGS, "of-minimum")]
    screen = console()
    screen.print(table(headings, rows, numeric=range(2, 8)))
    message = Message.of(
        "cli.occupancy-total",
        matched=number(len({month.place for month in against.months})),
        places=number(len(against.places)),
        facilities=number(len(against.facilities)),
    )
    screen.print(say(message), markup=False)
    print_refused(len(against.refused))


def bar(month: MonthOccupancy) -> str:
    """A bar of the average against the guarantee, full where it is used up, and the share."""
    if not month.guaranteed_minimum:
        return ""
    share = month.average / month.guaranteed_minimum
    filled = min(BAR, round(share * BAR))
    return f"{'█' * filled}{'░' * (BAR - filled)} {round(share * 100)} %"


def _shown(value: Decimal) -> str:
    return number(value.quantize(Decimal("0.01")))


def _or_nothing(figure: int | None) -> str:
    return "" if figure is None else number(figure)


def proposals_as_json(found: Sequence[Proposal]) -> Plain:
    """The pairs, each with the averages that speak for it."""
    return [
        {
            "place": pair.place,
            "facility": pair.facility,
            "own_average": str(pair.own_average),
            "stated_average": str(pair.stated_average),
        }
        for pair in found
    ]


def print_proposals(found: Sequence[Proposal], file: Path) -> None:
    """The pairs as a table, and what to do with the file."""
    headings = ("place", "facility", "own-average", "stated-average")
    rows = [
        [
            escape(pair.place),
            escape(pair.facility),
            _shown(pair.own_average),
            _shown(pair.stated_average),
        ]
        for pair in found
    ]
    screen = console()
    screen.print(table([f"cli.heading-{name}" for name in headings], rows, numeric=(2, 3)))
    message = Message.of("cli.occupancy-proposed", pairs=len(found), file=str(file))
    screen.print(say(message), markup=False)
