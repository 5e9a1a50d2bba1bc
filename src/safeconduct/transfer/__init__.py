"""Who may do what to a transfer next?  Manifest, seal, handover, return, onward transfer."""

from safeconduct.transfer.acknowledging import (
    Acknowledgement,
    ClockState,
    acknowledgements,
    overdue,
)
from safeconduct.transfer.escort_record import (
    ITEMS,
    Bag,
    EscortRecord,
    Item,
    Section,
    missing,
    property_differs,
    read_answers,
)
from safeconduct.transfer.gaps import Answer, Arrival, Gap, GapKind, Sent, unannounced, unanswered
from safeconduct.transfer.lives import LINE, LIVES, MANIFEST, ONWARD, RELEASE, RETURN
from safeconduct.transfer.onward import (
    Assessment,
    InsideReason,
    OnwardKind,
    OnwardMove,
    onward_findings,
)
from safeconduct.transfer.reasons import REASONS, Occasion, Reason, Side
from safeconduct.transfer.returns import (
    HoldKind,
    ReturnHold,
    ReturnPlan,
    ReturnReason,
    ToReturn,
    plan_return,
)
from safeconduct.transfer.sealing import LineToSeal, Sealing, Signature, may_seal
from safeconduct.transfer.transitions import Step, Transitions, next_state, next_states

__all__ = [
    "ITEMS",
    "LINE",
    "LIVES",
    "MANIFEST",
    "ONWARD",
    "REASONS",
    "RELEASE",
    "RETURN",
    "Acknowledgement",
    "Answer",
    "Arrival",
    "Assessment",
    "Bag",
    "ClockState",
    "EscortRecord",
    "Gap",
    "GapKind",
    "HoldKind",
    "InsideReason",
    "Item",
    "LineToSeal",
    "Occasion",
    "OnwardKind",
    "OnwardMove",
    "Reason",
    "ReturnHold",
    "ReturnPlan",
    "ReturnReason",
    "Sealing",
    "Section",
    "Sent",
    "Side",
    "Signature",
    "Step",
    "ToReturn",
    "Transitions",
    "acknowledgements",
    "may_seal",
    "missing",
    "next_state",
    "next_states",
    "onward_findings",
    "overdue",
    "plan_return",
    "property_differs",
    "read_answers",
    "unannounced",
    "unanswered",
]
