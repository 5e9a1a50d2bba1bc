"""Who vouches for a row, and whether that counts: the same question in Python and in SQL."""

from __future__ import annotations

from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case
from safeconduct.engine import literal
from safeconduct.facts import GROUNDS


def attested_outside(case: Case, row: Row) -> Truth:
    """True if an office that may vouch for the row, outside the proposing office, does.

    Otherwise unknown, never false: what only the proposer states may be so, and is not known.
    """
    office = case.offices.get(row.text("attested_by"))
    proposer = case.proposer_root
    if office is None or not office.root or not proposer:
        return None
    may = office.kind in GROUNDS[row.table].attestors
    return True if may and office.root != proposer else None


def attested_outside_sql(table: str, kind: str, root: str, proposer_root: str) -> str:
    """The same in SQL.

    Args:
        table: whose attestors count.
        kind: expression of what the vouching office is.
        root: expression of the office at its top.
        proposer_root: expression of the proposing office's top.
    """
    kinds = ", ".join(literal(kind) for kind in GROUNDS[table].attestors)
    return (
        f"CASE WHEN {kind} IN ({kinds}) AND {root} <> '' "
        f"AND {proposer_root} <> '' AND {root} <> {proposer_root} THEN TRUE END"
    )
