"""What cannot be true of rows together: references to nothing, answers that contradict, and terms.

Each check asks in SQL what a file of the same name under ``bundle`` or ``terms`` asks row by row.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement import Agreement
from safeconduct.basics import Message
from safeconduct.clearance.bulk.cells import no_jurisdiction
from safeconduct.clearance.bulk.checks import Check, plain, whose
from safeconduct.clearance.bundle.answers import ANSWERS, Answers
from safeconduct.clearance.sql.writer import instant
from safeconduct.clearance.terms import CODED, codes_of_parties, is_between_fictitious
from safeconduct.clearance.world import Moment
from safeconduct.engine import identifier, literal
from safeconduct.facts import STATE_SUFFIX, TABLES, Column, FactType, Table
from safeconduct.facts.fictitious import FICTITIOUS


def references(filled: frozenset[str]) -> Iterator[Check]:
    """Every cell that names a row that is not there.

    Args:
        filled: the tables that have a file.
    """
    for table in TABLES.values():
        if table.name in filled:
            for column in table.columns:
                if column.type is FactType.REFERENCE and column.refers_to:
                    yield _reference(table, column)


def _reference(table: Table, column: Column) -> Check:
    name, target = identifier(column.name), TABLES[column.refers_to]
    lost = (
        f"SELECT {whose(table)} AS named, t.line, t.{name} AS told "  # noqa: S608 - declared names
        f"FROM {identifier(table.name)} t ANTI JOIN {identifier(target.name)} k "
        f"ON t.{name} = k.{identifier(target.key)} WHERE t.{name} IS NOT NULL"
    )
    return Check(
        table.name, column.name, _of_somebody(lost),
        lambda told: Message.of("clearance.reference-to-nothing", key=told, table=target.name),
    )  # fmt: skip


def _of_somebody(found: str) -> str:
    """The person named, if there is such a person; else it may concern anybody."""
    return (
        f"SELECT p.person AS person, f.line, f.told FROM ({found}) f "  # noqa: S608 - names, literals
        "LEFT JOIN persons p ON f.named = p.person"
    )


def order_faults() -> Iterator[Check]:
    """Orders lifted before they were given, and orders on a destination that is nowhere."""
    lifted = (
        "SELECT l.person AS named, l.line, "
        'l."order" || \' \' || o."order" AS told FROM orders l '
        'JOIN orders o ON l.lifts = o."order" WHERE l.issued_at < o.issued_at'
    )
    yield Check("orders", "issued_at", _of_somebody(lifted), _lifted_before)
    nowhere = (
        "SELECT o.person AS named, o.line, o.destination AS told FROM orders o "  # noqa: S608 - literals
        "ANTI JOIN places k ON o.destination = k.place "
        f"WHERE o.destination IS NOT NULL AND {no_jurisdiction('o.destination')}"
    )
    yield Check(
        "orders", "destination", _of_somebody(nowhere),
        lambda told: Message.of("clearance.destination-nowhere", destination=told),
    )  # fmt: skip


def _lifted_before(told: str) -> Message:
    lift, _, order = told.partition(" ")
    return Message.of("clearance.lifted-before-issued", lift=lift, order=order)


def answers(filled: frozenset[str]) -> Iterator[Check]:
    """Every contrary answer that a favourable one does not come after."""
    for asked in ANSWERS:
        if asked.table in filled:
            yield _contrary(asked)


def _contrary(asked: Answers) -> Check:
    table, answer, given = map(identifier, (asked.table, asked.answer, asked.given))
    against = ", ".join(map(literal, sorted(asked.contrary)))
    same = " AND ".join(
        f"c.{identifier(column)} IS NOT DISTINCT FROM f.{identifier(column)}"
        for column in ("person", *asked.question)
    )
    # A favourable answer stands beside each, and none of the favourable ones is certainly later.
    query = (
        f"SELECT c.person, c.line, '' AS told FROM {table} c JOIN {table} f ON {same} "  # noqa: S608 - declared names, literals
        f"WHERE c.{answer} IN ({against}) AND f.{answer} NOT IN ({against}) "
        f"GROUP BY c.person, c.line HAVING count_if((f.{given} > c.{given}) IS TRUE) = 0"
    )
    say = plain("clearance.answers-contradict", column=asked.answer)
    return Check(asked.table, asked.answer, query, say)


def out_of_our_hands(moment: Moment) -> Iterator[Check]:
    """Persons on a transfer who were released, or whose custody was handed over on it."""
    for table, column, code in (
        ("persons", "released_at", "clearance.released-already"),
        ("persons", "taken_in_charge_at", "clearance.handed-over-already"),
        ("transfers", "handed_over_at", "clearance.handed-over-already"),
    ):
        row = "p" if table == "persons" else "r"
        query = (
            f"SELECT p.person, {row}.line, '' AS told FROM persons p "  # noqa: S608 - declared names
            f"JOIN transfers r ON p.transfer = r.transfer "
            f"WHERE {row}.{column} <= {instant(moment.now)}"
        )
        yield Check(table, column, query, plain(code))


def outside_the_parties(agreement: Agreement) -> Iterator[Check]:
    """Persons on a transfer that does not run between the parties of the agreement."""
    codes = codes_of_parties(agreement)
    if len(codes) < 2:
        return
    named = ", ".join(map(literal, sorted(codes)))
    for side in ("sending", "receiving"):
        query = (
            f"SELECT p.person, r.line, r.{side} AS told FROM persons p "  # noqa: S608 - declared names, literals
            "JOIN transfers r ON p.transfer = r.transfer "
            f"WHERE r.{side} NOT IN ({named}) AND r.{side}{STATE_SUFFIX} NOT IN ({named})"
        )
        yield Check(
            "transfers", side, query,
            lambda told: Message.of("clearance.not-a-party", side=told, agreement=agreement.id),
        )  # fmt: skip


def codes_of_no_state(agreement: Agreement, filled: frozenset[str]) -> Iterator[Check]:
    """Codes of fictitious States, under an agreement that is between real ones."""
    if is_between_fictitious(agreement):
        return
    listed = ", ".join(map(literal, sorted(FICTITIOUS)))
    for name, columns in CODED.items():
        for column in columns if name in filled else ():
            code = identifier(column)
            query = (
                f"SELECT {whose(TABLES[name])} AS person, t.line, t.{code} AS told "  # noqa: S608 - declared names, literals
                f"FROM {identifier(name)} t ANTI JOIN places k ON t.{code} = k.place "
                f"WHERE left(t.{code}, 2) IN ({listed})"
            )
            yield Check(
                name, column, query,
                lambda told: Message.of("clearance.code-of-no-state", text=told),
            )  # fmt: skip


def not_covered(agreement: Agreement) -> Iterator[Check]:
    """Persons of a legal status of which the agreement does not speak."""
    covered = sorted(str(status) for status in agreement.persons_covered.statuses)
    listed = ", ".join(map(literal, covered))
    among = f"legal_status NOT IN ({listed})" if covered else "legal_status IS NOT NULL"
    query = f"SELECT person, line, '' AS told FROM persons WHERE {among}"  # noqa: S608 - literals
    say = plain("clearance.not-covered", agreement=agreement.id, covered=", ".join(covered))
    yield Check("persons", "legal_status", query, say)
