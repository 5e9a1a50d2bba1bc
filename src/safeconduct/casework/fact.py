"""The annotation that ties a field of an act to the fact that it is filled with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Which declared column a field of an act is filled with, as ``table.column``.

    Label, hint, codes and the kind of input follow from the declaration.
    """

    name: str
