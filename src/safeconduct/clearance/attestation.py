"""Who vouches for a row, and whether that counts: the same question in Python and in SQL."""

from __future__ import annotations

from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case
from safeconduct.engine import identifier, literal
from safeconduct.facts import GROUNDS, OfficeKind


def attested_outside(case: Case, row: Row) -> Truth:
    """True if an office that may vouch for the row, outside the proposing office, does.

    Otherwise unknown, never false: what only the proposer states may be so, and is not known.
    """
    office = case.offices.get(row.text("attested_by"))
    proposer = case.proposer_root
    if office is None or not office.root or not proposer:
        return None
    ground = GROUNDS[row.table]
    may = office.kind in ground.may_vouch(row.text(ground.code_column))
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
    """A relation of the offices: ``office``, ``root`` and whether each may vouch for the table.

    Where that hangs on a row's code, ``may_attest_CODE`` beside it says so for each code.
    """
    ground = GROUNDS[table]
    each = "".join(
        f", {_is_one_of(kinds)} AS {identifier(f'may_attest_{code}')}"
        for code, kinds in ground.attested_by_code.items()
    )
    return f"(SELECT office, root, {_is_one_of(ground.attestors)} AS may_attest{each} FROM offices_known)"  # noqa: S608, E501 - literals only


def _is_one_of(kinds: tuple[OfficeKind, ...]) -> str:
    return f"kind IN ({', '.join(literal(kind) for kind in kinds)})"


def may_attest_sql(table: str, code: str = "") -> str:
    """Whether the office joined as ``a`` may vouch for the row ``t``.

    Args:
        table: the table.
        code: the row's code, where the question is on rows of that code alone.
    """
    ground = GROUNDS[table]
    if code in ground.attested_by_code:
        return f"a.{identifier(f'may_attest_{code}')}"
    if code or not ground.code_column:
        return "a.may_attest"
    cases = " ".join(
        f"WHEN {literal(one)} THEN {may_attest_sql(table, one)}" for one in ground.attested_by_code
    )
    return f"(CASE t.{identifier(ground.code_column)} {cases} ELSE a.may_attest END)"
