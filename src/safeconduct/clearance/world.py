"""What a case is asked against: the moment, the offices, the orders; and the case itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from safeconduct.agreement import Predicate
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row


@dataclass(frozen=True, slots=True)
class OfficeKnown:
    """An office as far as the gate relies on it.

    Attributes:
        kind: what it is; empty where nobody recorded it, or nobody who may vouches for it.
        root: the office at the top of which it is a part; empty where that is not known.
        may_detain: whether it is listed as empowered to detain, with the law that says so.
        row: where it is listed.
    """

    kind: str
    root: str
    may_detain: Truth
    row: Row


@dataclass(frozen=True, slots=True)
class Moment:
    """When the question is asked.

    Attributes:
        now: the instant, aware; facts recorded later are not known.
        today: its day, where the question is asked.
    """

    now: datetime
    today: date


@dataclass(frozen=True, slots=True)
class TouchingOrder:
    """An order that touches a person, or may.

    Attributes:
        row: the order.
        touches: true, or unknown where membership is in doubt.
        stands: whether it is in force; unknown while nobody has verified the report.
        of: for an order on a class, the class; None where it cannot be read.
    """

    row: Row
    touches: Truth
    stands: Truth
    of: Predicate | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one person at the moment.

    Attributes:
        person: the person's row.
        transfer: the transfer's row; an empty one where there is none.
        place: the destination's row; an empty one where there is none.
        tables: rows of the person, by table.
        orders: the orders that touch the person, or may.
        offices: the offices, by name.
        moment: when the question is asked.
    """

    person: Row
    transfer: Row
    place: Row
    tables: Mapping[str, tuple[Row, ...]]
    orders: tuple[TouchingOrder, ...]
    offices: Mapping[str, OfficeKnown]
    moment: Moment

    @property
    def proposer_root(self) -> str:
        """The office at the top of the one that proposes; empty where that is not known."""
        proposer = self.offices.get(self.transfer.text("proposed_by"))
        return proposer.root if proposer else ""
