"""An agreement has two sides, or leaves open which party plays which."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.parties import Party, PartyRole
from safeconduct.basics import Finding, Message


def two_sides(draft: Draft) -> Iterator[Finding]:
    """Somebody sends and somebody receives."""
    roles = {written.value.role for written in draft.each(Party)}
    for whole in draft.parts_of("agreement"):
        if "parties" not in whole.value.values or PartyRole.EITHER in roles:
            continue
        for role in (PartyRole.SENDING, PartyRole.RECEIVING):
            if role not in roles:
                message = Message.of("agreement.side-missing", role=role.value)
                yield whole.error(message, "parties")
