"""The tables of the page on oversight, as they follow from the code."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.basics import ENGLISH, Message, render
from safeconduct.oversight import ANSWER_WITHIN, FLOOR_DUTIES, LADDERS, RELEASE_WITHIN


def duties_table() -> str:
    """Every duty of the floor."""
    lines = ["| on | who | what | within | after |", "| --- | --- | --- | --- | --- |"]
    for duty in FLOOR_DUTIES:
        what = render(Message(f"oversight.duty-{duty.id}"), ENGLISH)
        within = f"{duty.deadline.count} {duty.deadline.unit.value}"
        lines.append(
            f"| `{duty.on_event}` | {duty.who.value} | {what} | {within} | {duty.clause} |"
        )
    return "\n".join(lines) + "\n"


def ladders_table() -> str:
    """Who is told when nobody acts."""
    lines = ["| urgency | after the deadline | told |", "| --- | --- | --- |"]
    lines += [
        f"| {urgency.value} | {_hours(step.after)} | {render(step.told.label, ENGLISH)} |"
        for urgency, steps in LADDERS.items()
        for step in steps
    ]
    return "\n".join(lines) + "\n"


def times_table() -> str:
    """How long releases and answers to findings may take."""
    lines = ["| what | within |", "| --- | --- |"]
    lines += [
        f"| release: {ground} | {_hours(within)} |" for ground, within in RELEASE_WITHIN.items()
    ]
    lines += [
        f"| answer to a finding: {gravity.value} | {_days(within)} |"
        for gravity, within in ANSWER_WITHIN.items()
    ]
    return "\n".join(lines) + "\n"


def _hours(span: timedelta) -> str:
    return "at once" if not span else f"{span // timedelta(hours=1)} hours"


def _days(span: timedelta | None) -> str:
    return "no answer is asked for" if span is None else f"{span.days} days"
