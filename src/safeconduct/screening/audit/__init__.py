"""Which records of one register, or of two, may be one person?  The same keys, joined in bulk."""

from safeconduct.screening.audit.auditing import Audit, AuditedPair, audit
from safeconduct.screening.audit.second_opinion import Opinions, second_opinion

__all__ = ["Audit", "AuditedPair", "Opinions", "audit", "second_opinion"]
