"""Case tables: rows that an accountant can read and work out again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The rows of a table under ``cases/``."""
    rows: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return rows


def worked_out(products: list[list[object]]) -> Fraction:
    """A sum of products, as the tables write arithmetic: ``[[31, 365, 140], [500]]``."""
    total = Fraction(0)
    for factors in products:
        product = Fraction(1)
        for factor in factors:
            product *= Fraction(str(factor))
        total += product
    return total
