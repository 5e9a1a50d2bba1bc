"""A node: durable acts beside the disk's own flushes, a board of 300, and a million bookings."""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.record import Line
from bench.record_peers import median_ms
from tests.store import databases

databases.set_up_django()

from django.db import connection  # noqa: E402 - needs the settings
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.node_filling import copies_of, fill, persons_and_bookings  # noqa: E402
from safeconduct.casework import NodeKeys, judged  # noqa: E402
from safeconduct.casework.story.cast import AGREEMENT  # noqa: E402
from safeconduct.casework.terms import terms_in_force  # noqa: E402
from safeconduct.store.django_store import DjangoStore  # noqa: E402
from safeconduct.store.view import every_version  # noqa: E402
from tests.casework.world import NOW, T, World  # noqa: E402

BOOKINGS = int(os.environ.get("BENCH_BOOKINGS", "1000000"))
PERSONS = BOOKINGS // 10
ON_BOARD = 300
ROUNDS, SECONDS = 5, 1.0


def main() -> None:
    """Measure and print one table."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as made:
        folder = Path(made)
        lines = [*_acts(folder), *_board(folder), *_large(folder)]
    _print(lines)


def _world(folder: Path, name: str, database: dict[str, object]) -> World:
    databases.point_at(database)
    return World(DjangoStore(NodeKeys.new("bench.example/record", folder / f"state-{name}")))


def _sqlite(folder: Path, name: str) -> dict[str, object]:
    template = folder / "template.sqlite3"
    if not template.exists():
        databases.sqlite_template(folder)
    path = folder / f"{name}.sqlite3"
    shutil.copy(template, path)
    return databases.sqlite(path)


def _acts(folder: Path) -> Iterator[Line]:
    """Flushes and acts in turn, so that both meet the same disk."""
    yield from _acts_on("SQLite", folder, _sqlite(folder, "acts"))
    if databases.BINARIES.exists():
        with databases.postgresql() as server:
            database = server.make()
            databases.point_at(database)
            databases.migrate()
            yield from _acts_on("PostgreSQL", folder, database)
            connection.close()


def _acts_on(engine: str, folder: Path, database: dict[str, object]) -> list[Line]:
    world = _world(folder, engine, database)
    flushes, acts = [], []
    with (folder / f"flushed-{engine}").open("wb", buffering=0) as file:
        page = b"\0" * 4_096
        for _ in range(ROUNDS):
            flushes.append(_rate(partial(_flushed, file.fileno(), page)))
            acts.append(_rate(lambda: world.do("register-person", "prisons", full_name="Somebody")))
    ratio = statistics.median(a / f for a, f in zip(acts, flushes, strict=True))
    flush, act = statistics.median(flushes), statistics.median(acts)
    return [
        Line(f"{engine}: the disk's own durable writes of a page", f"{flush:,.0f}/s"),
        Line(f"{engine}: durable acts, four rows and an entry each", f"{act:,.0f}/s"),
        Line("… in parts of the disk's own rate", f"{ratio:.0%}", "≥ 40 %", ratio >= 0.4),
    ]


def _flushed(file: int, page: bytes) -> None:
    os.write(file, page)
    os.fdatasync(file)


def _board(folder: Path) -> list[Line]:
    """What the board asks for: the findings of everybody on one manifest."""
    world = _world(folder, "board", _sqlite(folder, "board"))
    (who,) = world.prepared(1)
    others = [f"M{number}" for number in range(ON_BOARD - 1)]
    last = {(row.table, row.key): row for row in every_version()}
    fill(copies_of(last.values(), who.key, others))

    def findings() -> None:
        view = world.view
        persons = tuple(row.person for row in view.rows("manifest_lines", transfer=T))
        terms = terms_in_force(view)
        if terms is None or len(persons) != ON_BOARD:
            raise RuntimeError
        judged(view, terms, persons, world.clock.now())

    begun = time.perf_counter()
    findings()
    first = (time.perf_counter() - begun) * 1_000
    with CaptureQueriesContext(connection) as queries:
        again = median_ms(findings, 20)
    asked = len(queries) // 20
    return [
        Line(
            f"findings of {ON_BOARD} on a manifest, after something was recorded", f"{first:.0f} ms"
        ),
        Line("… while nothing was", f"{again:.0f} ms", "≤ 120 ms", again <= 120),
        Line("… queries of each", str(asked), "≤ 25", asked <= 25),
    ]


def _large(folder: Path) -> list[Line]:
    world = _world(folder, "large", _sqlite(folder, "large"))
    rows = persons_and_bookings(PERSONS, BOOKINGS, NOW - timedelta(days=4_000))
    begun = time.perf_counter()
    written = fill(rows)
    made = time.perf_counter() - begun
    view = world.view
    early = world.store.view(AGREEMENT, NOW - timedelta(days=3_990))
    questions: dict[str, Callable[[], object]] = {
        "a person's row": lambda: view.row("persons", "B77"),
        "a person's bookings": lambda: view.rows("bookings", person="B77"),
        "who is in a place now": lambda: view.rows("bookings", place="place-7", open_only=True),
        "a person's bookings as known ten days in": lambda: early.rows("bookings", person="B77"),
    }
    size = f"{BOOKINGS:,} bookings, {PERSONS:,} persons"
    lines = [Line(f"writing {size}", f"{made:.0f} s, {written / made:,.0f} rows/s")]
    for what, ask in questions.items():
        took = median_ms(lambda ask=ask: ask(), 30)  # type: ignore[misc]
        lines.append(Line(f"at {size}: {what}", f"{took:.1f} ms", "≤ 80 ms", took <= 80))
    rate = _rate(lambda: world.do("register-person", "prisons", full_name="Somebody"))
    lines.append(Line(f"at {size}: durable acts", f"{rate:,.0f}/s"))
    return lines


def _rate(act: Callable[[], object]) -> float:
    """How often an act can be done in a second."""
    done, begun = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - begun) < SECONDS:
        act()
        done += 1
    return done / elapsed


def _print(lines: list[Line]) -> None:
    table = Table("measured", "figure", "goal", "met", title="Node")
    for line in lines:
        met = "" if line.met is None else "yes" if line.met else "NO"
        table.add_row(line.what, line.figure, line.goal, met)
    Console(width=130).print(table)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
