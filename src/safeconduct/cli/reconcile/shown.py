"""A reconciliation at a terminal: both totals, where the money is, and the differences."""

from __future__ import annotations

from collections.abc import Sequence

from rich.markup import escape

from safeconduct.basics import Message, Money, shown_money, signed_money, signed_number
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, number, say, table
from safeconduct.reconciliation import Bar, Difference, Headcounts, Reconciliation, by_kind

SHOWN = 40
"""So many differences are listed at a terminal, those that move most first."""


def show(result: Reconciliation) -> None:
    """Print it."""
    screen = console()
    screen.print(say(_headline(result)), markup=False)
    screen.print(_totals(result))
    if not result.differences:
        screen.print(label("reconciliation.no-difference"), markup=False)
        return
    screen.print()
    screen.print(_kinds(by_kind(result.differences, result.currency)))
    screen.print()
    screen.print(_differences(most_first(result.differences)[:SHOWN]))
    if len(result.differences) > SHOWN:
        more = Message.of(
            "reconciliation.more-differences",
            shown=SHOWN,
            all=number(len(result.differences)),
        )
        screen.print(say(more), markup=False)


def show_headcounts(headcounts: Headcounts) -> None:
    """Print the days and places where a headcount does not fit a register."""
    screen = console()
    screen.print()
    message = Message.of(
        "reconciliation.headcounts-headline",
        counts=number(headcounts.counts),
        deviations=number(len(headcounts.deviations)),
    )
    screen.print(say(message), markup=False)
    if not headcounts.deviations:
        return
    rows = [
        [
            one.day.isoformat(),
            escape(one.place),
            escape(one.counted_by or "–"),
            number(one.counted),
            label(f"reconciliation.side-{one.side.value}"),
            f"{number(one.least)}–{number(one.most)}",
            label(f"reconciliation.deviation-{one.deviation.value}"),
            number(one.persons),
        ]
        for one in headcounts.deviations[:SHOWN]
    ]
    names = ("day", "place", "counted-by", "counted", "side", "bounds", "deviation", "persons")
    headings = tuple(f"reconciliation.heading-{name}" for name in names)
    screen.print(table(headings, rows, (3, 5, 7)))


def most_first(differences: Sequence[Difference]) -> list[Difference]:
    """Those that move most money first, then most days."""
    return sorted(differences, key=lambda one: (-abs(one.amount.amount), -abs(one.days), one.order))


def _headline(result: Reconciliation) -> Message:
    return Message.of(
        "reconciliation.headline",
        agreement=result.agreement,
        period=str(result.period) if result.asked else label("reconciliation.whole-books"),
        matched=number(result.matched),
    )


def _totals(result: Reconciliation) -> object:
    rows = [
        [
            label(f"reconciliation.side-{book.side.value}"),
            number(book.totals.bookings),
            number(book.totals.days),
            _money(book.totals.amount),
            number(book.totals.own_days),
            _money(book.totals.own_amount),
        ]
        for book in (result.ours, result.theirs)
    ]
    rows.append(
        [
            label("reconciliation.difference"),
            "",
            _signed(result.days),
            signed_money(result.amount, current()),
            "",
            "",
        ]
    )
    headings = (
        "reconciliation.heading-side",
        "reconciliation.heading-bookings",
        "reconciliation.heading-days",
        "reconciliation.heading-amount",
        "reconciliation.heading-own-days",
        "reconciliation.heading-own-amount",
    )
    return table(headings, rows, (1, 2, 3, 4, 5))


def _kinds(bars: Sequence[Bar]) -> object:
    rows = [
        [
            label(f"reconciliation.kind-{bar.name}"),
            number(bar.lines),
            _signed(bar.days),
            _money(bar.over),
            _money(bar.under),
        ]
        for bar in bars
    ]
    headings = (
        "reconciliation.heading-kind",
        "reconciliation.heading-lines",
        "reconciliation.heading-days",
        "reconciliation.heading-over",
        "reconciliation.heading-under",
    )
    return table(headings, rows, (1, 2, 3, 4))


def _differences(differences: Sequence[Difference]) -> object:
    rows = [
        [
            label(f"reconciliation.kind-{one.kind.value}"),
            escape(one.booking or "–"),
            _signed(one.days),
            signed_money(one.amount, current()),
            escape(one.clause),
            escape(say(one.why)),
        ]
        for one in differences
    ]
    headings = (
        "reconciliation.heading-kind",
        "reconciliation.heading-booking",
        "reconciliation.heading-days",
        "reconciliation.heading-amount",
        "reconciliation.heading-clause",
        "reconciliation.heading-why",
    )
    return table(headings, rows, (2, 3))


def _signed(days: int) -> str:
    return signed_number(days, current())


def _money(amount: Money) -> str:
    return shown_money(amount, current())
