"""Dated values: what a term was, is and will be.

An amendment adds a value and never edits one: its value, marked with ``amendment``, takes the
days from its first one on, and the earlier value keeps the rest. Any other two values that apply
on one day are an error (:mod:`.checks.values_overlap`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.dated import Dated, DatedValue
from safeconduct.agreement.loading.citations import CITED_OR_INHERITED
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.reader import Definitions, JsonSchema, Reader
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import DAY, ID
from safeconduct.agreement.loading.tree import Node

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ValueAsWritten(Generic[T]):
    """A dated value before amendments are laid over earlier ones.

    Attributes:
        amendment: id of the amendment that brought it; empty for the agreement's own.
    """

    value: T
    start: date | None
    until: date | None
    amendment: str
    citation: Citation

    @property
    def end(self) -> date | None:
        """The day after the last one."""
        return day_after(self.until)


@dataclass(frozen=True, slots=True)
class ValuesAsWritten:
    """The values of one term, in the order of the file."""

    values: tuple[ValueAsWritten[Any], ...]


def day_after(last: date | None) -> date | None:
    """The exclusive end of a span whose last day people wrote."""
    return None if last is None else last + timedelta(days=1)


class DatedOf(Generic[T]):
    """A list of dated values of one kind."""

    def __init__(self, name: str, value: Reader[T], meaning: str) -> None:
        record: Record[ValueAsWritten[T]] = Record(
            name,
            ValueAsWritten,
            Field("value", value, meaning),
            Field("from", DAY, "First day on which it applies.", absent=None, into="start"),
            Field("until", DAY, "Last day on which it applies.", absent=None),
            Field("amendment", ID, "The amendment that brought the value.", absent=""),
            CITED_OR_INHERITED,
        )
        self.values = ListOf(record, at_least=1)

    @property
    def example(self) -> str:
        """One value, always applicable."""
        return self.values.example

    def read(self, node: Node, context: Context) -> Dated[T] | None:
        """Read the values; those of amendments take precedence from their first day on."""
        written = self.values.read(node, context)
        if written is None:
            return None
        context.draft.note(ValuesAsWritten(written), node)
        return Dated(_laid_over(written, context))

    def schema(self, definitions: Definitions) -> JsonSchema:
        """An array of dated values."""
        return self.values.schema(definitions)


def _laid_over(
    written: tuple[ValueAsWritten[T], ...], context: Context
) -> tuple[DatedValue[T], ...]:
    days = context.amendments or {}
    laid: list[DatedValue[T]] = []
    for value in sorted(written, key=lambda value: days.get(value.amendment, date.min)):
        start = days.get(value.amendment) if value.start is None else value.start
        added = DatedValue(value.value, start, value.end, value.citation)
        if value.amendment:
            laid = [piece for earlier in laid for piece in _rest(earlier, added)]
        laid.append(added)
    return tuple(sorted(laid, key=lambda value: value.start or date.min))


def _rest(earlier: DatedValue[T], added: DatedValue[T]) -> list[DatedValue[T]]:
    """What an amendment's value leaves of an earlier one: the days before it and after it."""
    pieces = []
    if added.start is not None and (earlier.start is None or earlier.start < added.start):
        end = added.start if earlier.end is None else min(earlier.end, added.start)
        pieces.append(replace(earlier, end=end))
    if added.end is not None and (earlier.end is None or added.end < earlier.end):
        start = added.end if earlier.start is None else max(earlier.start, added.end)
        pieces.append(replace(earlier, start=start))
    return pieces
