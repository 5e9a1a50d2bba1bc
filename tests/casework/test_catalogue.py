"""Every act is declared whole: its fields are facts, its event and its right exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from safeconduct.basics import Lang
from safeconduct.casework import ACTS, Act, fields_of
from safeconduct.casework.columns import table_of
from safeconduct.facts import KEPT, TABLES, FactType, Personal, column_label, table_label
from safeconduct.policy import GRANTED, Right
from safeconduct.record.entries.events import EVENTS

EACH = pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
NEVER = (Right.OVERRIDE_BAR, Right.CLEAR_IN_BULK, Right.REFUSE_PRESENCE, Right.ALTER_ENTRY)


@EACH
def test_an_act_bears_a_kind_of_entry_and_a_right_that_somebody_holds(act: Act[Any]) -> None:
    assert act.event in EVENTS
    assert GRANTED[act.right]
    assert act.right not in NEVER


@EACH
def test_every_field_is_a_declared_fact_with_a_name_in_both_languages(act: Act[Any]) -> None:
    for field in fields_of(act.asked):
        table = table_of(field.fact.partition(".")[0])
        names = [column_label(table, field.column, Lang(lang)) for lang in ("en", "es")]
        assert all(not name.startswith("facts.") for name in names), field.fact


@EACH
def test_no_field_asks_for_many_persons(act: Act[Any]) -> None:
    lists = [f.name for f in fields_of(act.asked) if f.column.type is FactType.CODES]
    assert {"persons", "lines", "people"} & {f.name for f in fields_of(act.asked)} == set()
    assert all(name in {"languages", "empowered_to", "tables", "columns"} for name in lists)


def test_an_act_stands_in_a_file_of_its_own_name_in_its_room() -> None:
    acts = Path(__import__("safeconduct.casework.acts").casework.acts.__file__).parent
    missing = [
        act.name
        for act in ACTS.values()
        if not (acts / act.room / f"{act.name.replace('-', '_')}.py").exists()
    ]
    assert missing == []


def test_tables_of_the_node_are_not_those_of_a_bundle_and_are_named_in_both_languages() -> None:
    assert set(KEPT) & set(TABLES) == set()
    for table in KEPT.values():
        assert table_label(table, Lang("en")) != table_label(table, Lang("es"))


def test_no_whole_number_of_the_node_can_be_a_score_of_a_person() -> None:
    numbers = {
        f"{table.name}.{column.name}": column.personal
        for table in KEPT.values()
        for column in table.columns
        if column.type is FactType.INTEGER
    }
    of_persons = {n for n, p in numbers.items() if KEPT[n.split(".")[0]].subject.value != "frame"}
    assert of_persons == set()


def test_health_is_special_wherever_it_is_kept() -> None:
    for name in ("deaths.cause", "complaints.says", "incidents.says", "absences.kind"):
        table, _, column = name.partition(".")
        declared = KEPT[table].column(column)
        assert declared is not None
        assert declared.personal is Personal.SPECIAL
