"""Nordic, and German: letters of their own that are written by two letters, or lose their marks."""

from safeconduct.screening.names.languages.orthography import Orthography

NORDIC = Orthography(
    rule="nordic",
    closeness=0.93,
    rewrites=(
        ("(?:sson|ssen|son|sen|zen|zon)$", "son"),  # Hansen, Hanson, Hansson
        ("(?:sdottir|sdotter|sdatter|sdtr)$", "sdotir"),
        ("ae(?!n?z)|aa", "a"),  # Kjaer for Kjær, Haakon for Håkon; but not Páez
        ("oe", "o"),  # Soeren for Søren
        ("ue", "u"),  # Mueller for Müller
        ("(?:eg|ei|ej|ey|ai|aj|ay)(?=n)", "ei"),
        ("hj|j|i(?=[aou])", "j"),  # Hjalmar, Jalmar; Sonja, Sonia
        ("hv|v|w", "v"),  # Hvid, Vid
        ("th|dt|t", "t"),  # Thor for Þór
        ("dh|d", "d"),  # Gudhmundur for Guðmundur
        ("qu|qv|kv", "kv"),  # Quist, Kvist
        ("sch(?=[aeou])", "sk"),  # Schou, Skou
        ("ch(?=[aou])", "k"),  # Zacharias, Sakarias
        ("ck|c(?![eihy])|q|k", "k"),  # Erick, Erik
        ("ph", "f"),
        ("x", "ks"),  # Axel, Aksel
        ("z|s|c(?=[eiy])", "s"),
        ("y(?=[aeou])", "j"),
    ),
)
