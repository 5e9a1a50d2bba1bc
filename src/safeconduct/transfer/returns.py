"""Planning a return: by which day somebody must be back, what holds it up, and what follows.

A hold keeps a person from the journey, never in custody beyond the last lawful day: on that day the
door opens, and what was held up is lost (Norgerhaven 9(2), 16-17; ICCPR 9).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from safeconduct.basics import Finding, Message, Severity
from safeconduct.basics.finding import Parameter


class ReturnReason(StrEnum):
    """Why somebody goes back."""

    SENTENCE_ENDS = "sentence-ends"
    REQUEST = "request"
    ORDER = "order"
    RECALL = "recall"
    AGREEMENT_ENDS = "agreement-ends"
    HEALTH = "health"


class HoldKind(StrEnum):
    """What holds a return up."""

    PROSECUTION = "prosecution"
    LOCAL_SENTENCE = "local-sentence"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class ReturnHold:
    """Something that holds a return up.

    Attributes:
        kind: what.
        lifted: whether whoever can has let go: the prosecutor, the court, the clinician. None
            where nobody knows, which holds as well.
        reference: the order or the examination.
    """

    kind: HoldKind
    lifted: bool | None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ToReturn:
    """Somebody whose return is planned.

    Attributes:
        person: the person.
        reason: why.
        last_day: the last lawful day of custody; None where none is known.
        due_on: the day that an order, a recall or the end of the agreement sets; None for none.
        lead_days: how many days before the end of the sentence the agreement wants the person
            back; 0 where it says nothing.
        holds: what holds the return up.
    """

    person: str
    reason: ReturnReason
    last_day: date | None
    due_on: date | None = None
    lead_days: int = 0
    holds: tuple[ReturnHold, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """When somebody must be back, and whether anything holds it up.

    Attributes:
        person: the person.
        return_by: the day; None where nothing known sets one.
        held_by: the holds that nobody has lifted.
        findings: what somebody must do about it.
    """

    person: str
    return_by: date | None
    held_by: tuple[ReturnHold, ...]
    findings: tuple[Finding, ...]

    @property
    def state(self) -> str:
        """The state in which the return stands: ``planned`` or ``held-up``."""
        return "held-up" if self.held_by else "planned"


def plan_return(one: ToReturn, today: date) -> ReturnPlan:
    """The plan for one person.

    Args:
        one: whose return it is.
        today: the day, at the place where the person is held.
    """
    by = _return_by(one)
    held = tuple(hold for hold in one.holds if hold.lifted is not True)
    return ReturnPlan(one.person, by, held, tuple(_findings(one, by, held, today)))


def _return_by(one: ToReturn) -> date | None:
    days = [day for day in (one.due_on, one.last_day) if day is not None]
    if one.last_day is not None and one.lead_days:
        days.append(one.last_day - timedelta(days=one.lead_days))
    return min(days) if days else None


def _findings(
    one: ToReturn, by: date | None, held: Iterable[ReturnHold], today: date
) -> Iterator[Finding]:
    if by is None:
        yield _finding("transfer.return-no-day", person=one.person)
    elif by < today:
        yield _finding("transfer.return-overdue", person=one.person, by=by)
    for hold in held:
        yield _finding(
            f"transfer.return-hold-{hold.kind.value}", person=one.person, hold=hold.reference
        )
    if one.last_day is not None and one.last_day < today:
        yield Finding(
            Message.of("transfer.return-past-last-day", person=one.person, day=one.last_day),
            Severity.ERROR,
        )


def _finding(code: str, **parameters: Parameter) -> Finding:
    return Finding(Message(code, parameters), Severity.ATTENTION)
