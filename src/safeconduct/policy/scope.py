"""What an actor may read under an agreement: the one source from which every query takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from safeconduct.policy.bounds import Bound, covers, limits_of, names_enough
from safeconduct.policy.readings import OWNED_BY, READINGS
from safeconduct.policy.relations import Actor, Relation, Subject
from safeconduct.policy.roles import Role
from safeconduct.policy.sights import Sight


@dataclass(frozen=True, slots=True)
class Reach:
    """What one relation lets its holder read.

    Attributes:
        relation: the relation; for what everybody reads, one of the public.
        bound: how far it reaches.
        sights: what it sees, by table.
    """

    relation: Relation
    bound: Bound
    sights: Mapping[str, tuple[Sight, ...]]

    @property
    def limits(self) -> Mapping[str, str]:
        """What rows must bear to be reached, by attribute of :class:`Subject`; none for all.

        ``nationality_asked`` must contain its value, every other attribute equal it. A row of a
        transfer that speaks of no person is reached through the person whose transfer it is.
        """
        return limits_of(self.relation, self.bound)

    def of(self, table: str) -> tuple[Sight, ...]:
        """What it sees of a table."""
        return self.sights.get(table, ())

    def covers(self, subject: Subject) -> bool:
        """Whether it reaches the subject."""
        return covers(self.relation, self.bound, subject)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an actor may read under an agreement; nothing but this is ever queried.

    Attributes:
        agreement: the agreement.
        reaches: what each relation lets the actor read; a column is seen when one of them that
            reaches the row sees it, so that two relations never lend each other their reach.
    """

    agreement: str
    reaches: tuple[Reach, ...]

    @property
    def tables(self) -> frozenset[str]:
        """Every table of which something may be seen."""
        return frozenset(table for reach in self.reaches for table in reach.sights)

    def reaching(self, table: str) -> tuple[Reach, ...]:
        """The reaches that see something of a table: a row is queried if one of them covers it."""
        return tuple(reach for reach in self.reaches if reach.of(table))

    def columns(self, table: str, subject: Subject) -> frozenset[str]:
        """The columns that may be seen of a row, if its codes allow."""
        sights = self._sights(table, subject)
        return frozenset(column for sight in sights for column in sight.columns)

    def shown(
        self, table: str, subject: Subject, values: Mapping[str, object]
    ) -> dict[str, object] | None:
        """What may be seen of a row; None where the row itself may not be seen.

        Args:
            table: the row's table.
            subject: whom and what the row concerns; the office to which it belongs is read off the
                row.
            values: the row's values, by column.
        """
        owner = values.get(OWNED_BY.get(table, ""))
        if isinstance(owner, str):
            subject = replace(subject, office=owner)
        sights = [sight for sight in self._sights(table, subject) if sight.sees(values)]
        if not sights:
            return None
        return {
            column: value
            for column, value in values.items()
            if any(column in sight.columns for sight in sights)
        }

    def _sights(self, table: str, subject: Subject) -> Iterable[Sight]:
        if subject.agreement != self.agreement:
            return ()
        reaching = (reach for reach in self.reaching(table) if reach.covers(subject))
        return (sight for reach in reaching for sight in reach.of(table))


def readable(actor: Actor, agreement: str) -> Scope:
    """What the actor may read under an agreement."""
    held = (*actor.relations_in(agreement), Relation(Role.PUBLIC, agreement))
    return Scope(
        agreement,
        tuple(
            Reach(relation, bound, _by_table(relation.role, bound))
            for relation in held
            for bound in READINGS.get(relation.role, {})
            if names_enough(relation, bound)
        ),
    )


@cache
def _by_table(role: Role, bound: Bound) -> Mapping[str, tuple[Sight, ...]]:
    grouped: dict[str, tuple[Sight, ...]] = {}
    for sight in READINGS[role][bound]:
        grouped[sight.table] = (*grouped.get(sight.table, ()), sight)
    return MappingProxyType(grouped)
