"""What is still due on a statement: charged, plus and less its notes, less what was paid."""

from __future__ import annotations

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow


def still_due(statement: KeptRow, view: View) -> int:
    """The amount in the smallest unit; below zero where more was paid than is owed."""
    owed = statement.number("total") or 0
    for note in _of(view, "credits", statement):
        amount = note.number("amount") or 0
        owed += amount if note.text("kind") == "debit-note" else -amount
    return owed - sum(paid.number("amount") or 0 for paid in _of(view, "payments", statement))


def _of(view: View, table: str, statement: KeptRow) -> list[KeptRow]:
    return [row for row in view.rows(table) if row.text("statement") == statement.key]
