"""Albanian: letters that Serbian, Turkish and Western clerks write in their own way."""

from safeconduct.screening.names.languages.orthography import Orthography

ALBANIAN = Orthography(
    rule="albanian",
    rewrites=(
        ("dzh|xh|dj|dz", "j"),  # Hoxha, Hodza, Hodja
        ("gj", "G"),
        ("dh|d", "d"),
        ("th|t(?!s)", "t"),
        ("tsh|ch|kj|c", "c"),  # Thaci, Thachi
        ("sh|s", "s"),  # Shala, Sala
        ("zh|z", "z"),
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
