"""The sheet of a book: one row per booking with its days, its price and what it states beside them.

A claim that says what the row's own dates give says nothing of its own, and is left out here; so
two books are alike whether or not both wrote the same figure down.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Finding, Period, RoundingMode
from safeconduct.custody import Register
from safeconduct.engine import fresh, literal
from safeconduct.reconciliation.pricing import DayPrices
from safeconduct.reconciliation.reading.book import Book
from safeconduct.reconciliation.reading.moments import NO_PLACE, located
from safeconduct.reconciliation.reading.own_days import write_own_days
from safeconduct.reconciliation.reading.repeated import ids_used_twice, repeated_ids
from safeconduct.reconciliation.reading.stated import Stated, stated
from safeconduct.reconciliation.terms import Terms

if TYPE_CHECKING:
    import duckdb

LARGEST_SMALL = 10**7
"""Products of smaller figures with days and amounts fit the engine's 64-bit whole numbers."""

LARGEST = 10**28
"""Products of larger figures with days might not fit the engine's whole numbers."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a book, ready to be compared.

    Attributes:
        book: the book.
        relation: table ``line, booking, person, place, zone, arrived_day, arrived_us,
            departed_day, departed_us, is_open, is_faulty, own, in_0 …, beyond, last_day, at_0 …,
            stated_units, print_1, print_2``:
            ``own`` days by its dates, ``in_N`` those in the stretch of that price, ``beyond`` what
            the claim has more (0 where nothing else is stated), ``at_N`` whether these are priced
            there, ``stated_units`` the amount stated, in units of the currency, where it is
            another than computed.
        stretches: the stretches of prices, by number.
        repeated: table ``booking, rows, first, last`` of ids that several rows bear.
        findings: claims that could not be read, and ids that are used twice.
    """

    book: Book
    relation: str
    stretches: tuple[Period, ...]
    repeated: str
    findings: tuple[Finding, ...]


def write_sheet(connection: duckdb.DuckDBPyConnection, book: Book, terms: Terms) -> Sheet:
    """Bring rows, days, prices and claims together.

    Raises:
        WrongInput: if an amount is in another currency than the agreement's.
    """
    prices = terms.prices
    stretches = tuple(one.stretch for one in prices.rated)
    claims = stated(connection, book.plain, prices.currency, book.file.name)
    own = write_own_days(connection, book.dated.register, book.absences, terms.counting, stretches)
    ats = "".join(f", {_priced_in(stretch)} AS at_{n}" for n, stretch in enumerate(stretches))
    relation = fresh("sheet")
    connection.execute(f"""
        CREATE TABLE {relation} AS
        WITH joined AS ({_joined(book, own, claims, len(stretches))}),
        measured AS (
            SELECT *, coalesce(said_days - own, 0) AS beyond, {_last_day(terms)} AS last_day
            FROM joined),
        priced AS (SELECT *{ats} FROM measured),
        settled AS (
            SELECT * EXCLUDE (said_days, said_units),
                CASE WHEN NOT ({_costs(prices)}) THEN said_units END AS stated_units
            FROM priced)
        SELECT *, {_fingerprint(len(stretches), terms)} FROM settled""")
    repeated = repeated_ids(connection, relation)
    unreadable = tuple(located(book.file.name, row) for row in claims.unreadable)
    found = (*unreadable, *ids_used_twice(connection, repeated, book.file.name))
    return Sheet(book, relation, stretches, repeated, found)


def countable(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet
) -> tuple[Register, Register | None]:
    """The rows of a sheet that can be counted, and their absences, as custody counts registers.

    All stand at one place: only the days of all places together are asked for, and grouping them
    by place would take most of the time.
    """
    book, rows = sheet.book, fresh("countable")
    connection.execute(f"""
        CREATE VIEW {rows} AS
        SELECT line, line::VARCHAR AS booking, person, '{NO_PLACE}' AS place, zone,
            arrived_day, arrived_us, departed_day, departed_us
        FROM {sheet.relation} WHERE NOT is_faulty""")
    register = replace(book.dated.register, relation=rows, refused=())
    if book.absences is None:
        return register, None
    away = fresh("countable")
    connection.execute(f"""
        CREATE VIEW {away} AS
        SELECT * REPLACE ('{NO_PLACE}' AS place) FROM {book.absences.relation}""")
    return register, replace(book.absences, relation=away)


def _joined(book: Book, own: str, claims: Stated, stretches: int) -> str:
    """SQL for the rows with their days, those that cannot be counted among them."""
    plain, sides = book.plain, book.dated.sides
    ins = "".join(f", coalesce(in_{n}, 0)::BIGINT AS in_{n}" for n in range(stretches))
    said = f"{claims.days} AS said_days, {claims.units} AS said_units"
    if plain.stores_days and sides is None and book.dated.register.source == plain.relation:
        return f"""
            SELECT line, id AS booking, person, place, zone, arrived_day, arrived_us, departed_day,
                departed_us, departed_day IS NULL AS is_open, false AS is_faulty,
                own::BIGINT AS own{ins}, {said} FROM {own}"""
    side = "s" if sides else "r"
    join = f"LEFT JOIN {sides} s ON p.line = s.line" if sides else ""
    return f"""
        SELECT p.line, p.booking, p.person, p.place, r.zone,
            coalesce(r.arrived_day, {side}.arrived_day) AS arrived_day, r.arrived_us,
            coalesce(r.departed_day, {side}.departed_day) AS departed_day, r.departed_us,
            p.{plain.departed} IS NULL AS is_open, r.line IS NULL AS is_faulty,
            coalesce(r.own, 0)::BIGINT AS own{ins}, {said}
        FROM (SELECT * EXCLUDE (zone) FROM {plain.relation}) p
            LEFT JOIN (SELECT * {_own_columns(book)} FROM {own}) r ON p.line = r.line {join}"""


def _own_columns(book: Book) -> str:
    """SQL that leaves out what a register of stored days repeats of the plain rows."""
    if book.dated.register.source != book.plain.relation:
        return ""
    return "EXCLUDE (stated_days, stated_amount, currency)"


def _last_day(terms: Terms) -> str:
    """SQL for the day whose rate prices what a claim has beyond its dates."""
    window, cut_off = terms.counting.window, terms.counting.cut_off
    held = f"{literal(cut_off)} - 1" if cut_off else "arrived_day"
    day = f"CASE WHEN is_open THEN {held} ELSE coalesce(departed_day, arrived_day) END"
    day = f"coalesce({day}, {literal(terms.last_day)})"
    if window is None:
        return day
    return f"least(greatest({day}, {literal(window.start)}), {literal(window.last)})"


def _fingerprint(stretches: int, terms: Terms) -> str:
    """SQL for ``print_1`` and ``print_2``: over all that makes two rows alike, and over the id.

    Rows that share an id and differ fall together once in about 10**19 pairs; and if what is
    hidden so moved a day or a cent, the sums would not hold.
    """
    columns = ["booking", "person", "place", "arrived_day", "departed_day", "is_open", "is_faulty"]
    columns += ["own", "beyond", "stated_units", *(f"in_{n}" for n in range(stretches))]
    if terms.counting.rule is DayCountRule.ELAPSED_24H:
        columns += ["arrived_us", "departed_us"]
    return f"""hash({", ".join(columns)}) AS print_1,
            hash(booking) AS print_2"""


def _priced_in(stretch: Period) -> str:
    start, end = literal(stretch.start), literal(stretch.end)
    return f"coalesce(last_day >= {start} AND last_day < {end}, false)"


def _costs(prices: DayPrices) -> str:
    """SQL that is true where the amount stated is exactly what the days stated cost."""
    if not prices.is_linear:
        return "false"
    unit = Fraction(prices.currency.unit)
    each = [one.each / unit for one in prices.rated]
    shared = math.lcm(*(figure.denominator for figure in each)) if each else 1
    whole = [int(figure * shared) for figure in each]
    if max([shared, *whole]) > LARGEST:
        return "false"
    days = [f"(in_{n} + CASE WHEN at_{n} THEN beyond ELSE 0 END)" for n in range(len(each))]
    kind = "BIGINT" if max([shared, *whole]) < LARGEST_SMALL else "HUGEINT"
    products = [f"{one} * {figure}::{kind}" for one, figure in zip(days, whole, strict=True)]
    if prices.rounds_by_booking and not prices.in_whole_units and prices.rounding:
        products = [_rounded(one, shared, prices.rounding.mode) for one in products]
        shared = 1
    return f"coalesce(said_units::{kind} * {shared} = {' + '.join(products) or '0'}, false)"


def _rounded(product: str, divisor: int, mode: RoundingMode) -> str:
    """SQL for a product over a divisor, rounded to whole units; the sign is set aside meanwhile."""
    whole, rest = f"(abs({product}) // {divisor})", f"(abs({product}) % {divisor})"
    goes_up = {
        RoundingMode.DOWN: "false",
        RoundingMode.UP: f"{rest} > 0",
        RoundingMode.HALF_UP: f"{rest} * 2 >= {divisor}",
        RoundingMode.HALF_EVEN: (
            f"{rest} * 2 > {divisor} OR ({rest} * 2 = {divisor} AND {whole} % 2 = 1)"
        ),
    }
    return f"sign({product}) * ({whole} + CASE WHEN {goes_up[mode]} THEN 1 ELSE 0 END)"
