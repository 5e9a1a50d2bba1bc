"""Going on an inspection: drawn by a seed, taken along offline, and announced to nobody."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from safeconduct.casework.story.cast import PLACE
from safeconduct.oversight import SNAPSHOT, sample
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.note import parse_note
from tests.web.served import A, served
from tests.web.visitor import Answer, Visitor

DRAW = f"{A}/inspect?place={PLACE}&seed=seven+stones&size=5"
TAKE = f"{A}/inspect/snapshot.zip?place={PLACE}&seed=seven+stones&size=5"


def take(lang: str = "en") -> tuple[Answer, zipfile.ZipFile]:
    answer = Visitor("inspector", lang).get(TAKE)
    assert answer.status == 200
    return answer, zipfile.ZipFile(io.BytesIO(answer.body))


def held(archive: zipfile.ZipFile) -> set[str]:
    bookings = json.loads(archive.read("tables/bookings.json"))
    there = (b["values"] for b in bookings if b["values"].get("place") == PLACE)
    return {values["person"] for values in there if not values.get("departed_at")}


def publish() -> None:
    """Sign the record's tree, as the worker does every minute."""
    settings = "safeconduct.site.settings"
    home = served().home
    environment = {
        "SAFECONDUCT_HOME": str(home),
        "SAFECONDUCT_STATE": str(home / "state"),
        "DJANGO_SETTINGS_MODULE": settings,
    }
    program = (
        "import django; django.setup(); from safeconduct.store.node import ports; "
        "ports().store.publish(ports().clock.now())"
    )
    ran = {**os.environ, **environment}
    subprocess.run([sys.executable, "-c", program], env=ran, check=True, timeout=60)


def counted(statement: str) -> int:
    path = next(served().home.rglob("*.sqlite3"))
    with contextlib.closing(sqlite3.connect(path)) as database:
        return int(database.execute(statement).fetchone()[0])


def test_the_sample_can_be_drawn_again_from_the_snapshot_alone() -> None:
    _, archive = take()
    kept: dict[str, Any] = json.loads(archive.read("snapshot.json"))["sample"]
    assert tuple(kept["persons"]) == sample(held(archive), 5, "seven stones")
    page = Visitor("inspector").get(DRAW)
    assert all(person in page.text for person in kept["persons"])
    assert f"Drawn: 5 of {kept['held']} persons held." in page.words


def test_a_snapshot_holds_each_table_twice_and_the_digest_of_each_file() -> None:
    answer, archive = take()
    index = json.loads(archive.read("snapshot.json"))
    assert set(index["files"]) == set(archive.namelist()) - {"snapshot.json"}
    for name, digest in index["files"].items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert hashlib.sha256(answer.body).hexdigest()[:16] in answer.headers["content-disposition"]
    of_kind = {
        kind: {n[7:].partition(".")[0] for n in index["files"] if n.endswith(f".{kind}")}
        for kind in ("json", "xlsx")
    }
    assert of_kind["xlsx"] == of_kind["json"] <= set(SNAPSHOT)
    assert of_kind["xlsx"] >= {"bookings", "persons", "examinations", "complaints"}
    rows = json.loads(archive.read("tables/bookings.json"))
    sheet = load_workbook(io.BytesIO(archive.read("tables/bookings.xlsx"))).active
    assert sheet is not None
    assert sheet.max_row == len(rows) + 1


def test_every_row_that_was_published_lies_under_the_checkpoint_that_comes_along() -> None:
    publish()
    _, archive = take()
    size = checkpoint_of(parse_note(archive.read("checkpoint")).text).size
    assert json.loads(archive.read("snapshot.json"))["checkpoint_size"] == size
    entries = [
        row["entry"]
        for name in archive.namelist()
        if name.startswith("tables/") and name.endswith(".json")
        for row in json.loads(archive.read(name))
    ]
    assert 0 < max(entries) < size


def test_nothing_is_stated_and_nobody_told_but_the_access_log() -> None:
    stated = counted("SELECT count(*) FROM store_stated_row")
    log = counted("SELECT count(*) FROM store_log_journal")
    told = counted("SELECT count(*) FROM store_notice")
    reads = counted("SELECT count(*) FROM store_read WHERE purpose LIKE 'inspection-%'")
    Visitor("inspector").get(DRAW)
    assert counted("SELECT count(*) FROM store_stated_row") == stated
    assert counted("SELECT count(*) FROM store_log_journal") == log
    assert counted("SELECT count(*) FROM store_notice") == told
    after = counted("SELECT count(*) FROM store_read WHERE purpose LIKE 'inspection-%'")
    assert after == reads + 5


@pytest.mark.parametrize("handle", ["governor", "night", "directorate", "auditor"])
def test_only_an_inspector_is_offered_the_page(handle: str) -> None:
    assert f'href="{A}/inspect"' not in Visitor(handle).get(f"{A}/deadlines").text
    assert f'href="{A}/inspect"' in Visitor("inspector").get(f"{A}/deadlines").text


@pytest.mark.parametrize("size", ["0", "501", "-1", "many", "%D9%A5", "9" * 5_000])
def test_a_size_that_is_none_is_told_and_nothing_drawn(size: str) -> None:
    page = Visitor("inspector", "es").get(f"{A}/inspect?seed=s&size={size}")
    assert "Indique un número entero de 1 a 500" in page.words
    assert "Extraídas" not in page.words


def test_without_a_seed_one_is_proposed_and_nothing_drawn() -> None:
    page = Visitor("inspector").get(f"{A}/inspect")
    assert page.status == 200
    assert "Drawn:" not in page.words
