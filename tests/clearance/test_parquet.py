"""A bundle in Parquet files is answered as the same bundle in sheets is."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from safeconduct.clearance.asking import judge
from safeconduct.clearance.orders import order_book
from safeconduct.clearance.sql.parquet import open_parquet
from safeconduct.clearance.sql.statement import VERDICTS, write_statement
from safeconduct.clearance.sql.tables import arrow_of
from safeconduct.engine import session
from safeconduct.facts import TABLES
from tests.clearance.bundles import Tables, asked, changed, nothing_missing

STAY = {
    "order": "D1", "kind": "stay", "issued_by": "court", "issued_at": "2017-03-14T09:00Z",
    "verification": "verified", "attested_by": "court",
}  # fmt: skip
SITUATIONS = {
    "nothing bars": nothing_missing(),
    "a title was quashed": changed(nothing_missing(), "legal_bases", state="quashed"),
    "an order on everybody": changed(nothing_missing(), "orders", row=9, scope="all", **STAY),
    "an order on a person": changed(
        nothing_missing(), "orders", row=9, scope="person", person="P1", **STAY
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_same_verdicts(situation: str, tmp_path: Path) -> None:
    tables: Tables = SITUATIONS[situation]
    question = asked(tables)
    for name, rows in question.docket.known.tables.items():
        if rows:
            pq.write_table(arrow_of(TABLES[name], rows), tmp_path / f"{name}.parquet")
    conditions = [condition for condition, _ in question.rules]
    moment, day = question.question.moment, question.question.law_as_of
    with session() as connection:
        opened = open_parquet(connection, tmp_path, moment)
        book = order_book(opened.orders, opened.offices, moment, {})
        statement = write_statement(conditions, moment, book, day, empty=opened.empty)
        [row] = connection.execute(statement.text).fetchall()
    [person] = judge(question)
    assert [VERDICTS[code] for code in row[2:-1]] == [f.verdict for f in person.findings]
    assert row[-1] == person.outcome.value
