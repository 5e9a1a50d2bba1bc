"""Which entries of the two books are the same booking?  One-to-one, explained, order-free."""

from safeconduct.reconciliation.matching.pairing import Grounds, Group, match

__all__ = ["Grounds", "Group", "match"]
