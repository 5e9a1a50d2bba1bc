"""The tables of the reference page, written from the declarations of the format.

``python -m tests.agreement.format_tables`` writes them into the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.conditions import CONDITIONS
from safeconduct.agreement.loading.dated import DatedOf
from safeconduct.agreement.loading.lists import IndexOf, ListOf
from safeconduct.agreement.loading.records import Choice, Field, Group, Record
from safeconduct.agreement.loading.texts import TEXT
from safeconduct.agreement.loading.whole import AGREEMENT

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "agreement-format.md"
BEGIN, END = "<!-- The tables begin. -->", "<!-- The tables end. -->"

HEAD = ("| key | needed | what it says | what stands there |", "| --- | --- | --- | --- |")
PRICES = "the price shapes"


def records(reader: Any, seen: list[Record[Any]]) -> None:
    """Collect every record of the format in the order in which a reader meets it."""
    match reader:
        case Record() if reader not in seen:
            seen.append(reader)
            for field in reader.fields:
                records(field.reader, seen)
        case Choice():
            for record in reader.records.values():
                records(record, seen)
        case ListOf():
            records(reader.item, seen)
        case IndexOf():
            records(reader.value, seen)
        case DatedOf():
            records(reader.values, seen)
        case _:
            pass


def every_record() -> list[Record[Any]]:
    """Every record, the whole first."""
    seen: list[Record[Any]] = []
    records(AGREEMENT, seen)
    records(CONDITIONS, seen)
    return seen


def tables() -> str:
    """A section for each record, and one for the citation that most of them have."""
    citation = ["### citation", "", *HEAD, *map(_row, CITED.fields), ""]
    lines = [*citation, *(line for record in every_record() for line in _section(record))]
    return "\n".join(lines)


def _section(record: Record[Any]) -> Iterator[str]:
    yield f"### {record.name}"
    yield ""
    yield from HEAD
    if record.shape:
        yield f"| `shape` | yes | Picks this price shape. | `{record.shape}` |"
    for part in record.parts:
        if isinstance(part, Field):
            yield _row(part)
    if any(isinstance(part, Group) for part in record.parts):
        needed = "" if CITED not in record.parts else "yes"
        yield f"| `clause` … | {needed} | Where it stands. | [citation](#citation) |"
    yield ""


def _row(field: Field) -> str:
    needed = "yes" if field.required else ""
    form = (
        "a list of: [condition](#condition)" if field.key == "conditions" else _form(field.reader)
    )
    return f"| `{field.key}` | {needed} | {field.meaning} | {form} |"


def _form(reader: Any) -> str:
    match reader:
        case Record():
            return f"[{reader.name}](#{reader.name})"
        case Choice():
            return f"one of [{PRICES}](#{next(iter(reader.records))})"
        case ListOf():
            return f"a list of: {_form(reader.item)}"
        case IndexOf():
            return f"names with: {_form(reader.value)}"
        case DatedOf():
            return f"dated values: {_form(reader.values.item)}"
        case _:
            return _text_form(reader)


def _text_form(reader: Any) -> str:
    words = reader.schema({}).get("enum") if hasattr(reader, "form") else None
    if isinstance(words, list):
        return ", ".join(f"`{word}`" for word in words)
    return "a text" if reader is TEXT else f"e.g. `{reader.example}`"


def page_with(written: str) -> str:
    """The page with these tables."""
    page = PAGE.read_text("utf-8")
    between = f"{BEGIN}\n\n{written}\n{END}"
    return re.sub(
        re.escape(BEGIN) + ".*" + re.escape(END), lambda _: between, page, flags=re.DOTALL
    )


if __name__ == "__main__":
    PAGE.write_text(page_with(tables()), "utf-8")
