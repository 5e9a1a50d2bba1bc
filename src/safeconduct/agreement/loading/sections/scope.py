"""For how long and for whom: the term and the persons covered."""

from __future__ import annotations

from datetime import date

from safeconduct.agreement.agreement import PersonsCovered, Term
from safeconduct.agreement.citation import Citation
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.dated import day_after
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import DAY, word_of
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.parties import LegalStatus


def _term(*, start: date | None, until: date | None, citation: Citation) -> Term:
    return Term(start, day_after(until), citation)


TERM = Record(
    "term",
    _term,
    Field("from", DAY, "First day; left out where the sources do not say.", None, into="start"),
    Field("until", DAY, "Last day; left out where none is set or known.", absent=None),
    CITED,
)

PERSONS_COVERED = Record(
    "persons-covered",
    PersonsCovered,
    Field("statuses", ListOf(word_of(LegalStatus), at_least=1), "Under what title they are held."),
    Field("text", WORDS, "Whom the agreement speaks of."),
    CITED,
)
