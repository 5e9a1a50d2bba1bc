"""Where facts stand in a statement: in the base, or in the row of a list that is being counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from safeconduct.agreement.vocabulary import Clock, ClosedBy, FactRef, Moment, Value
from safeconduct.agreement.vocabulary.references import JOINED
from safeconduct.clearance.attestation import attested_outside_sql, may_attest_sql
from safeconduct.clearance.orders import OrderBook
from safeconduct.clearance.spans import later_by_sql
from safeconduct.clearance.sql.plan import Join, Plan
from safeconduct.clearance.world import Moment as Asked
from safeconduct.engine import identifier, literal
from safeconduct.engine.three_valued import count_true
from safeconduct.facts import GROUNDS

PROPOSER_ROOT = "b.proposer_root"
ENDLESS = 2**62
"""Stands for the number of entries of a search that does not say how many it found."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Three numbers of a list, above zero where it has rows, some that satisfy, some unknown."""

    rows: str
    true: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes facts, and notes on the plan what they need.

    Attributes:
        plan: what the statement must gather.
        asked: when the question is asked.
        book: the orders that are not on one person.
        table: the list whose row is at hand; empty in the base.
    """

    plan: Plan
    asked: Asked
    book: OrderBook
    table: str = ""

    def fact(self, fact: FactRef) -> str:
        """The fact as an expression."""
        if fact.table in JOINED:
            return self.plan.base_column(fact)
        if fact.column == "issuer_empowered":
            self.plan.list_of(self.table).joins.add(Join.ISSUING)
            return "i.may_detain"
        return f"t.{identifier(fact.column)}"

    def value(self, value: Value) -> str:
        """A literal."""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        return literal(value)

    def moment(self, moment: Moment) -> str:
        """A fact, or the moment of the question."""
        if isinstance(moment, FactRef):
            return self.fact(moment)
        return instant(self.asked.now) if moment is Clock.NOW else literal(self.asked.today)

    def attested(self, table: str, code: str = "") -> str:
        """Whether the row, or the person's or the destination's, is vouched for from outside."""
        if table == "persons":
            self.plan.base_joins.add(Join.ATTESTING)
            return attested_outside_sql("b.person_may_attest", "b.person_root", PROPOSER_ROOT)
        if table == "places":
            self.plan.base_joins.add(Join.ATTESTING_PLACE)
            return attested_outside_sql("b.place_may_attest", "b.place_root", PROPOSER_ROOT)
        self.plan.list_of(self.table).joins.add(Join.ATTESTING)
        return attested_outside_sql(may_attest_sql(table, code), "a.root", PROPOSER_ROOT)

    def in_list(self, table: str) -> Writer:
        """The writer for the rows of a list."""
        return replace(self, table=table)

    def count(self, table: str, predicate: Callable[[Writer], str]) -> Counts:
        """Have a question put to the rows of a list."""
        true, unknown = self.plan.asked(table, predicate(self.in_list(table)))
        has_rows, _ = self.plan.asked(table, "TRUE")
        return Counts(has_rows, true, unknown)

    def closed(self, table: str, closed_by: ClosedBy) -> str:
        """Whether the list is closed: true or unknown."""
        register = literal(closed_by.register)
        inner = self.in_list("searches")
        now = instant(self.asked.now)
        fresh = later_by_sql("t.searched_at", closed_by.within, is_day=False)
        counting = (
            f"t.register = {register} AND t.complete AND t.searched_at <= {now} "
            f"AND {now} <= {fresh} AND t.found IS NOT NULL "
            f"AND {inner.attested('searches', closed_by.register)}"
        )
        about = f"(t.register = {register} OR t.register IS NULL)"
        searches, _ = self.plan.asked("searches", counting)
        most = self.plan.gathered("searches", f"max(coalesce(t.found, {ENDLESS})) FILTER ({about})")
        listed = self._listed(table, register)
        return (
            f"(CASE WHEN coalesce({searches}, 0) > 0 "
            f"AND coalesce({most}, 0) <= coalesce({listed}, 0) THEN TRUE END)"
        )

    def _listed(self, table: str, register: str) -> str:
        column = GROUNDS[table].register_column
        if not column:
            return self.plan.gathered(table, "count(*)")
        return self.plan.gathered(table, count_true(f"t.{identifier(column)} = {register}"))


def instant(moment: datetime) -> str:
    """An aware instant as a UTC timestamp literal."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return f"TIMESTAMP '{utc.isoformat(sep=' ')}'"
