"""Where postings come from: frozen statements and their corrections, and a file of payments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from safeconduct.basics import Currency, Finding, Message, Money
from safeconduct.compensation.correction import NoteKind, correct
from safeconduct.compensation.frozen import FrozenStatement
from safeconduct.compensation.ledger import Posting, PostingKind
from safeconduct.compensation.rows import Row, Unreadable, read_day, read_number, read_text

POSTINGS_COLUMNS = ("on", "kind", "amount", "reference")

_KIND_OF_SHAPE = {"prepaid": PostingKind.PREPAID, "grant": PostingKind.GRANT}
_KIND_OF_NOTE = {
    NoteKind.CREDIT: PostingKind.CREDIT_NOTE,
    NoteKind.DEBIT: PostingKind.DEBIT_NOTE,
}


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings, and what there is to say of them.

    Attributes:
        made: the postings.
        refused: what kept others from being made.
        findings: what a person should look at in those that were made.
    """

    made: tuple[Posting, ...] = ()
    refused: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


def postings_of(statements: Sequence[FrozenStatement]) -> Postings:
    """The postings of frozen statements of one agreement.

    A first statement is posted whole. One that corrects another is posted by its notes, so that
    nothing is charged twice; the statement that it corrects must be among those given. What days
    draw from a prepaid sum is posted from the last version of each statement. Two last versions
    that charge the same days are posted both and reported, since which of them holds is not known.
    """
    by_digest = {one.digest: one for one in statements}
    corrected = {one.corrects for one in statements if one.corrects}
    made: list[Posting] = []
    refused: list[Finding] = []
    for one in sorted(by_digest.values(), key=lambda frozen: (frozen.issued_on, frozen.digest)):
        if not one.corrects:
            made += _whole(one)
        elif one.corrects in by_digest:
            made += _notes(by_digest[one.corrects], one)
        else:
            message = Message.of(
                "compensation.corrected-statement-missing", digest=one.digest, missing=one.corrects
            )
            refused.append(Finding(message))
        if one.digest not in corrected:
            made += _draws(one)
    last = [one for digest, one in by_digest.items() if digest not in corrected]
    return Postings(tuple(made), tuple(refused), tuple(_charged_twice(last)))


def _charged_twice(last: Sequence[FrozenStatement]) -> Iterator[Finding]:
    charging = sorted(
        (one for one in last if one.lines), key=lambda frozen: (frozen.issued_on, frozen.digest)
    )
    for earlier, later in combinations(charging, 2):
        if span := earlier.period.overlap(later.period):
            yield Finding(
                Message.of(
                    "compensation.ledger-charged-twice",
                    span=str(span),
                    earlier=earlier.digest,
                    later=later.digest,
                )
            )


def posted_by_both(of_statements: Sequence[Posting], of_file: Sequence[Posting]) -> list[Finding]:
    """What a file posts by hand although a frozen statement posts the same.

    A statement posts its own lines, a grant and a sum paid ahead among them. A row of the same kind
    with the same amount, or on the same day, is most likely the same money a second time; a
    reference typed by hand is not the statement's digest, so that it cannot tell.
    """
    return [
        Finding(
            Message.of(
                "compensation.ledger-posted-by-both",
                kind=Message(f"compensation.posting-{by_hand.kind.value}"),
                amount=by_hand.amount,
                on=by_hand.on,
                reference=by_hand.reference,
                digest=frozen.reference,
            )
        )
        for by_hand in of_file
        for frozen in of_statements
        if by_hand.kind is frozen.kind
        and (by_hand.amount == frozen.amount or by_hand.on == frozen.on)
        and by_hand.reference != frozen.reference
    ]


def _whole(frozen: FrozenStatement) -> Iterator[Posting]:
    for kind in (PostingKind.STATEMENT, PostingKind.PREPAID, PostingKind.GRANT):
        lines = [line for line in frozen.lines if kind is _kind(line.shape)]
        if lines:
            amount = sum((line.amount for line in lines), frozen.currency.zero())
            yield Posting(frozen.issued_on, kind, amount, frozen.digest)


def _kind(shape: str) -> PostingKind:
    return _KIND_OF_SHAPE.get(shape, PostingKind.STATEMENT)


def _notes(before: FrozenStatement, after: FrozenStatement) -> Iterator[Posting]:
    for note in correct(before, after):
        yield Posting(after.issued_on, _KIND_OF_NOTE[note.kind], note.total, after.digest)


def _draws(frozen: FrozenStatement) -> Iterator[Posting]:
    for drawn in frozen.drawn:
        yield Posting(frozen.issued_on, PostingKind.DRAW, drawn, frozen.digest)


def read_postings(rows: Iterable[Row], currency: Currency) -> Postings:
    """Read a file of postings: ``on, kind, amount, reference``, and ``currency`` where it has one.

    Args:
        rows: the file's rows.
        currency: the agreement's currency; a row in another one is refused.
    """
    made: list[Posting] = []
    refused: list[Finding] = []
    for row in rows:
        try:
            made.append(_read(row, currency))
        except Unreadable as unreadable:
            refused.append(unreadable.finding)
    return Postings(tuple(made), tuple(refused))


def _read(row: Row, currency: Currency) -> Posting:
    stated = row.cell("currency")
    if stated and stated != currency.code:
        message = Message.of(
            "compensation.posting-in-another-currency", stated=stated[:10], currency=currency.code
        )
        raise Unreadable(row.finding("currency", message))
    return Posting(
        read_day(row, "on"),
        _read_kind(row),
        _read_amount(row, currency),
        read_text(row, "reference"),
    )


def _read_kind(row: Row) -> PostingKind:
    written = read_text(row, "kind")
    try:
        return PostingKind(written)
    except ValueError:
        kinds = ", ".join(PostingKind)
        message = Message.of("compensation.unknown-posting", kind=written[:40], kinds=kinds)
        raise Unreadable(row.finding("kind", message)) from None


def _read_amount(row: Row, currency: Currency) -> Money:
    amount = read_number(row, "amount")
    if amount < 0 or amount != amount.quantize(currency.unit):
        message = Message.of(
            "compensation.posting-amount",
            amount=amount,
            currency=currency.code,
            scale=currency.scale,
        )
        raise Unreadable(row.finding("amount", message))
    return Money(Decimal(amount), currency)
