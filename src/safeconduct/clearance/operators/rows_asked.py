"""Asking every row of a list, and keeping as evidence the rows that decide."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.clearance.compiling import Closure, Read, Trace
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case


def ask_rows(rows: Iterable[Row], predicate: Closure, case: Case, trace: Trace) -> Truth:
    """Whether the predicate holds for some row of a list known as whole.

    Every row is asked. The trace keeps what was read in the rows with the deciding answer: the
    true ones, else the unknown ones, else all.
    """
    read: dict[Truth, list[Read]] = {True: [], None: [], False: []}
    found: set[Truth] = set()
    for row in rows:
        noted: Trace = []
        truth = predicate(case, row, noted)
        found.add(truth)
        read[truth] += noted
    answer: Truth = True if True in found else None if None in found else False
    trace.extend(read[answer])
    return answer
