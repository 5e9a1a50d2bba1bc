"""Random conditions and random facts, with nothing recorded in every position."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from safeconduct.agreement import Citation, Grade, Predicate
from safeconduct.agreement.vocabulary import (
    After,
    AgeOf,
    All,
    AnyOf,
    AtLeast,
    AtMost,
    AttestedOutside,
    Before,
    Clock,
    ClosedBy,
    Every,
    Exists,
    FactRef,
    In,
    Includes,
    Is,
    LeftUntil,
    NoneOpen,
    NoOrderStands,
    Not,
    NoticeBefore,
    NoticeUnit,
    Span,
    SpanUnit,
    Unless,
)
from safeconduct.basics import ClauseRef
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.rows import Cell, Row
from safeconduct.facts import DAY_SUFFIX, GROUNDS, STATE_SUFFIX, TABLES, FactType

NOW = datetime(2017, 3, 14, 18, 0, tzinfo=UTC)
CITED = Citation(ClauseRef("1"), "text", Grade.TEXT)
PERSONS = ("P1", "P2", "P3", "P4")
TRANSFERS = ("T1", "T2")
PLACES = ("G1", "G2")
OFFICES = ("O1", "O2", "O3", "O4")
STATES = ("NL", "NO", "SV")
JOINED = ("persons", "transfers", "places")
LISTS = ("notices", "sentences", "nationalities", "alerts", "assessments", "legal_bases", "orders")
REFERRED = {"transfers": TRANSFERS, "places": PLACES, "offices": OFFICES, "orders": ("D0", "D1")}

days = st.integers(-40, 40).map(lambda n: date(2017, 3, 14) + timedelta(days=n))
month_ends = st.sampled_from([date(2017, 1, 31), date(2016, 2, 29), date(2017, 2, 28)])
instants = st.integers(-96, 96).map(lambda n: NOW + timedelta(hours=n))


def cells(column: Any) -> st.SearchStrategy[Cell]:
    """A value that the column can have, or none."""
    match column.type:
        case FactType.BOOLEAN:
            some: st.SearchStrategy[Any] = st.booleans()
        case FactType.INTEGER:
            some = st.integers(0, 4)
        case FactType.DATE:
            some = days | month_ends
        case FactType.INSTANT:
            some = instants
        case FactType.JURISDICTION:
            some = st.sampled_from((*STATES, "US-ND"))
        case FactType.CODES:
            some = st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple)
        case FactType.CODE:
            some = st.sampled_from(column.codes[:4] or ("a", "b", "c"))
        case FactType.REFERENCE:
            some = st.sampled_from(REFERRED.get(column.refers_to, ("P1",)))
        case _:
            some = st.sampled_from(("G1", "NL"))
    return st.none() | some


@st.composite
def rows(draw: st.DrawFn, table: str, key: str = "", person: str = "") -> Row:
    """A row of the table in which any fact may be missing."""
    values: dict[str, Cell] = {}
    for column in TABLES[table].written_columns:
        value = draw(cells(column))
        values[column.name] = value
        if column.type is FactType.INSTANT:
            values[column.name + DAY_SUFFIX] = value.date() if isinstance(value, datetime) else None
        if column.type is FactType.JURISDICTION:
            values[column.name + STATE_SUFFIX] = value[:2] if isinstance(value, str) else None
    values["recorded_at"] = NOW
    if TABLES[table].key:
        values[TABLES[table].key] = key
    if person:
        values["person"] = person
    return Row(table, MappingProxyType(values))


@st.composite
def facts(draw: st.DrawFn) -> Known:
    """A bundle's facts at a moment."""
    tables: dict[str, tuple[Row, ...]] = dict.fromkeys(TABLES, ())
    for name, keys in (("offices", OFFICES), ("places", PLACES), ("transfers", TRANSFERS)):
        tables[name] = tuple(draw(rows(name, key)) for key in keys if draw(st.integers(0, 5)))
    tables["persons"] = tuple(draw(rows("persons", key, key)) for key in PERSONS)
    for name in (*LISTS, "searches"):
        listed = draw(st.lists(st.sampled_from(PERSONS), max_size=6))
        tables[name] = tuple(
            draw(rows(name, f"D{number}", person)) for number, person in enumerate(listed)
        )
    tables["orders"] = tuple(
        row if draw(st.booleans()) else _without_person(row) for row in tables["orders"]
    )
    return _known(tables)


def _without_person(row: Row) -> Row:
    return Row(row.table, MappingProxyType({**row.values, "person": None}))


def _known(tables: dict[str, tuple[Row, ...]]) -> Known:
    of_person: dict[str, dict[str, tuple[Row, ...]]] = {}
    for name, listed in tables.items():
        of_person[name] = {}
        for row in listed:
            person = row.text("person")
            of_person[name][person] = (*of_person[name].get(person, ()), row)
    by_key = {
        name: {row.text(TABLES[name].key): row for row in listed}
        for name, listed in tables.items()
        if TABLES[name].key
    }
    return Known(tables, of_person, by_key, ())


def _facts_of(tables: tuple[str, ...], *types: FactType) -> list[FactRef]:
    return [
        FactRef(name, column.name)
        for name in tables
        for column in GROUNDS[name].all_columns
        if column.type in types and column.name not in {"recorded_at", "recorded_at_day"}
    ]


def _literal(draw: st.DrawFn, fact: FactRef) -> Any:
    value = draw(cells(fact.declared).filter(lambda value: value is not None))
    return value if not isinstance(value, tuple) else "a"


@st.composite
def leaves(draw: st.DrawFn, table: str) -> Predicate:
    """A comparison of facts that stand in the base or in the row at hand."""
    reach = (*JOINED, table) if table else JOINED
    kind = draw(st.integers(0, 10))
    comparable = _facts_of(
        reach, FactType.BOOLEAN, FactType.CODE, FactType.JURISDICTION, FactType.DATE
    )
    if kind <= 2:
        fact = draw(st.sampled_from(comparable))
        if draw(st.booleans()):
            same = [other for other in comparable if other.type is fact.type]
            return Is(fact, draw(st.sampled_from(same)))
        return Is(fact, _literal(draw, fact))
    if kind == 3:
        fact = draw(st.sampled_from(comparable))
        return In(fact, tuple(_literal(draw, fact) for _ in range(2)))
    if kind == 4:
        languages = FactRef("persons", "languages")
        codes = _facts_of(reach, FactType.CODE)
        return Includes(languages, draw(st.just("a") | st.sampled_from(codes)))
    numbers = _facts_of(reach, FactType.INTEGER)
    if kind == 5 and numbers:
        build = draw(st.sampled_from([AtLeast, AtMost]))
        return build(draw(st.sampled_from(numbers)), draw(st.integers(0, 4)))
    if kind == 6 and table:
        return AttestedOutside(draw(st.sampled_from([table, "persons", "places"])))
    return draw(_in_time(reach))


@st.composite
def _in_time(draw: st.DrawFn, reach: tuple[str, ...]) -> Predicate:
    of_day = draw(st.booleans())
    kind = FactType.DATE if of_day else FactType.INSTANT
    moments: list[Any] = [*_facts_of(reach, kind), Clock.TODAY if of_day else Clock.NOW]
    one, other = draw(st.sampled_from(moments)), draw(st.sampled_from(moments))
    units = [SpanUnit.DAYS, SpanUnit.MONTHS, SpanUnit.YEARS] if of_day else [SpanUnit.HOURS]
    spans = st.builds(Span, st.integers(0, 40), st.sampled_from(units))
    flags = st.booleans()
    match draw(st.integers(0, 4)):
        case 0:
            return Before(one, other, draw(flags))
        case 1:
            return After(one, other, draw(flags))
        case 2:
            return AgeOf(one, other, draw(st.none() | spans), draw(spans))
        case 3:
            return LeftUntil(one, other, draw(spans))
        case _:
            units_of_notice = [NoticeUnit.CALENDAR_DAYS, NoticeUnit.BUSINESS_DAYS]
            unit = draw(st.sampled_from(units_of_notice)) if of_day else NoticeUnit.HOURS
            holidays = tuple(draw(st.lists(days, max_size=3)))
            most = draw(st.integers(0, 30))
            return NoticeBefore(one, other, most, unit, draw(flags), draw(flags), holidays)


def _connected(inner: st.SearchStrategy[Predicate]) -> st.SearchStrategy[Predicate]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        parts.map(All)
        | parts.map(AnyOf)
        | inner.map(Not)
        | st.builds(Unless, inner, inner, st.just(CITED))
    )


def _of_rows(table: str) -> st.SearchStrategy[Predicate]:
    return st.recursive(leaves(table), _connected, max_leaves=4)


def _closings(table: str) -> st.SearchStrategy[ClosedBy]:
    within = st.builds(Span, st.sampled_from([0, 24, 96]), st.just(SpanUnit.HOURS))
    return st.builds(ClosedBy, st.sampled_from(GROUNDS[table].registers), within)


@st.composite
def quantified(draw: st.DrawFn) -> Predicate:
    """A question about a list."""
    kind = draw(st.integers(0, 3))
    if kind == 3:
        kinds = draw(st.lists(st.sampled_from(["stay", "release", "quashing"]), min_size=1))
        return NoOrderStands(tuple(kinds), draw(_closings("orders")))
    if kind == 0:
        table = draw(st.sampled_from(LISTS))
        return Exists(table, draw(_of_rows(table)), draw(st.none() | leaves(table)))
    table = draw(st.sampled_from([name for name in LISTS if GROUNDS[name].registers]))
    build = Every if kind == 1 else NoneOpen
    return build(table, draw(_of_rows(table)), draw(_closings(table)))


def predicates() -> st.SearchStrategy[Predicate]:
    """Whole trees."""
    return st.recursive(leaves("") | quantified(), _connected, max_leaves=4)
