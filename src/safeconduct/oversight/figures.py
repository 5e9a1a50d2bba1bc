"""What is published: how many, how soon, how often, and on whose word.

Deaths, use of force and defied orders are published however small they are; everything else leaves
out what could point at a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low

from safeconduct.oversight.claims import NEVER_SUPPRESSED
from safeconduct.oversight.suppression import PublishedTable, is_small, publish

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """One person or event that counts.

    Attributes:
        figure: what it counts as, e.g. ``arrivals``.
        period: the period in which it counts, e.g. ``2026-10``.
        place: where.
    """

    figure: str
    period: str
    place: str


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took, over all cases.

    Attributes:
        cases: how many.
        least: the shortest, in whole minutes; None where there is no case.
        middle: the lower median, likewise.
        most: the longest, likewise.
    """

    cases: int
    least: int | None
    middle: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole.

    Attributes:
        part: how many of them.
        whole: of how many.
    """

    part: int
    whole: int

    @property
    def per_cent(self) -> int | None:
        """The part in whole per cent, rounded half up; None of nothing."""
        return None if not self.whole else (200 * self.part + self.whole) // (2 * self.whole)


@dataclass(frozen=True, slots=True)
class Figures:
    """A set of public figures.

    Attributes:
        tables: by figure, a table of periods by places, small cells left out.
        open_counts: by figure, the counts that are never left out.
        notice_to_boarding: the minutes from the last notice to boarding.
        signatures_in_an_hour: the most clearances that one officer signed within an hour.
        self_asserted: the protecting facts on the word of the proposing office alone.
    """

    tables: Mapping[str, PublishedTable]
    open_counts: Mapping[str, int]
    notice_to_boarding: Spread
    signatures_in_an_hour: int
    self_asserted: Share


def public_figures(
    counted: Iterable[Counted],
    *,
    notices: Iterable[tuple[datetime, datetime]] = (),
    signatures: Iterable[tuple[str, datetime]] = (),
    attested: Iterable[bool] = (),
) -> Figures:
    """The figures of a window.

    Args:
        counted: everybody and everything that counts.
        notices: for each person boarded, when the last notice was served and when the person
            boarded, aware.
        signatures: each clearance's signer and instant.
        attested: for each protecting fact, whether an office outside the proposing one vouches.
    """
    everything = tuple(counted)
    words = tuple(attested)
    return Figures(
        {
            figure: _table(figure, everything)
            for figure in sorted({one.figure for one in everything} - NEVER_SUPPRESSED)
        },
        {figure: sum(one.figure == figure for one in everything) for figure in NEVER_SUPPRESSED},
        minutes_between(notices),
        most_in_an_hour(signatures),
        Share(sum(not outside for outside in words), len(words)),
    )


def _table(figure: str, counted: Iterable[Counted]) -> PublishedTable:
    counts = Counter((one.period, one.place) for one in counted if one.figure == figure)
    periods = sorted({period for period, _ in counts})
    return publish(counts, periods, sorted({place for _, place in counts}))


def minutes_between(pairs: Iterable[tuple[datetime, datetime]]) -> Spread:
    """The whole minutes from each first instant to its second; one that lies before counts below 0.

    Extremes of fewer than five cases could point at a person, and are left out.
    """
    minutes = sorted((after - before) // timedelta(minutes=1) for before, after in pairs)
    if not minutes or is_small(len(minutes)):
        return Spread(len(minutes), None, None, None)
    return Spread(len(minutes), minutes[0], median_low(minutes), minutes[-1])


def most_in_an_hour(signatures: Iterable[tuple[str, datetime]]) -> int:
    """The most signatures that one officer gave within any sixty minutes."""
    by_officer: dict[str, list[datetime]] = {}
    for officer, at in signatures:
        by_officer.setdefault(officer, []).append(at)
    return max((_most_within(sorted(times)) for times in by_officer.values()), default=0)


def _most_within(times: list[datetime]) -> int:
    most, first = 0, 0
    for last, at in enumerate(times):
        while at - times[first] >= _HOUR:
            first += 1
        most = max(most, last - first + 1)
    return most
