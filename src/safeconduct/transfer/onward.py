"""May somebody be sent onward?  To a third State by consent and a new assessment only.

A move inside the receiving State is recorded and told to the sending side, and never silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from safeconduct.agreement import CustodyModel
from safeconduct.basics import Finding, Jurisdiction, Message, Severity
from safeconduct.basics.finding import Parameter

FRESH = timedelta(days=90)
"""How old an assessment may be, as the floor has it for the first transfer."""


class OnwardKind(StrEnum):
    """Where an onward move leads."""

    THIRD_STATE = "third-state"
    BACK = "back"
    """To the State that handed the person over: a return, with its own plan."""

    INSIDE = "inside"
    """Within the receiving State."""


class InsideReason(StrEnum):
    """Why somebody is moved inside the receiving State."""

    MOVE = "move"
    LOCAL_PROSECUTION = "local-prosecution"
    PROSECUTION_HOLD = "prosecution-hold"
    EVACUATION = "evacuation"
    HOSPITAL = "hospital"


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment of the risk in one State for one person.

    Attributes:
        about: the State.
        made_on: the day.
        individual: whether it is about this person; None where nobody said.
        found_bar: whether it found a bar; None where it says neither.
        from_outside: whether an office outside the one that asks for the move vouches for it.
    """

    about: Jurisdiction
    made_on: date
    individual: bool | None
    found_bar: bool | None
    from_outside: bool


@dataclass(frozen=True, slots=True)
class OnwardMove:
    """What is asked for.

    Attributes:
        person: the person.
        model: the custody model of the agreement.
        sending: the State that handed the person over.
        receiving: the State that holds the person.
        to: the State to which the person would go.
        on: the day of the move.
        sending_consents: whether the sending State consents; None while it has not answered.
        assessments: every assessment on file.
        reason: for a move inside the receiving State, why.
        sending_told: whether the sending side was told of it.
        new_charges: whether new charges for earlier acts are the reason.
        specialty_waived: whether the sending State gave up the specialty rule.
    """

    person: str
    model: CustodyModel
    sending: Jurisdiction
    receiving: Jurisdiction
    to: Jurisdiction
    on: date
    sending_consents: bool | None = None
    assessments: tuple[Assessment, ...] = ()
    reason: InsideReason | None = None
    sending_told: bool = False
    new_charges: bool = False
    specialty_waived: bool | None = None

    @property
    def kind(self) -> OnwardKind:
        """Where the move leads."""
        if self.to.state == self.receiving.state:
            return OnwardKind.INSIDE
        if self.to.state == self.sending.state:
            return OnwardKind.BACK
        return OnwardKind.THIRD_STATE


def onward_findings(move: OnwardMove) -> tuple[Finding, ...]:
    """Everything that stands in the way of an onward move, or must be done with it.

    An error forbids the move. What is asked for inside the receiving State is never forbidden
    here: it is recorded, and the sending side is told.
    """
    if move.kind is OnwardKind.THIRD_STATE:
        return (*_consent(move), *_assessed(move), *_specialty(move))
    if move.kind is OnwardKind.BACK:
        return (_finding("transfer.onward-is-return", Severity.ERROR, person=move.person),)
    return (*_recorded(move), *_specialty(move))


def _consent(move: OnwardMove) -> Iterator[Finding]:
    if move.sending_consents is None:
        yield _error("transfer.onward-consent-unknown", person=move.person, to=str(move.to))
    elif not move.sending_consents:
        yield _error("transfer.onward-consent-refused", person=move.person, to=str(move.to))


def _assessed(move: OnwardMove) -> Iterator[Finding]:
    about = [one for one in move.assessments if one.about.state == move.to.state]
    if any(one.found_bar is True for one in about):
        yield _error("transfer.onward-bar", person=move.person, to=str(move.to))
    if not any(_is_sound(one, move.on) for one in about):
        days = FRESH.days
        yield _error("transfer.onward-not-assessed", person=move.person, to=str(move.to), days=days)


def _is_sound(one: Assessment, on: date) -> bool:
    is_fresh = timedelta() <= on - one.made_on <= FRESH
    return is_fresh and one.individual is True and one.found_bar is False and one.from_outside


def _specialty(move: OnwardMove) -> Iterator[Finding]:
    is_bound = move.model is CustodyModel.SENTENCE_TRANSFER and move.new_charges
    if is_bound and move.specialty_waived is not True:
        yield _error("transfer.onward-specialty", person=move.person)


def _recorded(move: OnwardMove) -> Iterator[Finding]:
    if move.reason is None:
        yield _error("transfer.onward-no-reason", person=move.person)
    if not move.sending_told:
        yield _finding("transfer.onward-tell-sending", Severity.ATTENTION, person=move.person)


def _error(code: str, **parameters: Parameter) -> Finding:
    return _finding(code, Severity.ERROR, **parameters)


def _finding(code: str, severity: Severity, **parameters: Parameter) -> Finding:
    return Finding(Message(code, parameters), severity)
