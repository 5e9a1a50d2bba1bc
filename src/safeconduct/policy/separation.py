"""Steps that one person may not take alone: who did the first cannot do the second."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.basics import Message
from safeconduct.policy.relations import Actor
from safeconduct.policy.rights import Right
from safeconduct.policy.ruling import Ruling

SEPARATED: Mapping[Right, tuple[Right, ...]] = MappingProxyType(
    {
        Right.CLEAR: (Right.PROPOSE,),
        Right.CONFIRM_LIFT: (Right.LIFT_ORDER,),
        Right.LIFT_STOP: (Right.STOP,),
        Right.DECIDE_ONWARD_TRANSFER: (Right.REQUEST_ONWARD_TRANSFER,),
        Right.VERIFY_RELEASE: (Right.RELEASE,),
        Right.PAY: (Right.ISSUE_STATEMENT,),
        Right.ANSWER_COMPLAINT: (Right.LODGE_COMPLAINT,),
        Right.CLOSE_INCIDENT: (Right.RECORD_INCIDENT,),
    }
)
"""A step, and the earlier steps whose author cannot take it."""


def second_person(actor: Actor, right: Right, earlier: Mapping[Right, str]) -> Ruling:
    """Whether the actor is another person than whoever took the steps that this one checks.

    Args:
        actor: who is about to act.
        right: the step.
        earlier: the account that took each earlier step; what is missing was not taken. An empty
            account is somebody unknown, who may be the actor: the step is denied.
    """
    for step in SEPARATED.get(right, ()):
        author = earlier.get(step)
        if author is None:
            continue
        if not author or not actor.id or author == actor.id:
            same = Message.of("policy.same-person", earlier=step.label, right=right.label)
            return Ruling(False, same)
    return Ruling(True, Message.of("policy.another-person", right=right.label))
