"""Albanian: letters that Serbian, Turkish and Western clerks write in their own way."""

import re

from safeconduct.screening.names.languages.orthography import Orthography

ALBANIAN = Orthography(
    rule="albanian",
    closeness=0.9,
    rewrites=(
        ("dzh|xh|dj|dz", "j"),  # Hoxha, Hodza, Hodja
        ("gj", "G"),
        ("gk", "g"),  # as a Greek clerk writes g
        ("kh", "h"),
        ("dh|d", "d"),
        ("th|t(?!s)", "t"),
        ("tsh|ch|kj|c", "c"),  # Thaci, Thachi
        ("sh|s", "s"),  # Shala, Sala
        ("zh|z", "z"),
        ("ij(?=[aeou])", "i"),  # Haxhiu, Hadziju
        ("nj(?=[aeou])", "ni"),
        ("lj", "l"),
        ("w", "v"),
        ("ph", "f"),
        ("x", "j"),
        ("[jy](?![aeou])|i", "i"),  # Ylli, Illi
    ),
    ambiguous=(
        ("q", ("c", "k")),  # Krasniqi is Krasnici, and is Krasniki
        ("G", ("j", "g")),  # Gjergj is Djerdj, and is Gergj
    ),
)

_SHORTEST = 3
_DEFINITE = re.compile("(.{2,}(?:[^aeiou](?=i$)|[kgh](?=u$)))[iu]|(.{3,}[^aeiou])")


def without_definite_ending(plain: str) -> str:
    """The stem of a word that has, or can take, the ending of the definite form; else "".

    Agron is Agroni and Besnik is Besniku where Albanian says "the".
    """
    found = _DEFINITE.fullmatch(plain)
    return (found[1] or found[2]) if found and len(plain) > _SHORTEST else ""
