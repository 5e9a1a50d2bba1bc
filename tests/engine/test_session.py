"""The session: bounded, alone, and gone without a trace."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from safeconduct.engine import session


def setting(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    (value,) = connection.execute("SELECT current_setting(?)", [name]).fetchall()[0]
    return str(value)


def test_a_session_keeps_to_its_memory() -> None:
    with session(memory_limit="100MB") as connection:
        assert setting(connection, "memory_limit") == "95.3 MiB"


def test_a_session_spills_to_a_folder_that_goes_with_it() -> None:
    with session() as connection:
        spill = Path(setting(connection, "temp_directory"))
        assert spill.is_dir()
    assert not spill.exists()


def test_a_session_spills_what_does_not_fit() -> None:
    with session(memory_limit="64MB") as connection:
        # Two million rows of forty characters are more than the limit; a sort needs all of them.
        (first,) = connection.execute(
            "SELECT v FROM (SELECT lpad(hash(i)::VARCHAR, 40, '0') AS v FROM range(2000000) t(i))"
            " ORDER BY v LIMIT 1 OFFSET 1999999"
        ).fetchall()[0]
        assert len(first) == 40


@pytest.mark.parametrize("extension", ["httpfs", "postgres"])
def test_a_session_brings_in_no_extension(extension: str) -> None:
    with session() as connection:
        assert setting(connection, "autoinstall_known_extensions") == "False"
        assert setting(connection, "autoload_known_extensions") == "False"
        with pytest.raises(duckdb.Error):
            connection.execute(f"LOAD {extension}")


def test_a_session_is_closed_when_something_fails() -> None:
    with pytest.raises(ZeroDivisionError), session() as connection:
        _ = 1 / 0
    with pytest.raises(duckdb.ConnectionException):
        connection.execute("SELECT 1")


def test_two_sessions_do_not_see_each_other() -> None:
    with session() as one, session() as other:
        one.execute("CREATE TABLE bookings (id INTEGER)")
        with pytest.raises(duckdb.CatalogException):
            other.execute("SELECT * FROM bookings")
