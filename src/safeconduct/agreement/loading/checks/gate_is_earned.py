"""Only an agreement whose safeguards were read may be used as a gate.

An agreement that is unpublished, or has no clause for return, inspection or release, is loaded for
counting, checking and publishing; the gate answers ``undetermined`` for everyone under it.
"""

from collections.abc import Iterator

from safeconduct.agreement.agreement import Use
from safeconduct.agreement.citation import Grade, Words
from safeconduct.agreement.loading.draft import Draft, Parts, Written
from safeconduct.agreement.loading.findings import listing
from safeconduct.agreement.parties import CustodyModel
from safeconduct.agreement.safeguards import Safeguard, safeguards_needed
from safeconduct.basics import Finding, Message

PRIMARY = frozenset({Grade.TEXT, Grade.PART})
"""The grades of a clause that somebody read where the parties wrote it."""


def gate_is_earned(draft: Draft) -> Iterator[Finding]:
    """``gate`` has its safeguards, ``audit-only`` its reason, and neither what is the other's."""
    for whole in draft.parts_of("agreement"):
        use = whole.value.values.get("use")
        because = whole.value.values.get("audit_only_because", ...)
        if use is Use.AUDIT_ONLY and because is None:
            yield whole.error(Message.of("agreement.audit-only-without-reason"), "use")
        if use is Use.GATE and isinstance(because, Words):
            yield whole.error(Message.of("agreement.gate-with-reason"), "audit_only_because")
        if use is Use.GATE:
            yield from _missing_safeguards(whole)


def _missing_safeguards(whole: Written[Parts]) -> Iterator[Finding]:
    model, stated = (whole.value.values.get(key) for key in ("custody_model", "safeguards"))
    if not isinstance(model, CustodyModel) or not isinstance(stated, tuple):
        return
    clauses = [clause for clause in stated if isinstance(clause, Safeguard)]
    read = {clause.kind for clause in clauses if clause.citation.grade in PRIMARY}
    missing = [kind for kind in safeguards_needed(model) if kind not in read]
    if missing:
        message = Message.of("agreement.gate-without-safeguard", missing=listing(missing))
        yield whole.error(message, "use")
