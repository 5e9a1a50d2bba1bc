"""Before anything is exchanged: do both parties mean the same terms, floor and program?"""

from __future__ import annotations

from safeconduct.basics import Finding, Message, Severity
from safeconduct.exchange.card import PartyCard


def disagreements(own: PartyCard, theirs: PartyCard) -> tuple[Finding, ...]:
    """Everything in which two cards do not fit each other.

    Errors forbid an exchange. Another floor or another version of the program is told, and the
    stricter side's gate still holds: no exchange changes what either of them evaluates.
    """
    found = []
    if own.origin == theirs.origin or own.signing == theirs.signing:
        found.append(_finding("exchange.own-card", Severity.ERROR, origin=theirs.origin))
    if own.party == theirs.party:
        found.append(_finding("exchange.same-party", Severity.ERROR, party=theirs.party))
    if own.agreement != theirs.agreement:
        found.append(
            _finding(
                "exchange.other-agreement",
                Severity.ERROR,
                ours=own.agreement,
                theirs=theirs.agreement,
            )
        )
    elif own.terms != theirs.terms:
        found.append(
            _finding("exchange.other-terms", Severity.ERROR, ours=own.terms, theirs=theirs.terms)
        )
    for code, ours, others in (
        ("exchange.other-floor", own.floor, theirs.floor),
        ("exchange.other-software", own.software, theirs.software),
    ):
        if ours != others:
            found.append(_finding(code, Severity.ATTENTION, ours=ours, theirs=others))
    return tuple(found)


def _finding(code: str, severity: Severity, **named: str) -> Finding:
    return Finding(Message(code, named), severity)
