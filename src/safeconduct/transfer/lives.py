"""The transition tables: manifest, line, return, onward transfer and release.

Each row reads: in this state, by this act, to that state. Physical acts stand wherever they can
happen, because what happened is written down: a person may be received without a seal, and is then
an incident, not an absence.
"""

from __future__ import annotations

from safeconduct.transfer.transitions import Step, Transitions

MANIFEST = Transitions(
    "manifest",
    "open",
    (
        Step("open", "seal", "sealed"),
        Step("open", "cancel", "closed"),
        Step("sealed", "reopen", "open"),
        Step("sealed", "dispatch", "dispatched"),
        Step("sealed", "cancel", "closed"),
        Step("dispatched", "hand-over", "handed-over"),
        Step("dispatched", "turn-back", "turned-back"),
        Step("handed-over", "close", "closed"),
        Step("turned-back", "close", "closed"),
    ),
)
"""To reopen takes the seal away from everybody on the manifest; each is cleared again."""

LINE = Transitions(
    "line",
    "proposed",
    (
        Step("proposed", "clear", "cleared"),
        Step("proposed", "withdraw", "withdrawn"),
        Step("cleared", "withdraw-clearance", "proposed"),
        Step("cleared", "withdraw", "withdrawn"),
        Step("cleared", "seal", "sealed"),
        Step("sealed", "withdraw-clearance", "proposed"),
        Step("sealed", "withdraw", "withdrawn"),
        Step("sealed", "board", "boarded"),
        Step("boarded", "receive", "received"),
        Step("boarded", "refuse", "refused"),
        Step("boarded", "turn-back", "turned-back"),
        Step("refused", "turn-back", "turned-back"),
    ),
)
"""Somebody refused at the door is still in the escort's custody, and is brought back."""

RETURN = Transitions(
    "return",
    "planned",
    (
        Step("planned", "hold-up", "held-up"),
        Step("planned", "set-out", "under-way"),
        Step("planned", "arrive", "returned"),
        Step("planned", "cancel", "cancelled"),
        Step("held-up", "free", "planned"),
        Step("held-up", "cancel", "cancelled"),
        Step("held-up", "arrive", "returned"),
        Step("under-way", "arrive", "returned"),
        Step("under-way", "hold-up", "held-up"),
    ),
)
"""Whoever is back is back, whether or not anybody wrote down that the person had set out."""

ONWARD = Transitions(
    "onward-transfer",
    "requested",
    (
        Step("requested", "approve", "approved"),
        Step("requested", "refuse", "refused"),
        Step("approved", "refuse", "refused"),
        Step("approved", "carry-out", "carried-out"),
    ),
)
"""An approval can be taken back until it was carried out; a refusal starts a new request."""

RELEASE = Transitions(
    "release",
    "due",
    (
        Step("due", "release", "released"),
        Step("due", "find-title", "title-found"),
        Step("released", "verify", "verified"),
    ),
)
"""The case stays open until somebody outside the place has verified that the person is free."""

LIVES: tuple[Transitions, ...] = (MANIFEST, LINE, RETURN, ONWARD, RELEASE)
