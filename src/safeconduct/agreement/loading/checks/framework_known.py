"""The conventions that an agreement stands under are in the library."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import listing, quote
from safeconduct.basics import AgreementId, Finding, Message


def framework_known(draft: Draft) -> Iterator[Finding]:
    """Every name behind ``under`` is an agreement of the library, and not this one."""
    for whole in draft.parts_of("agreement"):
        itself = whole.value.values.get("id")
        known = [AgreementId(name) for name in sorted(draft.frameworks) if name != itself]
        under = whole.value.values.get("under", ())
        for name in under if isinstance(under, tuple) else ():
            if name not in known:
                allowed = listing(known) or "—"
                message = Message.of("agreement.unknown-framework", id=quote(name), allowed=allowed)
                yield whole.error(message, "under")
