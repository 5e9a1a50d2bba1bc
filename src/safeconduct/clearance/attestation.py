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


def attested_outside_sql(may_attest: str, root: str, proposer_root: str) -> str:
    """The same in SQL.

    Args:
        may_attest: expression of whether the office is of a kind that may vouch for the table.
        root: expression of the office at its top.
        proposer_root: expression of the proposing office's top.
    """
    return (
        f"CASE WHEN {may_attest} AND {root} <> '' AND {proposer_root} <> '' "
        f"AND {root} <> {proposer_root} THEN TRUE END"
    )


def attestors_sql(table: str) -> str:
    """A relation of the offices: ``office``, ``root`` and whether each may vouch for the table."""
    kinds = ", ".join(literal(kind) for kind in GROUNDS[table].attestors)
    return f"(SELECT office, root, kind IN ({kinds}) AS may_attest FROM offices_known)"  # noqa: S608 - literals only
