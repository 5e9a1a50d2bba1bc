"""Correcting: new books from old ones and answers. The old ones stay as they are.

A booking whose every line is settled for one side is written as that side has it. Where only part
of a booking is settled, its dates stay and its claim states the days and the money agreed so far.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from safeconduct.reconciliation.difference import Difference
from safeconduct.reconciliation.disputes.outcome import Outcome, Settled
from safeconduct.reconciliation.entry import Side
from safeconduct.reconciliation.kinds import Kind

Rows = Mapping[int, Mapping[str, str]]
"""Rows of a book as text, by line."""

_TAKEN_OVER = ("person", "place", "zone", "stated_days", "stated_amount")
_OTHER = {Side.OURS: Side.THEIRS, Side.THEIRS: Side.OURS}


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected book.

    Attributes:
        side: whose book.
        columns: its columns.
        rows: its rows.
        lines: for each row the line of the old book; None for a row that was added.
        renamed: for rows taken over from the other book, the other side's id by the new one.
        claims: bookings whose claim, and not whose dates, was corrected.
        struck: lines of the old book that the new one leaves out.
    """

    side: Side
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    lines: tuple[int | None, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    struck: tuple[int, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the old book."""
        return bool(self.renamed or self.claims or self.struck or None in self.lines)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A corrected book while it is written; what it holds is filled in."""

    replaced: dict[int, list[Mapping[str, str]]] = field(default_factory=dict)
    added: list[Mapping[str, str]] = field(default_factory=list)
    edited: dict[int, Mapping[str, str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)


def corrected(outcome: Outcome, side: Side, own: Rows, other: Rows) -> Correction:
    """The book of a side after what it gives up.

    Args:
        outcome: the answered dispute.
        side: whose book: theirs after what they withdraw, ours after what we concede.
        own: the rows of that book.
        other: the rows of the other book.
    """
    draft = _Draft()
    for lines in _by_booking(outcome):
        _correct(lines, side, own, other, draft)
    columns = list(next(iter(own.values()), next(iter(other.values()), {})))
    if draft.claims or draft.replaced or draft.added:
        columns += [one for one in ("stated_days", "stated_amount") if one not in columns]
    rows: list[tuple[int | None, Mapping[str, str]]] = []
    for line, row in own.items():
        new = draft.replaced.get(line)
        if new is None:
            rows.append((line, draft.edited.get(line, row)))
        else:
            rows += [(line, one) for one in new]
    rows += [(None, one) for one in draft.added]
    struck = tuple(line for line, new in draft.replaced.items() if not new)
    return Correction(
        side,
        tuple(columns),
        tuple(row for _, row in rows),
        tuple(line for line, _ in rows),
        draft.renamed,
        tuple(draft.claims),
        struck,
    )


def _by_booking(outcome: Outcome) -> Iterator[list[Settled]]:
    """The lines of each booking together; lines of a period follow from their bookings."""
    grouped: dict[tuple[tuple[int, ...], tuple[int, ...]], list[Settled]] = defaultdict(list)
    for one in outcome.lines:
        difference = one.answered.disputed.difference
        if difference.ours_lines or difference.theirs_lines:
            grouped[difference.ours_lines, difference.theirs_lines].append(one)
    yield from grouped.values()


def _correct(lines: Sequence[Settled], side: Side, own: Rows, other: Rows, draft: _Draft) -> None:
    given_up = [one for one in lines if _gives_up(one, side)]
    if not given_up:
        return
    difference = lines[0].answered.disputed.difference
    mine, counterpart = _lines(difference, side), _lines(difference, _OTHER[side])
    if _is_pool(difference):
        for line in mine:
            draft.edited[line] = {**draft.edited.get(line, own[line]), "stated_amount": ""}
    elif len(given_up) == len(lines) and all(one.is_settled for one in lines):
        _take_over(mine, counterpart, own, other, draft)
    else:
        _restate(given_up, mine, counterpart, side, (own, other), draft)


def _gives_up(one: Settled, side: Side) -> bool:
    if side is Side.OURS:
        return one.answered.conceded
    return one.answered.answer.value in {"accept", "correct"}


def _lines(difference: Difference, side: Side) -> tuple[int, ...]:
    return difference.ours_lines if side is Side.OURS else difference.theirs_lines


def _is_pool(difference: Difference) -> bool:
    """Whether the line speaks of many bookings whose claims were rounded one by one."""
    return difference.kind is Kind.ROUNDING and not difference.booking


def _take_over(
    mine: Sequence[int], counterpart: Sequence[int], own: Rows, other: Rows, draft: _Draft
) -> None:
    """Write the booking as the other side has it, under this side's ids."""
    new: list[Mapping[str, str]] = []
    for number, line in enumerate(counterpart):
        kept = own[mine[number]] if number < len(mine) else {}
        taken = other[line]
        values = {**kept, **_taken(taken)}
        values["booking"] = kept.get("booking", "") or taken.get("booking", "")
        draft.renamed[values["booking"]] = taken.get("booking", "")
        new.append(values)
    for number, line in enumerate(mine):
        draft.replaced[line] = new[number : number + 1]
    if mine:
        draft.replaced[mine[-1]] = new[len(mine) - 1 :]
    else:
        draft.added.extend(new)


def _taken(row: Mapping[str, str]) -> dict[str, str]:
    """What is taken over of a row; a moment under either name that a book may have for it."""
    taken = {name: row.get(name, "") for name in _TAKEN_OVER}
    for side in ("arrived", "departed"):
        moment = row.get(f"{side}_at") or row.get(f"{side}_day", "")
        taken |= {f"{side}_at": moment, f"{side}_day": moment}
    return taken


def _restate(
    given_up: Sequence[Settled],
    mine: Sequence[int],
    counterpart: Sequence[int],
    side: Side,
    books: tuple[Rows, Rows],
    draft: _Draft,
) -> None:
    """Keep the dates, and state the days and the money agreed so far on the first row."""
    difference = given_up[0].answered.disputed.difference
    days = difference.theirs_days if side is Side.THEIRS else difference.ours_days
    amount = difference.theirs_amount if side is Side.THEIRS else difference.ours_amount
    days = days or 0
    for one in given_up:
        if side is Side.THEIRS:
            days -= one.withdrawn_days
            amount = amount - one.withdrawn_amount if amount is not None else None
        else:
            days += one.conceded_days
            amount = amount + one.conceded_amount if amount is not None else None
    stated = {"stated_days": str(days), "stated_amount": "" if amount is None else str(amount)}
    own, other = books
    if mine:
        draft.edited[mine[0]] = {**own[mine[0]], **stated}
        for line in mine[1:]:
            draft.edited[line] = {**own[line], "stated_days": "0", "stated_amount": "0"}
        draft.claims.append(own[mine[0]].get("booking", ""))
    else:
        row = {**other[counterpart[0]], **stated}
        draft.added.append(row)
        draft.claims.append(row.get("booking", ""))
