"""The whole statement: one row a person, one column a condition, and the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement import Condition
from safeconduct.clearance.attestation import attestors_sql
from safeconduct.clearance.compiling import sql_of
from safeconduct.clearance.orders import OrderBook
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.sql.orders import lifted_orders
from safeconduct.clearance.sql.plan import Join, ListPlan, Plan
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Moment
from safeconduct.engine import identifier, literal

CODES = {
    Verdict.TRUE: 1,
    Verdict.FALSE: 2,
    Verdict.UNKNOWN: 4,
    Verdict.NOT_APPLICABLE: 8,
}
"""What a verdict column holds: one bit each, so that the columns of a person OR to the outcome."""

VERDICTS = {code: verdict for verdict, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the names of its condition columns, in the order of the conditions."""

    text: str
    columns: tuple[str, ...]


def write_statement(
    conditions: Sequence[Condition],
    moment: Moment,
    book: OrderBook,
    law_as_of: date,
    *,
    held_back: bool = False,
    empty: frozenset[str] = frozenset(),
) -> Statement:
    """Write the statement that asks every person.

    The tables are those of a case bundle as known at the moment, with ``offices_known`` (office,
    kind, root, may_detain) beside them.

    Args:
        conditions: what is asked.
        moment: when.
        book: the orders.
        law_as_of: the day whose terms apply.
        held_back: whether something about the bundle keeps everybody undetermined at best.
        empty: tables that are known to have no row, so that they need not be read.
    """
    plan = Plan(empty=empty)
    writer = Writer(plan, moment, book)
    columns = tuple(f"c{number}" for number, _ in enumerate(conditions))
    verdicts = [
        f"{_verdict(condition, writer, law_as_of)} AS {column}"
        for condition, column in zip(conditions, columns, strict=True)
    ]
    read = {table: gathered for table, gathered in plan.lists.items() if table not in empty}
    lists = [_list(table, gathered, writer) for table, gathered in read.items()]
    joined = " ".join(f"LEFT JOIN l_{table} ON l_{table}.n = b.n" for table in read)
    head = ", ".join(["b.person", "b.transfer", *verdicts])
    asked = f"SELECT {head} FROM base b {joined}"  # noqa: S608 - names and literals only
    # The base is read once for itself and once for each list; kept, it is computed only once.
    kept = "MATERIALIZED" if lists else "NOT MATERIALIZED"
    gathered = "".join(f", {one}" for one in lists)
    text = (
        f"WITH base AS {kept} ({_base(plan)}){gathered}, "  # noqa: S608 - names, literals
        f"asked AS ({asked}) "
        f"SELECT *, {_outcome(columns, held_back=held_back)} AS outcome FROM asked"
    )
    return Statement(text, columns)


def _code(verdict: Verdict) -> str:
    return f"{CODES[verdict]}::UTINYINT"


def _verdict(condition: Condition, writer: Writer, law_as_of: date) -> str:
    if not condition.is_law_on(law_as_of):
        return _code(Verdict.NOT_APPLICABLE)
    required = sql_of(condition.require, writer)
    cases, certain = "", ""
    if condition.applies_when is not None:
        applies = sql_of(condition.applies_when, writer)
        cases = f"WHEN ({applies}) IS FALSE THEN {_code(Verdict.NOT_APPLICABLE)} "
        certain = f" AND ({applies}) IS TRUE"
    return (
        f"CASE {cases}WHEN {required} THEN {_code(Verdict.TRUE)} "
        f"WHEN ({required}) IS FALSE{certain} THEN {_code(Verdict.FALSE)} "
        f"ELSE {_code(Verdict.UNKNOWN)} END"
    )


def _outcome(columns: Sequence[str], *, held_back: bool) -> str:
    all_seen = f"({' | '.join(columns)})" if columns else "0"

    def seen(verdict: Verdict) -> str:
        return f"({all_seen} & {CODES[verdict]}) > 0"

    best = Outcome.UNDETERMINED if held_back else Outcome.NO_BAR_FOUND
    return (
        f"CASE WHEN {seen(Verdict.FALSE)} THEN {literal(Outcome.BARRED.value)} "
        f"WHEN {seen(Verdict.UNKNOWN)} OR NOT {seen(Verdict.TRUE)} "
        f"THEN {literal(Outcome.UNDETERMINED.value)} ELSE {literal(best.value)} END"
    )


def _base(plan: Plan) -> str:
    aliases = {"persons": "p", "transfers": "r", "places": "g"}
    columns = [
        f"{aliases[fact.table]}.{identifier(fact.column)} AS {identifier(name)}"
        for name, fact in sorted(plan.base.items())
    ]
    joins = [
        "LEFT JOIN transfers r ON p.transfer = r.transfer",
        "LEFT JOIN offices_known f ON r.proposed_by = f.office",
    ]
    vouched = Join.ATTESTING_PLACE in plan.base_joins
    if vouched or any(fact.table == "places" for fact in plan.base.values()):
        joins.append("LEFT JOIN places g ON r.destination = g.place")
    if vouched:
        columns += ["ga.may_attest AS place_may_attest", "ga.root AS place_root"]
        joins.append(f"LEFT JOIN {attestors_sql('places')} ga ON g.attested_by = ga.office")
    if Join.ATTESTING in plan.base_joins:
        columns += ["pa.may_attest AS person_may_attest", "pa.root AS person_root"]
        joins.append(f"LEFT JOIN {attestors_sql('persons')} pa ON p.attested_by = pa.office")
    # Lists are grouped and joined by the number of the person's row: a number is cheaper than a
    # name.
    number = ["row_number() OVER () AS n"] if plan.lists.keys() - plan.empty else []
    selected = ", ".join(["p.person", "p.transfer", "f.root AS proposer_root", *number, *columns])
    joined = " ".join(joins)
    return f"SELECT {selected} FROM persons p {joined}"  # noqa: S608 - names only


def _list(table: str, gathered: ListPlan, writer: Writer) -> str:
    joins = ["JOIN base b ON b.person = t.person"]
    if Join.ATTESTING in gathered.joins:
        joins.append(f"LEFT JOIN {attestors_sql(table)} a ON t.attested_by = a.office")
    if Join.ISSUING in gathered.joins:
        joins.append("LEFT JOIN offices_known i ON t.issued_by = i.office")
    if Join.LIFTS in gathered.joins:
        joins.append(f'LEFT JOIN ({lifted_orders(writer)}) lifted ON lifted.lifts = t."order"')
        joins.append("LEFT JOIN offices_known r ON t.verified_by = r.office")
    counts = ", ".join(gathered.results())
    return (
        f"l_{table} AS (SELECT b.n AS n, {counts} "  # noqa: S608 - names, literals
        f"FROM {identifier(table)} t {' '.join(joins)} GROUP BY b.n)"
    )
