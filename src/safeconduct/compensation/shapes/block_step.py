"""An amount per month for each block of places above a number, up to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import BlockStep, PartBlock
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price
from safeconduct.compensation.shapes.places_over_time import over_months


def block_step(item: BlockStep, prices: Iterable[Price], measured: Measured) -> Iterator[Charge]:
    """Blocks for each month, by the places made available; nothing while these are unknown."""
    if measured.places is None:
        return
    for price in prices:
        quantity = over_months(measured.places, price.stretch, lambda n: blocks_owed(item, n))
        broken = any(
            stated is not None and _places_in_step(item, stated) % item.block
            for _, stated in measured.places.runs(price.stretch)
        )
        rests_on = (item.citation, item.part_block_citation) if broken else (item.citation,)
        yield Charge(
            item,
            price,
            quantity.amount,
            "block-month",
            rests_on,
            quantity.silent_on,
            quantity.unknown,
        )


def blocks_owed(item: BlockStep, places: int) -> Fraction:
    """Blocks owed for a number of places; a block that is not full as the agreement says."""
    blocks = Fraction(_places_in_step(item, places), item.block)
    match item.part_block:
        case PartBlock.FULL:
            return Fraction(-(-blocks.numerator // blocks.denominator))
        case PartBlock.NONE:
            return Fraction(blocks.numerator // blocks.denominator)
        case PartBlock.PRO_RATA:
            return blocks


def _places_in_step(item: BlockStep, places: int) -> int:
    return max(0, min(places, item.up_to) - item.above)
