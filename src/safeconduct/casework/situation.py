"""All that an act's plan may look at: what is known, who acts, and when it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.finding import Parameter
from safeconduct.casework.ports import Names, Transaction
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.terms import terms_in_force
from safeconduct.policy import Actor


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known when an act is planned, under the write lock.

    Attributes:
        view: what is known under the agreement.
        actor: who acts.
        office: the office from which the actor acts under this agreement; empty without one.
        now: the instant at which the act will be recorded.
        names: new keys.
    """

    view: Transaction
    actor: Actor
    office: str
    now: datetime
    names: Names

    @property
    def terms(self) -> Agreement | None:
        """The agreement's terms in force; None before it is adopted."""
        return terms_in_force(self.view)

    def case_of(self, person: str) -> str:
        """The random identifier under which the record keeps the person's entries."""
        row = self.view.row("cases", person)
        return row.text("case") if row is not None else ""

    def attested(self, source: str = "") -> dict[str, Cell]:
        """Who vouches for a row that is stated now: the actor's office, never another."""
        return {"attested_by": self.office or None, "source": source or None}

    def known(self, table: str, key: str) -> KeptRow | Finding:
        """The row that somebody named, or the finding that there is none."""
        row = self.view.row(table, key)
        if row is None:
            return fault("casework.no-such-row", table, key=key[:80], table=table)
        return row


def fault(code: str, field: str = "", /, **parameters: Parameter) -> Finding:
    """Something that stands in an act's way, at the field that it is about."""
    return Finding(Message(code, parameters), Severity.ERROR, Location(column=field or None))


def notice(code: str, field: str = "", /, **parameters: Parameter) -> Finding:
    """Something that somebody should look at; it stands in nobody's way."""
    return Finding(Message(code, parameters), Severity.ATTENTION, Location(column=field or None))
