"""The outcome of answers: what each side gives up, and what is left between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safeconduct.basics import Finding, Message, Money, Severity, WrongInput
from safeconduct.reconciliation.disputes.answers import Answer, Answered
from safeconduct.reconciliation.disputes.dispute import Dispute


@dataclass(frozen=True, slots=True)
class Settled:
    """One line after its answer.

    Attributes:
        answered: the line and its answer.
        withdrawn_days: days that they give up, with the sign of the line.
        withdrawn_amount: money that they give up.
        conceded_days: days that we give up.
        conceded_amount: money that we give up.
    """

    answered: Answered
    withdrawn_days: int
    withdrawn_amount: Money
    conceded_days: int
    conceded_amount: Money

    @property
    def open_days(self) -> int:
        """Days that are left between the sides."""
        moved = self.answered.disputed.difference.days
        return moved - self.withdrawn_days - self.conceded_days

    @property
    def open_amount(self) -> Money:
        """Money that is left between the sides."""
        moved = self.answered.disputed.difference.amount
        return moved - self.withdrawn_amount - self.conceded_amount

    @property
    def is_settled(self) -> bool:
        """Whether both sides now say the same."""
        return self.answered.answer is Answer.ACCEPT or self.answered.conceded


@dataclass(frozen=True, slots=True)
class Outcome:
    """A dispute after its answers.

    Attributes:
        dispute: the dispute.
        lines: its lines.
    """

    dispute: Dispute
    lines: tuple[Settled, ...]

    @property
    def ours_days(self) -> int:
        """Our days after what we concede."""
        return self.dispute.result.ours.totals.days + sum(one.conceded_days for one in self.lines)

    @property
    def theirs_days(self) -> int:
        """Their days after what they withdraw."""
        withdrawn = sum(one.withdrawn_days for one in self.lines)
        return self.dispute.result.theirs.totals.days - withdrawn

    @property
    def ours_amount(self) -> Money:
        """Our money after what we concede."""
        start = self.dispute.result.ours.totals.amount
        return sum((one.conceded_amount for one in self.lines), start)

    @property
    def theirs_amount(self) -> Money:
        """Their money after what they withdraw."""
        amount = self.dispute.result.theirs.totals.amount
        for one in self.lines:
            amount = amount - one.withdrawn_amount
        return amount

    @property
    def open(self) -> tuple[Settled, ...]:
        """The lines that still stand between the sides."""
        return tuple(one for one in self.lines if not one.is_settled)


def settle(dispute: Dispute, answers: Sequence[Answered]) -> Outcome:
    """What the answers come to.

    A corrected value speaks of the whole booking. It stands with the first line that gives it, less
    what is accepted on the booking's other lines, so that nothing is given up twice.

    Raises:
        WrongInput: if a correction states money for a line that no booking owns, or the lines of
            a booking are corrected to different values.
    """
    by_booking: dict[object, list[Answered]] = defaultdict(list)
    for one in answers:
        by_booking[_booking(one)].append(one)
    settled = {
        one.disputed.ref: found
        for lines in by_booking.values()
        for one, found in zip(lines, _of_booking(lines), strict=True)
    }
    return Outcome(dispute, tuple(settled[one.disputed.ref] for one in answers))


def _booking(one: Answered) -> object:
    """What lines of one booking share; a line of a period stands alone."""
    difference = one.disputed.difference
    lines = difference.ours_lines, difference.theirs_lines
    return lines if any(lines) else one.disputed.ref


def _of_booking(lines: Sequence[Answered]) -> Iterator[Settled]:
    corrections = [one for one in lines if one.answer is Answer.CORRECT]
    if len({(one.days, one.amount) for one in corrections}) > 1:
        refs = ", ".join(str(one.disputed.ref) for one in corrections)
        message = Message.of("reconciliation.corrected-otherwise", refs=refs)
        raise WrongInput(Finding(message, Severity.ERROR))
    for one in lines:
        if corrections and one is corrections[0]:
            days, amount = _withdrawn(one, lines)
            yield Settled(one, days, amount, 0, amount.currency.zero())
        else:
            yield _settled(one)


def _settled(one: Answered) -> Settled:
    difference = one.disputed.difference
    zero = difference.amount.currency.zero()
    if one.answer is Answer.ACCEPT:
        return Settled(one, difference.days, difference.amount, 0, zero)
    if one.conceded:
        return Settled(one, 0, zero, difference.days, difference.amount)
    return Settled(one, 0, zero, 0, zero)


def _withdrawn(one: Answered, lines: Sequence[Answered]) -> tuple[int, Money]:
    """What a corrected value gives up beside what is accepted: theirs less the corrected value."""
    difference = one.disputed.difference
    zero = difference.amount.currency.zero()
    accepted = [other for other in lines if other.answer is Answer.ACCEPT]
    days, amount = 0, zero
    if one.days is not None:
        days = (difference.theirs_days or 0) - one.days
        days -= sum(other.disputed.difference.days for other in accepted)
    if one.amount is not None:
        if difference.theirs_amount is None and difference.ours_amount is None:
            message = Message.of("reconciliation.correction-of-period", ref=one.disputed.ref)
            raise WrongInput(Finding(message, Severity.ERROR))
        amount = (difference.theirs_amount or zero) - one.amount
        for other in accepted:
            amount -= other.disputed.difference.amount
    return days, amount
