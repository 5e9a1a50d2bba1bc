"""How does one booking differ, step by step from our claim to theirs?"""

from safeconduct.reconciliation.differing.claims import Claim, claim_of
from safeconduct.reconciliation.differing.pairs import Claims, pair_steps
from safeconduct.reconciliation.differing.surplus import Surplus

__all__ = ["Claim", "Claims", "Surplus", "claim_of", "pair_steps"]
