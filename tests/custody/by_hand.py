"""A second reading of a register, one row at a time in plain Python: what tests hold bulk against.

It shares no SQL with the product: the standard library reads the text and knows the zones, and the
rules' plain forms walk the days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import BookingId, PlaceId
from safeconduct.custody import RULES, Absence, Booking, Counting, Moment
from tests.custody.book import AbsenceRow, Book, BookingRow


def moment(text: str, zone: ZoneInfo) -> Moment:
    """A moment as a register writes it, read by the standard library."""
    if len(text) == len("2025-01-01"):
        return Moment(date.fromisoformat(text))
    midnight = "T24:00" in text
    written = datetime.fromisoformat(text.replace("T24:00", "T00:00"))
    if midnight:
        written += timedelta(days=1)
    if written.tzinfo is not None:
        local = written.astimezone(zone)
        return Moment(local.date(), local)
    first, second = (written.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    is_certain = first.utcoffset() == second.utcoffset()
    return Moment(written.date(), first if is_certain else None)


def bookings(book: Book) -> Iterator[Booking]:
    """The book's bookings with their absences."""
    zone = ZoneInfo(book.zones.default or "UTC")
    for row in book.bookings:
        id_, place, arrived, departed, _ = row
        yield Booking(
            id=BookingId(id_),
            place=PlaceId(place),
            arrived=moment(arrived, zone),
            departed=moment(departed, zone) if departed else None,
            absences=tuple(_absence(away, zone) for away in book.absences if away[0] == id_),
        )


def _absence(row: AbsenceRow, zone: ZoneInfo) -> Absence:
    _, left, returned = row
    return Absence(moment(left, zone).day, moment(returned, zone).day if returned else None)


def day_loop(book: Book, counting: Counting) -> Counter[tuple[str, date]]:
    """How often each day of each place counts: day by day, with no interval and no sum."""
    counted: Counter[tuple[str, date]] = Counter()
    for stay in bookings(book):
        for day in RULES[counting.rule].days_of(stay, counting.cut_off):
            if counting.window is not None and day not in counting.window:
                continue
            if not _is_away(stay, day, counting):
                counted[stay.place, day] += 1
    return counted


def _is_away(stay: Booking, day: date, counting: Counting) -> bool:
    """Whether the night of the day lies in an absence, beyond its counted nights."""
    end = stay.departed.day if stay.departed else counting.cut_off
    if counting.absence_nights is None or end is None or day >= end:
        return False
    return any(
        absence.left <= day
        and (absence.returned is None or day < absence.returned)
        and (day - absence.left).days >= counting.absence_nights
        for absence in stay.absences
    )


def is_refused(row: BookingRow, rule: DayCountRule, zone: ZoneInfo) -> bool:
    """Whether a row of readable moments is refused: out of order, or without certain instants."""
    arrived = moment(row[2], zone)
    departed = moment(row[3], zone) if row[3] else None
    if RULES[rule].needs_instants:
        sides = [arrived, *([departed] if departed else [])]
        if any(side.instant is None for side in sides):
            return True
    if departed is None:
        return False
    if departed.day < arrived.day:
        return True
    if arrived.instant is None or departed.instant is None:
        return False
    is_backwards = departed.instant.timestamp() < arrived.instant.timestamp()
    return RULES[rule].needs_instants and is_backwards


def sound(book: Book, rule: DayCountRule) -> Book:
    """The book without the rows that are refused, and without their absences."""
    zone = ZoneInfo(book.zones.default or "UTC")
    kept: Sequence[BookingRow] = [row for row in book.bookings if not is_refused(row, rule, zone)]
    ids = {row[0] for row in kept}
    return Book(kept, [row for row in book.absences if row[0] in ids], book.zones)
