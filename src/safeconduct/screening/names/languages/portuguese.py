"""Portuguese: old and new spellings, and how its sounds are written by Spanish clerks."""

from safeconduct.screening.names.languages.orthography import Orthography

PORTUGUESE = Orthography(
    rule="portuguese",
    closeness=0.93,
    rewrites=(
        ("nh|ny|gn", "n"),  # Munhoz, Muñoz
        ("lh|li(?=[aou])", "l"),  # Carvalho, Carvalio
        ("ch|sh|x", "x"),  # Chavier, Xavier
        ("ph", "f"),  # Sophia, Sofia
        ("th", "t"),  # Thiago, Tiago
        ("p(?=t)", ""),  # Baptista, Batista
        ("qu(?=[ei])", "k"),
        ("gu(?=[ei])", "g"),
        ("g(?=[eiy])|j", "j"),
        ("sc(?=[eiy])|c(?=[eiy])|z|s", "s"),  # Souza, Sousa; Luiz, Luis
        ("[ckq]", "k"),
        ("w", "v"),
        ("y", "i"),  # Ruy, Rui
        ("(?:aum|am|ao|an)$", "ao"),  # Joao, Joan; Falcao, Falcam
        ("(?:oens|oes|ois)$", "oes"),  # Simoes, Simoens
        ("h", ""),  # Helena, Elena
    ),
)
