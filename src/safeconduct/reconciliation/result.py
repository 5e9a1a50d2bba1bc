"""The result: totals of both books, their difference, and every line that makes it up."""

from __future__ import annotations

from dataclasses import dataclass, field

from safeconduct.agreement.citation import Words
from safeconduct.basics import AgreementId, Currency, Finding, Money, Period, Severity
from safeconduct.reconciliation.difference import Difference
from safeconduct.reconciliation.entry import Side
from safeconduct.reconciliation.side_by_side import Matched
from safeconduct.reconciliation.totals import BookTotals


@dataclass(frozen=True, slots=True)
class ComparedBook:
    """One side of a reconciliation.

    Attributes:
        side: whose book.
        file: its file, as it was named.
        digest: digest of the file's bytes; empty where it is no file.
        totals: what it comes to.
    """

    side: Side
    file: str
    digest: str
    totals: BookTotals


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Two books held against each other.

    Attributes:
        agreement: the agreement's id.
        title: its title.
        period: the days compared; where no period was asked for, the months of both books.
        asked: whether a period was asked for.
        currency: the currency of every amount.
        terms_hash: digest of the terms.
        ours: our side.
        theirs: their side.
        differences: every difference; their sum is theirs less ours, in days and in money.
        matched: bookings that both books have, alike or not.
        set_aside: rows that enter no total, each with the reason.
        findings: what else a person must look at or should know.
        side_by_side: all rows beside their counterparts, while the session lasts.
    """

    agreement: AgreementId
    title: Words
    period: Period
    asked: bool
    currency: Currency
    terms_hash: str
    ours: ComparedBook
    theirs: ComparedBook
    differences: tuple[Difference, ...]
    matched: int
    set_aside: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    side_by_side: Matched = field(repr=False, compare=False)

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody must look: at a difference, a row set aside, or what was found."""
        asks = any(one.severity is Severity.ATTENTION for one in self.findings)
        return bool(self.differences or self.set_aside) or asks

    @property
    def days(self) -> int:
        """Their days less ours."""
        return self.theirs.totals.days - self.ours.totals.days

    @property
    def amount(self) -> Money:
        """Their money less ours."""
        return self.theirs.totals.amount - self.ours.totals.amount
