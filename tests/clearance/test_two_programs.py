"""The closures and the SQL give the same answer, whatever is missing and wherever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Condition, OnUnknown, Predicate, Words
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.cases import Docket, cases_of, docket_of
from safeconduct.clearance.judging import compiled, judged
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.sql.statement import VERDICTS, write_statement
from safeconduct.clearance.sql.tables import create_tables, load_tables
from safeconduct.clearance.world import Moment
from safeconduct.engine import session
from tests.clearance.trees import CITED, NOW, facts, leaves, predicates

BOUNDED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # Shrinking a tree and a bundle together takes minutes; the first failing example is enough.
    phases=(Phase.explicit, Phase.generate),
)
MOMENT = Moment(NOW, NOW.date())
DAY = date(2017, 3, 14)


def _conditions(
    trees: Sequence[tuple[Predicate, Predicate | None]],
) -> list[Condition]:
    words = Words("en", "es")
    return [
        Condition(f"c{n}", words, require, OnUnknown.HOLD, CITED, applies)
        for n, (require, applies) in enumerate(trees)
    ]


def _by_closures(conditions: list[Condition], docket: Docket) -> dict[str, tuple[str, ...]]:
    rules = [compiled(condition, DAY, from_floor=False) for condition in conditions]
    return {
        one.person: (one.outcome.value, *(finding.verdict.value for finding in one.findings))
        for one in (judged(case, rules, ()) for case in cases_of(docket))
    }


def _by_sql(conditions: list[Condition], docket: Docket) -> dict[str, tuple[str, ...]]:
    statement = write_statement(conditions, MOMENT, docket.book, DAY)
    with session() as connection:
        create_tables(connection)
        load_tables(connection, docket.known.tables, docket.offices)
        answered = connection.execute(statement.text).fetchall()
    return {row[0]: (row[-1], *(VERDICTS[code].value for code in row[2:-1])) for row in answered}


@BOUNDED
@given(
    known=facts(),
    trees=st.lists(st.tuples(predicates(), st.none() | predicates()), min_size=1, max_size=4),
    classes=st.lists(st.none() | leaves(""), min_size=4, max_size=4),
)
def test_closures_and_sql_agree(
    known: Known,
    trees: list[tuple[Predicate, Predicate | None]],
    classes: list[Predicate | None],
) -> None:
    docket = docket_of(known, MOMENT, {f"D{n}": tree for n, tree in enumerate(classes)})
    conditions = _conditions(trees)
    assert _by_sql(conditions, docket) == _by_closures(conditions, docket)


@settings(BOUNDED, max_examples=10)
@given(known=facts())
def test_an_empty_rule_set_clears_nobody(known: Known) -> None:
    docket = docket_of(known, MOMENT, {})
    nobody = {(Outcome.UNDETERMINED.value,)}
    assert set(_by_sql([], docket).values()) == set(_by_closures([], docket).values()) == nobody
