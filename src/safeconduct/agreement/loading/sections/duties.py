"""On an event or a calendar: who must do what by when."""

from __future__ import annotations

from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.duties import Deadline, DeadlineUnit, Direction, Duty
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import ID, NAME, TRUE_OR_FALSE, WHOLE_NUMBER, word_of
from safeconduct.agreement.loading.tree import Node
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.parties import PartyRole
from safeconduct.basics import Message

HOURS_OF_A_DAY = 24


class _Every(StrEnum):
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class _Hours:
    """Two hours of the day, the first and the one until which."""

    example = "[0, 9]"
    _numbers = ListOf(WHOLE_NUMBER)

    def read(self, node: Node, context: Context) -> tuple[int, int] | None:
        hours = self._numbers.read(node, context)
        if hours is None:
            return None
        if len(hours) != 2 or not hours[0] < hours[1] <= HOURS_OF_A_DAY:
            context.refuse(node, Message.of("agreement.not-hours"))
            return None
        return hours[0], hours[1]

    def schema(self, definitions: Definitions) -> JsonSchema:
        return {**self._numbers.schema(definitions), "minItems": 2, "maxItems": 2}


_DEADLINE: Record[Deadline] = Record(
    "deadline",
    Deadline,
    Field("count", WHOLE_NUMBER, "How many units; 0 means at once."),
    Field("unit", word_of(DeadlineUnit), "What is counted."),
    Field("direction", word_of(Direction), "After the event, or before it.", Direction.AFTER),
    Field("counts_event_day", TRUE_OR_FALSE, "Whether the event's own day counts.", absent=False),
    Field(
        "excluded_hours",
        _Hours(),
        "Local hours that do not count: [0, 9] is from midnight until nine.",
        absent=None,
    ),
)


def _duty(
    *,
    id: str,  # noqa: A002 - the key of the file
    who: PartyRole,
    what: Words,
    on_event: str,
    every: _Every | None,
    deadline: Deadline | None,
    citation: Citation,
) -> Duty:
    return Duty(id, who, what, on_event, every.value if every else "", deadline, citation)


DUTIES = ListOf(
    Record(
        "duty",
        _duty,
        Field("id", ID, "Short name."),
        Field("who", word_of(PartyRole), "The side that owes it."),
        Field("what", WORDS, "The act, in one sentence."),
        Field("on_event", NAME, "The event that starts it: escape, death, …", absent=""),
        Field("every", word_of(_Every), "For a calendar duty: how often.", absent=None),
        Field("deadline", _DEADLINE, "By when; left out where no source states a time.", None),
        CITED,
    )
)
