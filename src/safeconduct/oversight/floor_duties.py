"""Duties that no agreement can switch off, with the time that each leaves.

Where an instrument says *promptly* or *without delay*, the number is the policy of the product and
can only be undercut: an agreement may ask for less time, and never give more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement import Deadline, DeadlineUnit, Direction, PartyRole


class Urgency(StrEnum):
    """How soon somebody else is told when nobody acts."""

    LIBERTY = "liberty"
    """Somebody is held, or carried, without a title: minutes and hours."""

    SAFETY = "safety"
    """A life, an injury, somebody who is not found: hours."""

    ORDINARY = "ordinary"
    """Days."""


@dataclass(frozen=True, slots=True)
class FloorDuty:
    """A duty of the floor.

    Attributes:
        id: short name.
        who: the side that owes it.
        on_event: the event that starts it.
        deadline: by when.
        clause: the instrument and article.
        urgency: how soon somebody else is told.
    """

    id: str
    who: PartyRole
    on_event: str
    deadline: Deadline
    clause: str
    urgency: Urgency


def _hours(count: int) -> Deadline:
    return Deadline(count, DeadlineUnit.HOURS, Direction.AFTER, True, None)


def _days(count: int) -> Deadline:
    unit = DeadlineUnit.CALENDAR_DAYS
    return Deadline(count, unit, Direction.AFTER, counts_event_day=False, excluded_hours=None)


_SENDING, _RECEIVING, _EITHER = PartyRole.SENDING, PartyRole.RECEIVING, PartyRole.EITHER
_LIBERTY, _SAFETY, _ORDINARY = Urgency.LIBERTY, Urgency.SAFETY, Urgency.ORDINARY

FLOOR_DUTIES: tuple[FloorDuty, ...] = (
    FloorDuty("answer-for-the-sent", _EITHER, "dispatched", _hours(24), "ICPPED 17(3)(h)", _SAFETY),
    FloorDuty("tell-family", _RECEIVING, "handed_over", _hours(24), "Mandela 68", _ORDINARY),
    FloorDuty("be-locatable", _RECEIVING, "handed_over", _hours(6), "ICPPED 17(1), 18", _SAFETY),
    FloorDuty("examine", _RECEIVING, "admitted", _hours(24), "Mandela 30", _ORDINARY),
    FloorDuty("tell-of-consul", _RECEIVING, "admitted", _hours(24), "VCCR 36(1)(b)", _ORDINARY),
    FloorDuty("inform-of-rights", _RECEIVING, "admitted", _hours(24), "Mandela 54", _ORDINARY),
    FloorDuty("let-counsel-in", _RECEIVING, "counsel_asked", _hours(48), "BoP 15, 18", _LIBERTY),
    FloorDuty("find-a-title", _EITHER, "held_without_order", _hours(24), "ICCPR 9(1)", _LIBERTY),
    FloorDuty("tell-the-court", _EITHER, "held_without_order", _hours(4), "ICCPR 9(4)", _LIBERTY),
    FloorDuty("release", _RECEIVING, "release_ordered", _hours(4), "ICCPR 9(1)", _LIBERTY),
    FloorDuty("verify-release", _SENDING, "released", _hours(48), "ICPPED 21", _ORDINARY),
    FloorDuty("report-death", _RECEIVING, "death", _hours(4), "Mandela 71", _SAFETY),
    FloorDuty("tell-next-of-kin", _RECEIVING, "death", _hours(4), "Mandela 69", _SAFETY),
    FloorDuty("report-injury", _RECEIVING, "serious_injury", _hours(24), "Mandela 71", _SAFETY),
    FloorDuty("report-escape", _RECEIVING, "escape", _hours(1), "ICPPED 17(3)(h)", _SAFETY),
    FloorDuty("find-missing", _RECEIVING, "missing", _hours(1), "ICPPED 17(3)", _SAFETY),
    FloorDuty("inquire-torture", _EITHER, "torture_alleged", _hours(24), "Mandela 57(3)", _SAFETY),
    FloorDuty("answer-complaint", _EITHER, "complaint_lodged", _days(14), "Mandela 57", _ORDINARY),
    FloorDuty("answer-locate", _EITHER, "locate_requested", _hours(24), "ICPPED 18(1)", _SAFETY),
    FloorDuty("answer-contest", _EITHER, "data_contested", _days(30), "LED 16", _ORDINARY),
    FloorDuty("tell-recipients", _EITHER, "data_rectified", _days(3), "LED 7(3)", _ORDINARY),
)
