"""Spanish: letters that sound alike in most of the Americas are written for one another."""

from safeconduct.screening.names.languages.orthography import Orthography

SPANISH = Orthography(
    rule="spanish",
    closeness=0.93,
    rewrites=(
        ("qu(?=[ei])", "k"),  # Quezada, Kesada
        ("gu(?=[ei])", "g"),  # Guerra, Gerra: the u is mute
        ("(?:h|g)u(?=[ao])|w(?=a)", "w"),  # Huaman, Guaman, Waman
        ("g(?=[eiy])|j|x(?=[aeiou])", "j"),  # Jimenez, Gimenez, Ximenez
        ("sc(?=[eiy])|c(?=[eiy])|z|s|x", "s"),  # Cepeda, Zepeda, Sepeda; Felix, Felis
        ("ch|tx", "ch"),  # Echeverria, Etxeberria
        ("sh", "ch"),
        ("ph", "f"),
        ("th", "t"),
        ("[ckq]", "k"),
        ("[vw]", "b"),  # Baldes, Valdez
        ("^y(?=[aeou])", "Y"),
        ("ll|y(?=[aeou])", "y"),  # Llanes, Yanes
        ("y", "i"),  # Ysabel, Isabel; Godoy, Godoi
        ("n(?=[bpv])", "m"),  # Canpos, Campos
        ("h", ""),  # Ernandez, Hernandez
    ),
    ambiguous=(("Y", ("y", "j")),),  # Yanes; Yonatan, Jonatan
)
