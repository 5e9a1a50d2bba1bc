"""Correction: credit and debit notes from a frozen statement to its recomputation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement import Words
from safeconduct.basics import Currency, Finding, Message, Money, Period, Severity, WrongInput
from safeconduct.compensation.frozen import FrozenLine, FrozenStatement


class NoteKind(StrEnum):
    """Which way a note moves what is owed."""

    CREDIT = "credit-note"
    """Less is owed than the frozen statement says."""

    DEBIT = "debit-note"
    """More is owed than the frozen statement says."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What one line of the frozen statement, or of its recomputation, moves.

    Attributes:
        item: the tariff item.
        label: what the line is for.
        clause: the clause that owes it.
        stretch: the days.
        before: the frozen line; None where the frozen statement has none.
        after: the recomputed line; None where the recomputation has none.
        moves: the difference of the amounts, as an amount of zero or more.
    """

    item: str
    label: Words
    clause: str
    stretch: Period
    before: FrozenLine | None
    after: FrozenLine | None
    moves: Money


@dataclass(frozen=True, slots=True)
class Note:
    """A credit or debit note. It cites both versions, and edits neither.

    Attributes:
        kind: credit or debit.
        agreement: the agreement's id.
        period: the days that both statements speak of.
        corrects: digest of the frozen statement.
        corrected_by: digest of the recomputation, frozen.
        terms_changed: whether the two rest on different terms.
        lines: what moves.
        total: the sum of the lines.
    """

    kind: NoteKind
    agreement: str
    period: Period
    corrects: str
    corrected_by: str
    terms_changed: bool
    lines: tuple[NoteLine, ...]
    total: Money


def correct(frozen: FrozenStatement, recomputed: FrozenStatement) -> tuple[Note, ...]:
    """The notes that lead from a frozen statement to its recomputation.

    A line is the same line when item and days are the same. Lines that only one side has are
    credited or debited whole. In every case
    ``frozen.total - credits + debits == recomputed.total``, and so for each item.

    Returns:
        At most one credit note and one debit note; none where no amount moves.

    Raises:
        WrongInput: if the two are of different agreements, periods or currencies.
    """
    _require_same(frozen, recomputed)
    moved = list(_moved(frozen, recomputed))
    return tuple(
        Note(
            kind,
            frozen.agreement,
            frozen.period,
            frozen.digest,
            recomputed.digest,
            frozen.terms_hash != recomputed.terms_hash,
            lines,
            sum((line.moves for line in lines), frozen.currency.zero()),
        )
        for kind in NoteKind
        if (lines := tuple(line for one, line in moved if one is kind))
    )


def settled_total(frozen: FrozenStatement, notes: Sequence[Note]) -> Money:
    """What is owed after the notes: the frozen total, less credits, plus debits."""
    total = frozen.total
    for note in notes:
        total = total + note.total if note.kind is NoteKind.DEBIT else total - note.total
    return total


def _moved(
    frozen: FrozenStatement, recomputed: FrozenStatement
) -> Iterator[tuple[NoteKind, NoteLine]]:
    before = {(line.item, line.stretch): line for line in frozen.lines}
    after = {(line.item, line.stretch): line for line in recomputed.lines}
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        difference = _amount(new, frozen.currency) - _amount(old, frozen.currency)
        one = new or old
        if one is None or not difference.amount:
            continue
        kind = NoteKind.DEBIT if difference.amount > 0 else NoteKind.CREDIT
        moves = difference if kind is NoteKind.DEBIT else -difference
        yield kind, NoteLine(one.item, one.label, one.clause, one.stretch, old, new, moves)


def _amount(line: FrozenLine | None, currency: Currency) -> Money:
    return currency.zero() if line is None else line.amount


def _require_same(frozen: FrozenStatement, recomputed: FrozenStatement) -> None:
    for what, before, after in (
        ("agreement", frozen.agreement, recomputed.agreement),
        ("period", str(frozen.period), str(recomputed.period)),
        ("currency", frozen.currency.code, recomputed.currency.code),
    ):
        if before != after:
            message = Message(
                f"compensation.correction-of-another-{what}", {"before": before, "after": after}
            )
            raise WrongInput(Finding(message, Severity.ERROR))
    if frozen.currency != recomputed.currency:
        message = Message.of(
            "compensation.correction-of-another-currency",
            before=str(frozen.currency.scale),
            after=str(recomputed.currency.scale),
        )
        raise WrongInput(Finding(message, Severity.ERROR))
