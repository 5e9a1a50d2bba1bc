"""The roles of the instruments, cell by cell: what each may do and see, and what not."""

from __future__ import annotations

import pytest

from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import GRANTED, Bound, Right, Role, readable
from tests.policy.actors import AGREEMENT, P1, P2, ROLES, actor_as, ruling, subject_in


def cells(kind: str) -> list[tuple[str, str]]:
    return [(role, cell) for role, row in ROLES.items() for cell in row[kind]]


def reaches_all(role: str, right: str) -> bool:
    granted = GRANTED[Right(right)]
    return Role.PUBLIC in granted or granted.get(Role(role)) in {Bound.AGREEMENT, Bound.OWN_NAME}


def test_every_role_has_its_row() -> None:
    assert set(ROLES) == {role.value for role in Role}


@pytest.mark.parametrize(("role", "right"), cells("may"))
def test_a_role_may(role: str, right: str) -> None:
    assert ruling(role, right).allowed


@pytest.mark.parametrize(("role", "right"), cells("may_not"))
def test_a_role_may_not(role: str, right: str) -> None:
    assert not ruling(role, right).allowed


@pytest.mark.parametrize(
    ("role", "right"),
    [c for c in cells("may") if "elsewhere" in ROLES[c[0]] and not reaches_all(*c)],
)
def test_a_narrow_role_reaches_nobody_else(role: str, right: str) -> None:
    assert not ruling(role, right, P2).allowed


@pytest.mark.parametrize(("role", "right"), cells("may"))
def test_no_role_reaches_another_agreement(role: str, right: str) -> None:
    elsewhere = subject_in("norland-sudmark")
    assert ruling(role, right, elsewhere).allowed == (Role.PUBLIC in GRANTED[Right(right)])


def columns_seen(role: str, table: str) -> frozenset[str]:
    return readable(actor_as(role), AGREEMENT).columns(table, P1)


def test_the_table_names_declared_columns_only() -> None:
    named = {cell for kind in ("sees", "sees_not") for _, cell in cells(kind)}
    declared = {
        f"{table.name}.{column.name}"
        for table in (*TABLES.values(), *KEPT.values())
        for column in table.written_columns
    }
    assert named - declared == set()


@pytest.mark.parametrize(("role", "cell"), cells("sees"))
def test_a_role_sees(role: str, cell: str) -> None:
    table, column = cell.split(".")
    assert column in columns_seen(role, table)


@pytest.mark.parametrize(("role", "cell"), cells("sees_not"))
def test_a_role_does_not_see(role: str, cell: str) -> None:
    table, column = cell.split(".")
    assert column not in columns_seen(role, table)


@pytest.mark.parametrize("role", [role for role, row in ROLES.items() if "elsewhere" in row])
def test_a_narrow_role_sees_nothing_of_anybody_else(role: str) -> None:
    scope = readable(actor_as(role), AGREEMENT)
    published = readable(actor_as("public"), AGREEMENT)
    seen = {t: scope.columns(t, P2) - published.columns(t, P2) for t in (*TABLES, *KEPT)}
    assert {table: columns for table, columns in seen.items() if columns} == {}
