"""The tables of the page on transfers, as they follow from the code."""

from __future__ import annotations

from safeconduct.basics import ENGLISH, render
from safeconduct.transfer import ITEMS, LIVES, REASONS


def lives_table() -> str:
    """Every step of every life."""
    lines = ["| of | in this state | by this act | to that state |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {life.name} | {step.state} | {step.act} | {step.leads_to} |"
        for life in LIVES
        for step in life.steps
    ]
    return "\n".join(lines) + "\n"


def reasons_table() -> str:
    """Every reason, when it is given and on whose side it lies."""
    lines = ["| when | code | reason | side |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {occasion.value} | `{r.code}` | {render(r.label, ENGLISH)} | {r.side.value} |"
        for occasion, reasons in REASONS.items()
        for r in reasons.values()
    ]
    return "\n".join(lines) + "\n"


def items_table() -> str:
    """Every question of the escort record."""
    lines = ["| section | question | answer | needed |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {item.section.value} | {render(item.label, ENGLISH)} | {item.answer.value} |"
        f" {'yes' if item.needed else f'after `{item.follows}`' if item.follows else 'no'} |"
        for item in ITEMS.values()
    ]
    return "\n".join(lines) + "\n"
