"""Which records could a person be?  The union of all keys, then a bound that loses nobody."""

from safeconduct.screening.reaching.reach import Reached, Reacher
from safeconduct.screening.reaching.relations import Relations

__all__ = ["Reached", "Reacher", "Relations"]
