"""What would the answer be?  Pairs of invented books with planted errors and known effects.

They show what the command does, and hold it to effects that were worked out apart from it: by
walking each day of each booking, with the prices written down here a second time.
"""

from safeconduct.reconciliation.planted.books import Effect, PlantedBooks
from safeconduct.reconciliation.planted.planting import Tariff, plant

__all__ = ["Effect", "PlantedBooks", "Tariff", "plant"]
