"""What a statement must gather before it can decide: columns of the base, counts per list."""

from __future__ import annotations

from dataclasses import dataclass, field

from safeconduct.agreement.vocabulary import FactRef
from safeconduct.engine import identifier


@dataclass(slots=True)
class ListPlan:
    """What is gathered of one table in a single pass, grouped by person.

    Attributes:
        aggregates: name of the result by aggregate expression.
        joins_attesting: whether it asks which office vouches for a row.
        joins_issuing: whether it asks what the issuing office is empowered to.
        joins_lifts: whether it asks which orders are lifted.
    """

    aggregates: dict[str, str] = field(default_factory=dict)
    joins_attesting: bool = False
    joins_issuing: bool = False
    joins_lifts: bool = False

    def gather(self, expression: str) -> str:
        """The name under which the aggregate stands; asked twice, it is computed once."""
        return self.aggregates.setdefault(expression, f"a{len(self.aggregates)}")


@dataclass(slots=True)
class Plan:
    """Filled while the predicates are written.

    Attributes:
        base: the facts of the person, the transfer and the place that are read.
        lists: by table, what is gathered of it.
        attests_person: whether it asks which office vouches for the person's row.
        empty: tables that are known to have no row; nothing is gathered of them.
    """

    base: dict[str, FactRef] = field(default_factory=dict)
    lists: dict[str, ListPlan] = field(default_factory=dict)
    attests_person: bool = False
    empty: frozenset[str] = frozenset()

    def base_column(self, fact: FactRef) -> str:
        """The base's column for the fact."""
        name = f"{fact.table}__{fact.column}"
        self.base[name] = fact
        return f"b.{identifier(name)}"

    def list_of(self, table: str) -> ListPlan:
        """What is gathered of the table."""
        return self.lists.setdefault(table, ListPlan())

    def gathered(self, table: str, expression: str) -> str:
        """The base statement's name for an aggregate of the table."""
        if table in self.empty:
            return "CAST(NULL AS BIGINT)"
        return f"l_{table}.{self.list_of(table).gather(expression)}"
