"""Under which keys does a record turn up?  Families of keys, of which one is enough."""

from safeconduct.screening.keys.family import Family, Sides
from safeconduct.screening.keys.register import FAMILIES, NAME_FAMILIES

__all__ = ["FAMILIES", "NAME_FAMILIES", "Family", "Sides"]
