"""A generated case bundle: persons, their transfers and five related tables, the same every run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from safeconduct.clearance.bulk import seal_folder

TABLES = {
    "offices": """
        SELECT * FROM (VALUES
            ('sender', 'sending-authority', NULL::VARCHAR, NULL::VARCHAR[],
                NULL::VARCHAR, 'registry'),
            ('court', 'court', NULL, ['detain', 'stay', 'release'], 'act', 'registry'),
            ('registry', 'registry', NULL, NULL, NULL, 'registry'),
            ('clinic', 'clinic', NULL, NULL, NULL, 'registry'),
            ('counsel', 'counsel', NULL, NULL, NULL, 'registry'),
            ('asylum', 'protection-authority', NULL, NULL, NULL, 'registry'),
            ('inspectorate', 'inspectorate', NULL, NULL, NULL, 'registry')
        ) AS o (office, kind, part_of, empowered_to, empowered_by, attested_by)""",
    "places": """
        SELECT 'place-' || n AS place, 'NL' AS jurisdiction,
            n % 20 > 0 AS recognised, n % 10 > 0 AS independent_access,
            'inspectorate' AS attested_by FROM range(50) r(n)""",
    "transfers": """
        SELECT 'T' || n AS transfer, 'sender' AS proposed_by, 'NO' AS sending,
            'NL' AS receiving, 'place-' || (n % 50) AS destination,
            TIMESTAMP '2017-03-15 08:00' AS departs_at, n % 7 > 0 AS manifest_open, false AS onward,
            TIMESTAMP '2017-03-14 08:00' AS manifest_closed_at FROM range(1000) r(n)""",
    "persons": """
        SELECT 'P' || n AS person, 'T' || (n % 1000) AS transfer,
            CASE WHEN n % 29 > 0 THEN
                ['sentenced', 'untried', 'administrative'][1 + n % 3] END AS legal_status,
            CASE WHEN n % 31 > 0 THEN DATE '1960-01-01' + (n * 7919 % 18000)::INT END AS born_on,
            CASE WHEN n % 23 > 0 THEN n % 97 = 0 END AS age_disputed,
            CASE WHEN n % 37 > 0 THEN (1 + n % 2)::VARCHAR END AS sex,
            CASE WHEN n % 41 > 0 THEN ['NO', 'NL', 'LT'][1 + n % 3] END AS residence,
            CASE WHEN n % 19 > 0 THEN ['no', ['en', 'lt', 'es'][1 + n % 3]] END AS languages,
            CASE WHEN n % 43 > 0 THEN 'place-' || (n % 50) END AS held_at,
            CASE WHEN n % 17 > 0 THEN TIMESTAMP '2016-01-01' + to_hours(n % 9000) END AS held_since,
            TIMESTAMP '2017-03-10' + to_hours(n % 100) AS added_to_manifest_at,
            'registry' AS attested_by FROM range({persons}) r(n)""",
    "legal_bases": """
        SELECT 'B' || n AS basis, 'P' || n AS person, 'sentence' AS kind, 'court' AS issued_by,
            CASE WHEN n % 13 > 0 THEN n % 11 > 0 END AS individual, DATE '2015-12-01' AS issued_on,
            CASE WHEN n % 53 > 0 THEN DATE '2017-01-01' + (n % 900)::INT END AS valid_until,
            false AS indefinite, CASE WHEN n % 59 = 0 THEN 'quashed' ELSE 'in-force' END AS state,
            'court' AS attested_by FROM range({persons}) r(n) WHERE n % 10 > 0""",
    "notices": """
        SELECT 'N' || n AS notice, 'P' || n AS person, 'transfer' AS kind,
            TIMESTAMP '2017-03-01' + to_hours(n % 300) AS served_at,
            ['no', 'en', 'lt', 'es'][1 + n % 4] AS language,
            CASE WHEN n % 47 > 0 THEN true END AS understood, true AS reasons_given,
            n % 9 > 0 AS proof_of_service, TIMESTAMP '2017-03-08' + to_hours(n % 200)
            AS window_ends_at, n % 71 = 0 AS window_waived,
            CASE WHEN n % 5 > 0 THEN 'counsel' ELSE 'sender' END AS attested_by
        FROM range({persons}) r(n) WHERE n % 10 <> 1""",
    "assessments": """
        SELECT 'P' || (n // 2) AS person,
            ['refoulement', 'enforced-disappearance'][1 + n % 2] AS kind, 'NL' AS about,
            n % 61 > 0 AS individual,
            CASE WHEN n % 67 = 0 THEN 'bar' ELSE 'no-bar' END AS outcome,
            DATE '2017-02-20' - (n % 100)::INT AS made_on, 'asylum' AS attested_by
        FROM range(({persons} * 0.8)::BIGINT) r(n)""",
    "examinations": """
        SELECT 'P' || n AS person, 'fit-to-travel' AS kind,
            CASE WHEN n % 73 = 0 THEN 'not-fit' ELSE 'fit' END AS outcome,
            TIMESTAMP '2017-03-11' + to_hours(n % 96) AS examined_at,
            CASE WHEN n % 83 > 0 THEN DATE '2017-03-16' END AS valid_until, 'clinic' AS attested_by
        FROM range({persons}) r(n) WHERE n % 2 = 0""",
    "searches": """
        SELECT 'P' || n AS person, ['court-orders', 'nationality'][1 + n % 2] AS register,
            TIMESTAMP '2017-03-13 12:00' + to_hours(n % 30) AS searched_at, n % 79 > 0 AS complete,
            0::BIGINT AS found, 'registry' AS attested_by
        FROM range({persons}) r(n) WHERE n % 10 <> 3""",
}  # fmt: skip


def write_bundle(folder: Path, persons: int) -> Path:
    """Write the tables as Parquet unless they are there already; about four rows a person."""
    case = folder / f"sealed-case-{persons}"
    if not (case / "contents.parquet").exists():
        case.mkdir(exist_ok=True)
        connection = duckdb.connect(config={"memory_limit": "2GB"})
        for name, query in TABLES.items():
            rows = query.format(persons=persons)
            recorded = "TIMESTAMP '2017-03-14 12:00' AS recorded_at"
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW rows AS SELECT *, {recorded} FROM ({rows})"
            )
            moments = [
                column
                for column, type_, *_ in connection.execute("DESCRIBE rows").fetchall()
                if type_ == "TIMESTAMP"
            ]
            days = ", ".join(f"CAST({column} AS DATE) AS {column}_day" for column in moments)
            target = case / f"{name}.parquet"
            connection.execute(f"COPY (SELECT *, {days} FROM rows) TO '{target}' (FORMAT parquet)")
        seal_folder(case, datetime(2017, 3, 14, 12, 0, tzinfo=UTC))
    return case
