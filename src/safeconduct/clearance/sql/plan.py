"""What a statement must gather before it can decide: columns of the base, counts per list."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from safeconduct.agreement.vocabulary import FactRef
from safeconduct.engine import identifier
from safeconduct.engine.three_valued import flags

A_MASK = 31
"""Questions in a mask, two bits each."""


class Join(Enum):
    """What is joined to a list, where a predicate on its rows asks for it."""

    ATTESTING = auto()
    """The office that vouches for a row."""

    ATTESTING_PLACE = auto()
    """The office that vouches for what is said of the destination."""

    ISSUING = auto()
    """The office that issued what the row tells of."""

    LIFTS = auto()
    """The lifts of an order, and the office that denies it."""


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What is gathered of one table in a single pass, grouped by person.

    Attributes:
        aggregates: name of the result by aggregate expression.
        questions: predicates on a row, in the order in which they stand in the masks.
        joins: what is joined.
    """

    aggregates: dict[str, str] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)
    joins: set[Join] = field(default_factory=set)

    def gather(self, expression: str) -> str:
        """The name under which the aggregate stands; asked twice, it is computed once."""
        return self.aggregates.setdefault(expression, f"a{len(self.aggregates)}")

    def ask(self, predicate: str) -> int:
        """The place of a question on a row; asked twice, it is put once."""
        return self.questions.setdefault(predicate, len(self.questions))

    def results(self) -> list[str]:
        """What is selected: the masks, then the aggregates."""
        asked = list(self.questions)
        masks = []
        for number, first in enumerate(range(0, len(asked), A_MASK)):
            held = asked[first : first + A_MASK]
            bits = " | ".join(f"({flags(one, place)})" for place, one in enumerate(held))
            masks.append(f"bit_or(CAST({bits} AS BIGINT)) AS m{number}")
        return [
            *masks,
            *(f"{expression} AS {name}" for expression, name in self.aggregates.items()),
        ]


@dataclass(frozen=True, slots=True)
class Plan:
    """Filled while the predicates are written.

    Attributes:
        base: the facts of the person, the transfer and the place that are read.
        lists: by table, what is gathered of it.
        base_joins: what is joined to the person's row.
        empty: tables that are known to have no row; nothing is gathered of them.
    """

    base: dict[str, FactRef] = field(default_factory=dict)
    lists: dict[str, ListPlan] = field(default_factory=dict)
    base_joins: set[Join] = field(default_factory=set)
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

    def asked(self, table: str, predicate: str) -> tuple[str, str]:
        """Two numbers: above zero where some row satisfies, where for some row it is unknown."""
        if table in self.empty:
            return "CAST(NULL AS BIGINT)", "CAST(NULL AS BIGINT)"
        number, place = divmod(self.list_of(table).ask(predicate), A_MASK)
        mask = f"l_{table}.m{number}"
        return f"({mask} & {1 << (2 * place)})", f"({mask} & {2 << (2 * place)})"
