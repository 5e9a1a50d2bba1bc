"""Ending a dispute: what becomes of it, and of the statement when it was the last one."""

from __future__ import annotations

from safeconduct.basics import Finding
from safeconduct.casework.act import Planned
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault


def end_dispute(key: str, state: str, situation: Situation) -> Planned:
    """The dispute in its last state; with no other open, the statement is issued again.

    Args:
        key: the dispute.
        state: ``upheld``, ``rejected`` or ``withdrawn``.
        situation: what is known.
    """
    dispute = situation.known("disputes", key)
    if isinstance(dispute, Finding):
        return (dispute,)
    if dispute.text("state") != "open":
        return (fault("casework.dispute-over", "dispute", state=dispute.text("state")),)
    rows = [changed(dispute, is_open=False, state=state)]
    statement = situation.view.row("statements", dispute.text("statement"))
    others = (
        one
        for one in situation.view.rows("disputes", open_only=True)
        if one.key != key and one.text("statement") == dispute.text("statement")
    )
    if statement is not None and next(others, None) is None:
        rows.append(changed(statement, state="issued" if state != "upheld" else "settled"))
    facts = {"dispute": key, "state": state, "statement": dispute.text("statement")}
    return Plan(tuple(rows), facts={**facts})
