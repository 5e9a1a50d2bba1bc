"""*attested_outside*: somebody outside the proposing office vouches for the row."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import AttestedOutside
from safeconduct.clearance.attestation import attested_outside
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case


@closure_of.register
def _closure(node: AttestedOutside) -> Closure:
    name = f"{node.table}.attested_by"

    def attested(case: Case, row: Row, trace: Trace) -> Truth:
        source = {"persons": case.person, "places": case.place}.get(node.table, row)
        voucher = source.values.get("attested_by")
        trace.append((name, voucher, source))
        office = case.offices.get(voucher) if isinstance(voucher, str) else None
        if office is not None:
            trace.append(("offices.kind", office.kind or None, office.row))
        return attested_outside(case, source)

    return attested


@sql_of.register
def _sql(node: AttestedOutside, writer: Writer) -> str:
    return f"({writer.attested(node.table)})"
