"""Disputed and unregistered days: billed as the tariff says, and flagged until it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from safeconduct.basics import ONE_DAY, Finding, Message, Period
from safeconduct.compensation.rows import Row, Unreadable, read_day, read_text
from safeconduct.compensation.statement import FlaggedDays
from safeconduct.custody import DayCounts

FLAGS_COLUMNS = ("booking", "from", "to", "kind", "why")
KINDS = ("disputed", "unregistered")


@dataclass(frozen=True, slots=True)
class Flag:
    """What one row of the flags file says.

    Attributes:
        booking: the booking.
        kind: ``disputed``, or ``unregistered`` where no order was registered for the days.
        span: the days.
        why: the reason, in the words of the side that flags them.
    """

    booking: str
    kind: str
    span: Period
    why: str


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags that could be read, and the rows refused."""

    raised: tuple[Flag, ...] = ()
    refused: tuple[Finding, ...] = ()


def read_flags(rows: Iterable[Row]) -> Flags:
    """Read the flags file: ``booking, from, to`` (both days inclusive), ``kind, why``."""
    raised: list[Flag] = []
    refused: list[Finding] = []
    for row in rows:
        try:
            raised.append(_read(row, raised))
        except Unreadable as unreadable:
            refused.append(unreadable.finding)
    return Flags(tuple(raised), tuple(refused))


def _read(row: Row, above: Sequence[Flag]) -> Flag:
    booking, kind = read_text(row, "booking"), read_text(row, "kind")
    if kind not in KINDS:
        raise Unreadable(
            row.finding("kind", Message.of("compensation.unknown-flag", kind=kind[:40]))
        )
    first, last = read_day(row, "from"), read_day(row, "to")
    if last < first:
        message = Message.of("compensation.ends-before-it-begins", first=first, last=last)
        raise Unreadable(row.finding("to", message))
    flag = Flag(booking, kind, Period(first, last + ONE_DAY), row.cell("why"))
    for other in above:
        if (other.booking, other.kind) == (booking, kind) and other.span.overlap(flag.span):
            message = Message.of(
                "compensation.flagged-above", booking=booking, span=str(other.span)
            )
            raise Unreadable(row.finding("from", message))
    return flag


def flagged_days(
    flags: Sequence[Flag], counts: DayCounts | None, period: Period
) -> tuple[FlaggedDays, ...]:
    """The flags that touch the period, each with the bed-days of its booking in it."""
    touching = [(flag, span) for flag in flags if (span := flag.span.overlap(period)) is not None]
    held = _held(counts, touching)
    return tuple(
        FlaggedDays(flag.booking, flag.kind, span, held.get((flag.booking, span), 0), flag.why)
        for flag, span in touching
    )


def _held(
    counts: DayCounts | None, touching: Sequence[tuple[Flag, Period]]
) -> dict[tuple[str, Period], int]:
    """Bed-days of the flagged bookings, in one pass of the register for each flagged span."""
    if counts is None:
        return {}
    bookings = {flag.booking for flag, _ in touching}
    held: dict[tuple[str, Period], int] = {}
    for span in sorted({span for _, span in touching}):
        for one in counts.by_booking([span]):
            if one.booking in bookings:
                held[one.booking, span] = one.days
    return held


def flag_findings(flagged: Sequence[FlaggedDays]) -> tuple[Finding, ...]:
    """One finding a kind, and one for each flag that names no bed-day of the register."""
    found = []
    for kind in KINDS:
        of_kind = [one for one in flagged if one.kind == kind and one.bed_days]
        if of_kind:
            days = sum(one.bed_days for one in of_kind)
            code = f"compensation.days-{kind}"
            bookings = len({one.booking for one in of_kind})
            found.append(Finding(Message(code, {"days": days, "bookings": bookings})))
    found += [
        Finding(
            Message.of("compensation.flag-without-days", booking=one.booking, span=str(one.span))
        )
        for one in flagged
        if not one.bed_days
    ]
    return tuple(found)
