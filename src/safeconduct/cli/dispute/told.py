"""What came of a dispute, for people and for machines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.markup import escape

from safeconduct.basics import Message, shown_money, signed_number
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, say, table
from safeconduct.compensation import Note
from safeconduct.reconciliation import Reconciliation
from safeconduct.reconciliation.disputes import Outcome, Settled

SHOWN = 40
"""So many open lines are listed at a terminal."""


def written_outcome(
    outcome: Outcome, remaining: Reconciliation, notes: Sequence[Note]
) -> dict[str, Plain]:
    """The outcome as JSON."""
    result = outcome.dispute.result
    return {
        "dispute": outcome.dispute.id,
        "currency": result.currency.code,
        "before": {"days": result.days, "amount": str(result.amount)},
        "ours": {"days": outcome.ours_days, "amount": str(outcome.ours_amount)},
        "theirs": {"days": outcome.theirs_days, "amount": str(outcome.theirs_amount)},
        "after": {
            "days": outcome.theirs_days - outcome.ours_days,
            "amount": str(outcome.theirs_amount - outcome.ours_amount),
        },
        "corrected_books": {
            "days": remaining.days,
            "amount": str(remaining.amount),
            "differences": len(remaining.differences),
        },
        "open": len(outcome.open),
        "lines": [_line(one) for one in outcome.lines],
        "notes": [
            {
                "kind": note.kind.value,
                "corrects": note.corrects,
                "corrected_by": note.corrected_by,
                "total": str(note.total),
            }
            for note in notes
        ],
    }


def _line(one: Settled) -> dict[str, Plain]:
    difference = one.answered.disputed.difference
    return {
        "ref": one.answered.disputed.ref,
        "kind": difference.kind.value,
        "booking": difference.booking or None,
        "answer": one.answered.answer.value or None,
        "reason": one.answered.reason or None,
        "conceded": one.answered.conceded,
        "withdrawn_days": one.withdrawn_days,
        "withdrawn_amount": str(one.withdrawn_amount),
        "conceded_days": one.conceded_days,
        "conceded_amount": str(one.conceded_amount),
        "open_days": one.open_days,
        "open_amount": str(one.open_amount),
    }


def print_outcome(outcome: Outcome, remaining: Reconciliation, notes: Sequence[Note]) -> None:
    """The outcome at a terminal."""
    screen = console()
    screen.print(say(_headline(outcome)), markup=False)
    if outcome.open:
        headings = ("ref", "kind", "booking", "answer", "days", "amount", "reason")
        screen.print(
            table(
                tuple(f"reconciliation.heading-{name}" for name in headings),
                [_row(one) for one in outcome.open[:SHOWN]],
                (4, 5),
            )
        )
    left = Message.of(
        "reconciliation.corrected-books",
        days=remaining.days,
        amount=remaining.amount,
        lines=len(remaining.differences),
    )
    screen.print(say(left), markup=False)
    for note in notes:
        made = Message.of(
            f"reconciliation.issued-{note.kind.value}",
            total=note.total,
            corrects=note.corrects,
            corrected_by=note.corrected_by,
        )
        screen.print(say(made), markup=False)


def _headline(outcome: Outcome) -> Message:
    result = outcome.dispute.result
    return Message.of(
        "reconciliation.settled-headline",
        lines=len(outcome.lines),
        open=len(outcome.open),
        before=result.amount,
        after=outcome.theirs_amount - outcome.ours_amount,
    )


def _row(one: Settled) -> list[str]:
    difference = one.answered.disputed.difference
    answer = one.answered.answer.value
    return [
        str(one.answered.disputed.ref),
        label(f"reconciliation.kind-{difference.kind.value}"),
        escape(difference.booking or "–"),
        label(f"reconciliation.answer-{answer or 'none'}"),
        signed_number(one.open_days, current()),
        shown_money(one.open_amount, current()),
        escape(one.answered.reason),
    ]
