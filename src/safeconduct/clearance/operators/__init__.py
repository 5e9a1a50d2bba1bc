"""How is each kind of predicate evaluated?  One kind a file, as a closure and as SQL."""

from safeconduct.clearance.operators import (
    amount,
    attested,
    elapsed,
    equality,
    every,
    exists,
    logic,
    membership,
    no_order_stands,
    none_open,
    notice,
    sequence,
)

__all__ = [
    "amount",
    "attested",
    "elapsed",
    "equality",
    "every",
    "exists",
    "logic",
    "membership",
    "no_order_stands",
    "none_open",
    "notice",
    "sequence",
]
