"""A duty begins with an event or by the calendar."""

from collections.abc import Iterator

from safeconduct.agreement.duties import DeadlineUnit, Duty
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding, Message


def duties_begin_once(draft: Draft) -> Iterator[Finding]:
    """Each duty has exactly one of the two, and leaves out hours only of a deadline in hours."""
    for duty in draft.each(Duty):
        if not duty.value.on_event and not duty.value.every:
            yield duty.error(Message.of("agreement.duty-without-start", id=duty.value.id))
        if duty.value.on_event and duty.value.every:
            message = Message.of("agreement.duty-with-two-starts", id=duty.value.id)
            yield duty.error(message, "every")
        deadline = duty.value.deadline
        if deadline and deadline.excluded_hours and deadline.unit is not DeadlineUnit.HOURS:
            yield duty.error(Message.of("agreement.excluded-hours-of-days"), "deadline")
