"""A person as one row of a manifest or register describes them; nothing is discarded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from safeconduct.basics import digest
from safeconduct.screening.dates import PartialDate, read_dates
from safeconduct.screening.identifiers import read_identifiers
from safeconduct.screening.names import Name, Script, Token, read_names
from safeconduct.screening.sexes import NOT_KNOWN, Sex, read_sex

NAMES = ("given_names", "surnames", "full_name", "other_names")
"""Columns that name the person; ``other_names`` holds aliases and former names in full."""

PLACES = ("born_in", "residence", "postcode")
"""Columns of places, each compared with its like."""

PARENTS = ("father", "mother")
"""Columns with a parent's name, each compared with its like."""

COLUMNS = (*NAMES, "born_on", "sex", "nationality", "document_no", *PLACES, *PARENTS)
"""The columns that are compared. Any other column is kept and shown, and compared with nothing."""

_NO_WORDS = re.compile(r"[^\w;]+")


@dataclass(frozen=True, slots=True)
class Person:
    """What one row says of a person.

    Attributes:
        ref: the row's own reference, unique in its table.
        names: every name, aliases included; given names and surnames in no certain order.
        dates: possible dates of birth.
        identifiers: numbers of documents and files, each in its one spelling.
        sex: the sex stated; None where it is not known.
        nationalities: codes or names of States, in capitals.
        places: by column, the places named there, in small letters without marks.
        parents: by column, the names of that parent.
        cells: every cell as it was written, by heading.
        line: line of the row in its file.
        unread: column and text of what could not be read; it counts as missing.
    """

    ref: str
    names: tuple[Name, ...]
    dates: tuple[PartialDate, ...]
    identifiers: tuple[str, ...]
    sex: Sex | None
    nationalities: frozenset[str]
    places: Mapping[str, frozenset[str]]
    parents: Mapping[str, tuple[Name, ...]]
    cells: Mapping[str, str]
    line: int
    unread: tuple[tuple[str, str], ...]

    @property
    def version(self) -> str:
        """The digest of everything that the row says; it changes with any cell."""
        return digest({"ref": self.ref, "cells": {k: v for k, v in self.cells.items() if v}})

    @property
    def shown_name(self) -> str:
        """The name as it was written, for a person to read."""
        cells = self.cells
        own = " ".join(filter(None, (cells.get("given_names"), cells.get("surnames"))))
        return own or cells.get("full_name") or cells.get("other_names") or ""


def read_person(ref: str, cells: Mapping[str, str], line: int = 0) -> Person:
    """The person that a row describes.

    Args:
        ref: the row's reference.
        cells: the row by heading; see ``COLUMNS``. A cell may hold several values, separated
            by ``;``.
        line: where the row stands in its file.
    """
    get = cells.get
    dates, undated = read_dates(get("born_on") or "")
    sex = get("sex") or ""
    unread = [("born_on", text) for text in undated]
    if read_sex(sex) is None and sex.strip().casefold() not in NOT_KNOWN:
        unread.append(("sex", sex))
    return Person(
        ref=ref,
        names=names_of(cells),
        dates=dates,
        identifiers=read_identifiers(get("document_no") or ""),
        sex=read_sex(sex),
        nationalities=frozenset(_pieces((get("nationality") or "").upper())),
        places={column: _places(get(column) or "") for column in PLACES if get(column)},
        parents={column: read_names(None, None, get(column)) for column in PARENTS if get(column)},
        cells=MappingProxyType(dict(cells)),
        line=line,
        unread=tuple(unread),
    )


def names_of(cells: Mapping[str, str]) -> tuple[Name, ...]:
    """Every name of a row: the one in parts or in full, and the other names; each once."""
    get = cells.get
    first = read_names(get("given_names"), get("surnames"), get("full_name"))
    if not get("other_names"):
        return first
    return tuple(dict.fromkeys((*first, *read_names(None, None, get("other_names")))))


def telling(name: Name) -> tuple[Token, ...]:
    """The tokens of a name that tell one person from another: all but the particles."""
    return tuple(token for token in name.tokens if not token.is_particle) or name.tokens


def is_unreadable(word: Token) -> bool:
    """Whether a word is written in a script that no rule reads; a figure is of no script."""
    return word.script is Script.UNKNOWN and any(one.isalpha() for one in word.strict)


def _places(text: str) -> frozenset[str]:
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(one for one in spread if not unicodedata.combining(one))
    return frozenset(_pieces(_NO_WORDS.sub(" ", plain)))


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split(";") if piece.strip())
