"""Corruptions: what happens to one person's row on its way from one register into another.

Each takes a row by the columns of a manifest and a source of chance, and gives the row as another
office would have written it, or None where it does not apply. The person stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from safeconduct.screening.names.families.book import listed_families
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.normalising import strict

Row: TypeAlias = Mapping[str, str]
Corruption: TypeAlias = Callable[[Row, Random], Row | None]

MISREAD = {
    "o": "0",
    "l": "1",
    "s": "5",
    "b": "8",
    "m": "rn",
    "d": "cl",
    "e": "c",
    "u": "v",
    "i": "l",
}
IN_CYRILLIC = dict(zip("abvgdeziklmnoprstufcy", "абвгдезиклмнопрстуфцы", strict=True))
FAMILIAR = ("spanish-nicknames", "english-nicknames")


def swap_surnames(row: Row, chance: Random) -> Row | None:
    surnames = row["surnames"].split()
    return _with(row, surnames=" ".join(reversed(surnames))) if len(surnames) == 2 else None


def drop_second_surname(row: Row, chance: Random) -> Row | None:
    surnames = row["surnames"].split()
    return _with(row, surnames=surnames[0]) if len(surnames) == 2 else None


def swap_given_names_and_surnames(row: Row, chance: Random) -> Row | None:
    return _with(row, given_names=row["surnames"], surnames=row["given_names"])


def reorder_given_names(row: Row, chance: Random) -> Row | None:
    given = row["given_names"].split()
    return _with(row, given_names=" ".join(reversed(given))) if len(given) > 1 else None


def drop_second_given_name(row: Row, chance: Random) -> Row | None:
    given = row["given_names"].split()
    return _with(row, given_names=given[0]) if len(given) > 1 else None


def swap_day_and_month(row: Row, chance: Random) -> Row | None:
    year, _, rest = row["born_on"].partition("-")
    month, _, day = rest.partition("-")
    if not day or int(day) > 12 or day == month:
        return None
    return _with(row, born_on=f"{year}-{day}-{month}")


def drop_date_of_birth(row: Row, chance: Random) -> Row | None:
    return _with(row, born_on="") if row["born_on"] else None


def drop_document(row: Row, chance: Random) -> Row | None:
    return _with(row, document_no="") if row["document_no"] else None


def misread_a_letter(row: Row, chance: Random) -> Row | None:
    """A scanner takes one letter of a surname of five letters or more for another."""
    return _change_a_word(row, "surnames", chance, 5, _misread)


def mistype_a_letter(row: Row, chance: Random) -> Row | None:
    """A finger leaves a letter of a surname out, doubles it, or changes it with its neighbour."""
    return _change_a_word(row, "surnames", chance, 6, _mistype)


def call_by_nickname(row: Row, chance: Random) -> Row | None:
    first, *others = row["given_names"].split() or [""]
    plain = readings(strict(first))
    wanted = [f"{familiar}:{word}" for familiar in FAMILIAR for word in plain]
    known = sorted(
        nickname
        for nickname, families in listed_families().items()
        if nickname not in plain and len(nickname) > 2 and not families.isdisjoint(wanted)
    )
    if not known:
        return None
    return _with(row, given_names=" ".join([chance.choice(known).title(), *others]))


def write_an_initial(row: Row, chance: Random) -> Row | None:
    """The last of several given names is written as its first letter."""
    given = row["given_names"].split()
    if len(given) < 2:
        return None
    return _with(row, given_names=" ".join([*given[:-1], f"{given[-1][0]}."]))


def take_marks_off_in_capitals(row: Row, chance: Random) -> Row | None:
    plain = {
        column: " ".join(readings(strict(word))[0].upper() for word in row[column].split())
        for column in ("given_names", "surnames")
    }
    return _with(row, **plain)


def write_in_cyrillic(row: Row, chance: Random) -> Row | None:
    """Letter for letter, as an office does that writes Cyrillic; for plain names alone."""
    written = {}
    for column in ("given_names", "surnames"):
        letters = [IN_CYRILLIC.get(letter, letter) for letter in row[column].lower()]
        if any(letter.isascii() and letter.isalpha() for letter in letters):
            return None
        written[column] = "".join(letters).title()
    return _with(row, **written)


def join_given_names(row: Row, chance: Random) -> Row | None:
    given = row["given_names"].split()
    if len(given) != 2:
        return None
    return _with(row, given_names=(given[0] + given[1]).capitalize())


def hyphenate_surnames(row: Row, chance: Random) -> Row | None:
    surnames = row["surnames"].split()
    return _with(row, surnames="-".join(surnames)) if len(surnames) == 2 else None


CORRUPTIONS: Mapping[str, Corruption] = {
    corruption.__name__: corruption
    for corruption in (
        swap_surnames,
        drop_second_surname,
        swap_given_names_and_surnames,
        reorder_given_names,
        drop_second_given_name,
        swap_day_and_month,
        drop_date_of_birth,
        drop_document,
        misread_a_letter,
        mistype_a_letter,
        call_by_nickname,
        write_an_initial,
        take_marks_off_in_capitals,
        write_in_cyrillic,
        join_given_names,
        hyphenate_surnames,
    )
}


def _with(row: Row, **changed: str) -> Row:
    return {**row, **changed}


def _change_a_word(
    row: Row, column: str, chance: Random, shortest: int, change: Callable[[str, Random], str]
) -> Row | None:
    words = row[column].split()
    long_enough = [place for place, word in enumerate(words) if len(word) >= shortest]
    if not long_enough:
        return None
    place = chance.choice(long_enough)
    changed = change(words[place], chance)
    if changed == words[place]:
        return None
    return _with(row, **{column: " ".join([*words[:place], changed, *words[place + 1 :]])})


def _misread(word: str, chance: Random) -> str:
    places = [place for place, letter in enumerate(word) if letter in MISREAD and place > 0]
    if not places:
        return word
    place = chance.choice(places)
    return word[:place] + MISREAD[word[place]] + word[place + 1 :]


def _mistype(word: str, chance: Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [before + after, before + letter + letter + after, before + after[0] + letter + after[1:]]
    )
