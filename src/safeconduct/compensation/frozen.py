"""Frozen statements: canonical JSON under its own digest, written once and never edited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import rfc8785

from safeconduct.agreement import Words
from safeconduct.basics import (
    Currency,
    Finding,
    Location,
    Message,
    Money,
    Period,
    Severity,
    WrongInput,
    digest,
    read_period,
)
from safeconduct.basics.digest import Plain
from safeconduct.compensation.comparisons import PREPAID_DRAWN
from safeconduct.compensation.statement import Statement
from safeconduct.compensation.written import written_statement

FORMAT = "safeconduct-statement/1"


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A line of a frozen statement, as far as a correction needs it.

    Attributes:
        item: the tariff item.
        shape: its price shape.
        label: what the line is for.
        clause: the clause that owes it.
        stretch: the days.
        quantity: as written.
        unit: what was counted.
        rate: as written.
        factor: as written.
        amount: what was owed.
        provisional: whether it was provisional.
    """

    item: str
    shape: str
    label: Words
    clause: str
    stretch: Period
    quantity: str
    unit: str
    rate: str
    factor: str
    amount: Money
    provisional: bool


@dataclass(frozen=True, slots=True)
class FrozenStatement:
    """A statement as it was issued.

    Attributes:
        digest: digest of the canonical content; what corrections cite.
        agreement: the agreement's id.
        period: the days that it speaks of.
        currency: the currency.
        terms_hash: digest of the terms.
        issued_on: the day of issue.
        corrects: digest of the frozen statement that it takes the place of; empty for the first.
        lines: the lines.
        total: their sum.
        drawn: what bed-days draw from sums paid ahead.
        content: everything that was written, as plain values.
    """

    digest: str
    agreement: str
    period: Period
    currency: Currency
    terms_hash: str
    issued_on: date
    corrects: str
    lines: tuple[FrozenLine, ...]
    total: Money
    drawn: tuple[Money, ...]
    content: Mapping[str, Plain]


def freeze(statement: Statement, issued_on: date, corrects: str = "") -> bytes:
    """The statement as canonical JSON (RFC 8785) of its content and the content's digest.

    Args:
        statement: the statement.
        issued_on: the day of issue.
        corrects: digest of the frozen statement whose place it takes.
    """
    content: dict[str, Plain] = {
        "format": FORMAT,
        "issued_on": issued_on.isoformat(),
        "corrects": corrects,
        **written_statement(statement),
    }
    return rfc8785.dumps({"content": content, "digest": digest(content)}) + b"\n"


def read_frozen(data: bytes, file: str = "") -> FrozenStatement:
    """Read a frozen statement and hold it against its digest.

    Raises:
        WrongInput: if it is no frozen statement, was altered, or does not add up.
    """
    try:
        whole = json.loads(data)
        content, stated = whole["content"], whole["digest"]
        if content["format"] != FORMAT:
            raise _refused("compensation.frozen-unreadable", file)
        if digest(content) != stated:
            raise _refused("compensation.frozen-altered", file)
        frozen = _statement(content, stated)
    except (ValueError, TypeError, KeyError, InvalidOperation, RecursionError):
        raise _refused("compensation.frozen-unreadable", file) from None
    keys = {(line.item, line.stretch) for line in frozen.lines}
    summed = sum((line.amount for line in frozen.lines), frozen.currency.zero())
    if len(keys) != len(frozen.lines) or summed != frozen.total:
        raise _refused("compensation.frozen-does-not-add-up", file)
    return frozen


def _statement(content: Mapping[str, Any], stated: str) -> FrozenStatement:
    currency = Currency(content["currency"], content["scale"])
    return FrozenStatement(
        digest=stated,
        agreement=content["agreement"],
        period=read_period(content["period"]),
        currency=currency,
        terms_hash=content["terms_hash"],
        issued_on=date.fromisoformat(content["issued_on"]),
        corrects=content["corrects"],
        lines=tuple(_line(line, currency) for line in content["lines"]),
        total=Money(Decimal(content["total"]), currency),
        drawn=tuple(
            Money(Decimal(one["amount"]), currency)
            for one in content["comparisons"]
            if one["why"]["code"] == PREPAID_DRAWN and one["amount"] is not None
        ),
        content=content,
    )


def _line(line: Mapping[str, Any], currency: Currency) -> FrozenLine:
    days = line["days"]
    return FrozenLine(
        item=line["item"],
        shape=line["shape"],
        label=Words(line["label"]["en"], line["label"]["es"]),
        clause=line["clause"],
        stretch=read_period(f"{days['from']}..{days['to']}"),
        quantity=str(line["quantity"]),
        unit=line["unit"],
        rate=line["rate"],
        factor=line["factor"],
        amount=Money(Decimal(line["amount"]), currency),
        provisional=line["provisional"],
    )


def _refused(code: str, file: str) -> WrongInput:
    return WrongInput(Finding(Message(code), Severity.ERROR, Location(file)))
