"""Statements to typeset: one with everything on it, and a short one."""

from __future__ import annotations

from datetime import date

from safeconduct.agreement import Agreement, load
from safeconduct.basics import Lang
from safeconduct.compensation import (
    InputFile,
    Inputs,
    Note,
    Statement,
    bill,
    correct,
    freeze,
    read_frozen,
)
from safeconduct.documents import Document, Provenance, statement_document
from tests.compensation.inputs import acts, indices, period, places

TILBURG = load("be-nl-2009-tilburg")
ISSUED = date(2012, 1, 15)
ENGLISH, SPANISH = Lang("en"), Lang("es")
COMMAND = "safeconduct invoice --agreement be-nl-2009-tilburg --period 2011 --places places.csv"

INDEX = "\n".join(f"nl-finance-justice {year} 1.5" for year in range(2005, 2010))


def full() -> Statement:
    """A year with a cap exceeded, unknown days, a missing index, acts and an assumed factor."""
    inputs = Inputs(
        places=places("2011-01-01..2011-06-30 650\n2011-07-01..2011-10-31 690"),
        acts=acts("transport 2011-03-03 12", "transport"),
        indices=indices(INDEX),
        files=(InputFile("places", "places.csv", "sha256:" + "ab" * 32),),
    )
    return bill(TILBURG, period("2011"), inputs)


def correction_of(statement: Statement) -> tuple[Note, ...]:
    """The notes that lead to it from a statement of 600 places."""
    earlier = bill(TILBURG, statement.period, Inputs(places=places("2011-01-01 600")))
    return correct(*(read_frozen(freeze(one, ISSUED)) for one in (earlier, statement)))


def provenance(statement: Statement, command: str = COMMAND) -> Provenance:
    content = freeze(statement, ISSUED)
    digest = read_frozen(content).digest
    return Provenance(ISSUED, command, "safeconduct 0.1.0", content.decode(), digest)


def document(
    statement: Statement,
    lang: Lang = ENGLISH,
    agreement: Agreement = TILBURG,
    notes: tuple[Note, ...] = (),
    command: str = COMMAND,
) -> Document:
    return statement_document(statement, agreement, provenance(statement, command), lang, notes)
