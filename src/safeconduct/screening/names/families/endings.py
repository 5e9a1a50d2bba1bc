"""Endings: one surname or patronymic as a man and as a woman bear it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.screening.names.families.book import listed_families
from safeconduct.screening.names.languages.albanian import without_definite_ending
from safeconduct.screening.names.languages.nordic import NORDIC
from safeconduct.screening.names.languages.slavic import SLAVIC

# Over canonical Slavic spellings: Ivanov, Ivanova; Kowalski, Kowalska, Tchaikovskaya.
_SURNAME = re.compile(r"(.{2,}(?:ov|ev|in))a?")
_ADJECTIVE = re.compile(r"(.{2,}[sc]k)(?:i|oi|a|aia)")
_PLAIN_ADJECTIVE = re.compile(r"(.{3,}[nl])(?:i|oi|aia)")
_PATRONYMIC = re.compile(r"(.{2,}?)(?:(?:ov|ev|iv)(?:ic|na)|ic(?:na)?|inicna)")
_CZECH = re.compile(r"(.{3,}(?:[aei]k|ec|el|al|il))(?:ova)?")
# Over canonical Nordic spellings: Jónsson, Jónsdóttir.
_SON_AND_DAUGHTER = re.compile(r"(.{2,}?)(?:son|sdotir)")
# Over plain letters: Papadopoulos, Papadopoulou; Ioannidis, Ioannidou.
_GREEK = re.compile(r"(.{2,}(?:opoul|iad|id|ak|ell))(?:os|ou|is|i|as|a|es)")
_SHORTEST = 5


def families_by_ending(plain: str) -> Iterator[str]:
    """The families of surnames and patronymics that a plain word belongs to: ``RULE:stem``.

    Known given names have none but the Albanian: Martina is not how the wife of a Martin is called.
    """
    if stem := without_definite_ending(plain):
        yield f"albanian-ending:{stem}"
    if len(plain) < _SHORTEST or plain in listed_families():
        return
    for spelling in SLAVIC.canonical(plain):
        yield from _stems("slavic-surname", spelling, _SURNAME, _ADJECTIVE, _PLAIN_ADJECTIVE)
        yield from _stems("slavic-surname", spelling, _CZECH)
        yield from _stems("slavic-patronymic", spelling, _PATRONYMIC)
    for spelling in NORDIC.canonical(plain):
        yield from _stems("nordic-patronymic", spelling, _SON_AND_DAUGHTER)
    yield from _stems("greek-surname", plain, _GREEK)


def _stems(family: str, spelling: str, *endings: re.Pattern[str]) -> Iterator[str]:
    for ending in endings:
        if found := ending.fullmatch(spelling):
            yield f"{family}:{found[1]}"
