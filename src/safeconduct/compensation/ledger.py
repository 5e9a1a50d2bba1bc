"""The ledger: what was charged, corrected, paid ahead, paid, granted, disputed. It only grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.basics import Currency, Finding, Message, Money


class Account(StrEnum):
    """Where money stands, from the paying side."""

    CHARGED = "charged"
    """Owed by statements, less credit notes."""

    DUE = "due"
    """Charged and not yet paid or set off. Below zero: more was paid than charged."""

    DISPUTED = "disputed"
    """Due, and held back until a dispute is settled."""

    PAID = "paid"
    """Money that has gone to the other side."""

    AHEAD = "ahead"
    """Paid ahead and not yet used. Below zero: more was used than was paid ahead."""

    GRANTED = "granted"
    """Granted under conditions. No day draws on it."""


class PostingKind(StrEnum):
    """What happened. Each kind takes from one account and gives to another."""

    STATEMENT = "statement"
    CREDIT_NOTE = "credit-note"
    DEBIT_NOTE = "debit-note"
    PAYMENT = "payment"
    ADVANCE = "advance"
    PREPAID = "prepaid"
    SET_OFF = "set-off"
    DRAW = "draw"
    GRANT = "grant"
    DISPUTE = "dispute"
    DISPUTE_SETTLED = "dispute-settled"


@dataclass(frozen=True, slots=True)
class Effect:
    """How a posting moves two accounts, each by its amount up (+1) or down (-1)."""

    first: Account
    first_sign: int
    second: Account
    second_sign: int


EFFECTS: Mapping[PostingKind, Effect] = {
    PostingKind.STATEMENT: Effect(Account.CHARGED, +1, Account.DUE, +1),
    PostingKind.DEBIT_NOTE: Effect(Account.CHARGED, +1, Account.DUE, +1),
    PostingKind.CREDIT_NOTE: Effect(Account.CHARGED, -1, Account.DUE, -1),
    PostingKind.PAYMENT: Effect(Account.PAID, +1, Account.DUE, -1),
    PostingKind.ADVANCE: Effect(Account.PAID, +1, Account.AHEAD, +1),
    PostingKind.PREPAID: Effect(Account.AHEAD, +1, Account.DUE, +1),
    PostingKind.SET_OFF: Effect(Account.AHEAD, -1, Account.DUE, -1),
    PostingKind.DRAW: Effect(Account.AHEAD, -1, Account.CHARGED, +1),
    PostingKind.GRANT: Effect(Account.GRANTED, +1, Account.DUE, +1),
    PostingKind.DISPUTE: Effect(Account.DUE, -1, Account.DISPUTED, +1),
    PostingKind.DISPUTE_SETTLED: Effect(Account.DISPUTED, -1, Account.DUE, +1),
}
"""The double entry of each kind. ``charged + ahead + granted = due + disputed + paid`` holds
before a posting and after it, whatever the posting."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One entry. It is never changed; a mistake is undone by a further entry.

    Attributes:
        on: its day.
        kind: what happened.
        amount: how much; never below zero.
        reference: what it rests on: the digest of a statement, the number of a payment.
    """

    on: date
    kind: PostingKind
    amount: Money
    reference: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Postings in one currency, in the order in which they were made."""

    currency: Currency
    postings: tuple[Posting, ...] = ()

    def post(self, *postings: Posting) -> Ledger:
        """The ledger with further postings at its end.

        Raises:
            ValueError: for a posting in another currency, or an amount below zero.
        """
        for posting in postings:
            if posting.amount < self.currency.zero():
                raise ValueError(f"{posting.amount} is below zero")
        return Ledger(self.currency, (*self.postings, *postings))

    def until(self, day: date) -> Ledger:
        """The ledger as of a day: postings on it and before."""
        return Ledger(self.currency, tuple(one for one in self.postings if one.on <= day))

    def balance(self, account: Account) -> Money:
        """What stands on the account."""
        balance = self.currency.zero()
        for posting in self.postings:
            for moved, sign in _moves(posting.kind):
                if moved is account:
                    balance = balance + (posting.amount if sign > 0 else -posting.amount)
        return balance

    def total(self, kind: PostingKind) -> Money:
        """The sum of the postings of a kind."""
        amounts = (one.amount for one in self.postings if one.kind is kind)
        return sum(amounts, self.currency.zero())


def _moves(kind: PostingKind) -> Iterator[tuple[Account, int]]:
    effect = EFFECTS[kind]
    yield effect.first, effect.first_sign
    yield effect.second, effect.second_sign


def ledger_findings(ledger: Ledger) -> Iterator[Finding]:
    """What a person must look at: overdrawn accounts, open disputes, one thing posted twice."""
    zero = ledger.currency.zero()
    for account, code in (
        (Account.AHEAD, "compensation.ledger-ahead-overdrawn"),
        (Account.DUE, "compensation.ledger-overpaid"),
        (Account.DISPUTED, "compensation.ledger-dispute-oversettled"),
    ):
        balance = ledger.balance(account)
        if balance < zero:
            yield Finding(Message(code, {"amount": -balance}))
    disputed = ledger.balance(Account.DISPUTED)
    if zero < disputed:
        yield Finding(Message.of("compensation.ledger-disputed", amount=disputed))
    yield from _twice(ledger.postings)


def _twice(postings: Iterable[Posting]) -> Iterator[Finding]:
    seen: set[tuple[PostingKind, str]] = set()
    for posting in postings:
        key = (posting.kind, posting.reference)
        if posting.reference and key in seen:
            yield Finding(
                Message.of(
                    "compensation.ledger-posted-twice",
                    kind=posting.kind.value,
                    reference=posting.reference,
                )
            )
        seen.add(key)
