"""What came of an act: it was done, or it was refused with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from safeconduct.basics import Finding
from safeconduct.casework.row import KeptRow


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is durable.

    Attributes:
        act: the act's name.
        agreement: the agreement under which it was done.
        entry: the index of its entry in the record; with the leaf hash, its receipt.
        leaf: the entry's leaf hash, in hexadecimal.
        rows: the rows that it stated, as they are kept.
        findings: what somebody should look at.
        again: whether this is the outcome of the same request, sent before.
    """

    act: str
    agreement: str
    entry: int
    leaf: str
    rows: tuple[KeptRow, ...]
    findings: tuple[Finding, ...] = ()
    again: bool = field(default=False, compare=False)

    def key_of(self, table: str) -> str:
        """The key of the first row that the act stated in a table; empty where there is none."""
        return next((row.key for row in self.rows if row.table == table), "")


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that was not done; nothing was written.

    Attributes:
        findings: why, and what would be right.
        denied: whether the actor has no right to it, so that nothing more may be shown.
    """

    findings: tuple[Finding, ...]
    denied: bool = False
