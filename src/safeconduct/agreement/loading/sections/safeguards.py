"""The clauses for return, inspection and release."""

from __future__ import annotations

from typing import NamedTuple

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.safeguards import Safeguard, SafeguardKind


class _Clause(NamedTuple):
    says: Words
    citation: Citation


_CLAUSE: Record[_Clause] = Record(
    "safeguard", _Clause, Field("says", WORDS, "What the clause says, in one sentence."), CITED
)


def _safeguards(**clauses: _Clause | None) -> tuple[Safeguard, ...]:
    return tuple(
        Safeguard(SafeguardKind(kind), clause.says, clause.citation)
        for kind, clause in clauses.items()
        if clause is not None
    )


SAFEGUARDS = Record(
    "safeguards",
    _safeguards,
    Field("return", _CLAUSE, "The way back to the sending side.", absent=None),
    Field("inspection", _CLAUSE, "Somebody from outside may enter and look.", absent=None),
    Field("release", _CLAUSE, "How custody ends when it must.", absent=None),
)
