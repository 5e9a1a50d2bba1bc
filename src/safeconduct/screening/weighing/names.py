"""The best assignment of one name's words to the words of many names, in whole arrays.

The sum over all subsets of the person's words is carried from word to word of the records' names:
exact, whatever the order of words, and with no loop over records.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safeconduct.screening.evidence.weights import CONFLICTING_NAME

Weights = NDArray[np.int32]

NEVER = np.int32(-(1 << 28))
"""Less than any sum."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What the best assignment gives, an entry a name.

    Attributes:
        weight: the evidence of the name.
        matched: how many words have a match.
    """

    weight: Weights
    matched: NDArray[np.int8]


def assign(weights: Weights, mine: int) -> Assigned:
    """Assign the words of one name to the words of many names of one length.

    Args:
        weights: by word of the person, name, and word of that name: what their match weighs; 0
            where they do not match. Only words of the person with any match at all.
        mine: how many words the person's name has.
    """
    rows, names, columns = weights.shape
    gains = np.where(weights != 0, weights - CONFLICTING_NAME, NEVER)
    best = np.full((1 << rows, names), NEVER, np.int32)
    best[0] = 0
    for column in range(columns):
        # From large subsets to small ones, so that a word is used once.
        for subset in range((1 << rows) - 1, 0, -1):
            for row in range(rows):
                if subset >> row & 1:
                    np.maximum(
                        best[subset],
                        best[subset & ~(1 << row)] + gains[row, :, column],
                        out=best[subset],
                    )
    chosen = best.argmax(axis=0)
    total = np.take_along_axis(best, chosen[None, :], axis=0)[0]
    sizes = np.array([subset.bit_count() for subset in range(1 << rows)], np.int8)
    return Assigned(total + CONFLICTING_NAME * min(mine, columns), sizes[chosen])
