"""Findings: what a check has to say, as a code with parameters and the place that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Self, TypeAlias

from safeconduct.basics.money import Money

Parameter: TypeAlias = "str | int | Decimal | Fraction | date | datetime | Money | Message"
"""What a sentence can name; a message among it is said in the language of the whole.

Decimals, fractions and money are written as the language writes numbers. A whole number stands as
it is, for it may be a year or a line; a count that wants separators is a fraction.
"""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that waits for its language.

    Attributes:
        code: ``domain.sentence``; the domain is the package that speaks, e.g.
            ``custody.departure-before-arrival``. Catalogues hold the sentence under this code,
            and may hold what would be right (``CODE.allowed``) and an example (``CODE.example``).
        parameters: the values that the sentence names.
    """

    code: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", MappingProxyType(dict(self.parameters)))

    @classmethod
    def of(cls, code: str, **parameters: Parameter) -> Self:
        """Build a message from keywords."""
        return cls(code, parameters)

    def __hash__(self) -> int:
        return hash((self.code, frozenset(self.parameters.items())))


@dataclass(frozen=True, slots=True)
class Location:
    """Where in what a person gave us a finding stands.

    Attributes:
        file: the file as the person named it.
        line: line of a text file or row of a sheet, counted from 1.
        column: a column name in tables; a character position, counted from 1, in agreements.
        clause: the clause of the agreement that the finding rests on.
    """

    file: str = ""
    line: int | None = None
    column: str | int | None = None
    clause: str = ""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Severity(StrEnum):
    """What a finding asks for."""

    ERROR = "error"
    """The input is wrong: nothing is computed from it (exit code 2)."""

    ATTENTION = "attention"
    """The answer stands, and a person must look at something (exit code 1)."""

    NOTE = "note"
    """Said for completeness; asks for nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: severity, sentence and place. Checks return findings, never raise."""

    message: Message
    severity: Severity = Severity.ATTENTION
    location: Location = field(default_factory=Location)

    @property
    def code(self) -> str:
        """The message's code."""
        return self.message.code


class WrongInput(Exception):  # noqa: N818 - the field's word, and exit code 2 is no error of ours
    """The input cannot be used. The command line prints the findings and exits with 2."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(f"{f.location} {f.code}" for f in findings))
        self.findings = findings


class CrossCheckFailed(Exception):  # noqa: N818 - named for what happened; exit code 3
    """Two independent methods disagree, so that no figure of ours may be used."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message
