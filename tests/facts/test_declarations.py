"""Every fact is declared once, is named in both languages, and none can be a score."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook

from safeconduct.basics import Lang, text
from safeconduct.facts import (
    GROUNDS,
    TABLES,
    Column,
    FactType,
    Personal,
    Subject,
    Table,
    bundle_schema,
    create_table,
    write_template,
)
from safeconduct.facts.reference import bundle_page, facts_page

LANGUAGES = (Lang("en"), Lang("es"))
EVERY_COLUMN = [(t, c) for t in TABLES.values() for c in t.written_columns]
ROOT = Path(__file__).parents[2]


def _texts(table: Table, column: Column, lang: Lang) -> list[str]:
    names = [name.replace("_", "-") for name in (f"{table.name}-{column.name}", column.name)]
    own, shared = (
        [text(f"facts.{about}fact-{name}", lang, default="") for about in ("", "about-")]
        for name in (names[0], f"every-row-{names[1]}")
    )
    return [label or general for label, general in zip(own, shared, strict=True)]


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN, ids=lambda part: part.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_has_a_name_and_an_explanation(table: Table, column: Column, lang: Lang) -> None:
    assert all(_texts(table, column, lang))


def test_every_code_of_a_closed_list_has_a_spanish_name() -> None:
    codes = {code for _, column in EVERY_COLUMN for code in column.codes if not code.isdigit()}
    english = {code: text(f"facts.code-{code}", Lang("en"), default="") for code in codes}
    spanish = {code: text(f"facts.code-{code}", Lang("es"), default="") for code in codes}
    assert [code for code in codes if not english[code] or not spanish[code]] == []


def test_every_fact_that_a_condition_may_read_names_where_the_need_to_know_it_comes_from() -> None:
    assert [
        f"{t.name}.{c.name}" for t in GROUNDS.values() for c in t.columns if not c.article
    ] == []


def test_every_table_about_persons_that_conditions_read_says_who_may_vouch_for_it() -> None:
    assert [table.name for table in GROUNDS.values() if not table.attestors] == []


def test_allegations_are_kept_and_are_no_ground() -> None:
    assert "allegations" in TABLES
    assert "allegations" not in GROUNDS


def test_no_fact_can_hold_a_score() -> None:
    numbers = [(t.name, c.name) for t, c in EVERY_COLUMN if c.type is FactType.INTEGER]
    assert numbers == [
        ("contents", "rows"),
        ("sentences", "length_months"),
        ("searches", "found"),
    ]


def test_health_and_protection_are_special_data() -> None:
    for name in ("examinations", "protection_claims", "assurances"):
        own = [c for c in TABLES[name].columns if c.type is not FactType.KEY and c.name != "person"]
        assert {column.personal for column in own} == {Personal.SPECIAL}


def test_references_point_at_a_table_that_has_a_key() -> None:
    for _, column in EVERY_COLUMN:
        if column.refers_to:
            assert TABLES[column.refers_to].key


def test_the_sql_columns_are_accepted_by_the_engine() -> None:
    connection = duckdb.connect()
    for table in TABLES.values():
        connection.execute(create_table(table))
    made = connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone()
    assert made == (len(TABLES),)


def test_the_template_has_a_sheet_for_each_table_with_its_columns(tmp_path: Path) -> None:
    write_template(tmp_path / "case.xlsx")
    workbook = load_workbook(tmp_path / "case.xlsx")
    assert workbook.sheetnames == ["guide", *TABLES]
    for table in TABLES.values():
        headings = [cell.value for cell in workbook[table.name][1]]
        assert headings == [column.name for column in table.written_columns]


def test_the_template_explains_every_column_in_both_languages(tmp_path: Path) -> None:
    write_template(tmp_path / "case.xlsx")
    rows = list(load_workbook(tmp_path / "case.xlsx")["guide"].iter_rows(values_only=True))
    explained = {(row[0], row[1]): (row[3], row[5]) for row in rows[1:]}
    for table, column in EVERY_COLUMN:
        english, spanish = explained[table.name, column.name]
        assert english
        assert spanish
        assert english != spanish


def test_the_schema_lists_the_same_tables_and_columns_in_both_languages() -> None:
    english, spanish = (bundle_schema(lang)["tables"] for lang in LANGUAGES)
    assert isinstance(english, list)
    assert isinstance(spanish, list)
    assert [t["table"] for t in english] == [t["table"] for t in spanish] == list(TABLES)


def test_one_row_a_person_is_promised_of_one_table_only() -> None:
    assert [t.name for t in TABLES.values() if t.subject is Subject.ONE_PERSON] == ["persons"]


@pytest.mark.parametrize(
    ("page", "file"), [(facts_page, "facts.md"), (bundle_page, "case-bundle.md")]
)
def test_the_reference_page_is_what_the_declarations_say(page: object, file: str) -> None:
    assert callable(page)
    written = (ROOT / "docs" / "reference" / file).read_text(encoding="utf-8")
    assert written == page(), "python -m safeconduct.facts.reference docs/reference"
