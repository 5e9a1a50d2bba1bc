"""Acts: transports, guard hours, medical invoices and other things that are owed one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from safeconduct.basics import Finding, Message
from safeconduct.compensation.rows import Row, Unreadable, read_day, read_number, read_text

ACTS_COLUMNS = ("act", "on", "quantity")


@dataclass(frozen=True, slots=True)
class Act:
    """Something done on a day.

    Attributes:
        act: its name, as the agreement's tariff has it.
        on: the day.
        quantity: how many or how much, in the unit of the tariff item.
    """

    act: str
    on: date
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that could be read, and those refused."""

    done: tuple[Act, ...]
    refused: tuple[Finding, ...] = ()


def read_acts(rows: Iterable[Row], known: frozenset[str]) -> Acts:
    """Read the acts file: ``act``, ``on``, ``quantity``.

    Args:
        rows: the file's rows.
        known: the acts that the agreement prices; any other is refused and listed.
    """
    done: list[Act] = []
    refused: list[Finding] = []
    for row in rows:
        try:
            done.append(_read(row, known))
        except Unreadable as unreadable:
            refused.append(unreadable.finding)
    return Acts(tuple(done), tuple(refused))


def _read(row: Row, known: frozenset[str]) -> Act:
    act = read_text(row, "act")
    if act not in known:
        priced = ", ".join(sorted(known)) or "–"
        raise Unreadable(
            row.finding("act", Message.of("compensation.unknown-act", act=act, priced=priced))
        )
    quantity = read_number(row, "quantity")
    if quantity < 0:
        raise Unreadable(
            row.finding("quantity", Message.of("compensation.negative-quantity", quantity=quantity))
        )
    return Act(act, read_day(row, "on"), quantity)
