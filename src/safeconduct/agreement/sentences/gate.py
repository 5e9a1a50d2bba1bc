"""The conditions and the duties, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.duties import Deadline, DeadlineUnit, Duty
from safeconduct.agreement.sentences.sentence import Sentence, Voice
from safeconduct.basics import Message


def condition_sentences(agreement: Agreement, voice: Voice) -> Iterator[Sentence]:
    """What must hold before boarding; for a day, what is law on it."""
    for condition in agreement.conditions:
        if voice.on is not None and not condition.is_law_on(voice.on):
            continue
        days = "" if voice.on is not None else voice.days(condition.start, condition.end)
        message = Message.of(
            "agreement.says-condition",
            label=voice.words(condition.label).removesuffix("."),
            unknown=voice.word("unknown", condition.when_unknown),
            days=days,
        )
        yield Sentence("conditions", voice.say(message), condition.citation, condition)


def duty_sentences(agreement: Agreement, voice: Voice) -> Iterator[Sentence]:
    """Who must do what by when."""
    for duty in agreement.duties:
        message = Message.of(
            "agreement.says-duty",
            side=voice.word("role", duty.who),
            what=voice.words(duty.what),
            start=voice.say(_start(duty, voice)),
        )
        yield Sentence("duties", voice.say(message), duty.citation)


def _start(duty: Duty, voice: Voice) -> Message:
    if duty.every:
        return Message(f"agreement.says-every-{duty.every}")
    deadline = duty.deadline
    if deadline is None:
        return Message.of("agreement.says-on-event", event=duty.on_event)
    if deadline.count == 0:
        return Message.of("agreement.says-at-once", event=duty.on_event)
    span = Message(f"agreement.says-span-{deadline.unit.value}", {"count": deadline.count})
    return Message(
        f"agreement.says-deadline-{deadline.direction.value}",
        {
            "within": voice.say(span),
            "event": duty.on_event,
            "counted": "".join(f", {voice.say(each)}" for each in _counted(deadline)),
        },
    )


def _counted(deadline: Deadline) -> Iterator[Message]:
    if deadline.unit in {DeadlineUnit.CALENDAR_DAYS, DeadlineUnit.BUSINESS_DAYS}:
        counted = "counting" if deadline.counts_event_day else "not-counting"
        yield Message(f"agreement.says-event-day-{counted}")
    if deadline.excluded_hours is not None:
        first, until = deadline.excluded_hours
        yield Message.of("agreement.says-excluding-hours", first=first, until=until)
