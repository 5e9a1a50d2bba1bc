"""In what ways may two words be the same part of one person's name?"""

from safeconduct.screening.names.forms import Forms, forms
from safeconduct.screening.names.name import Name, Part, Token
from safeconduct.screening.names.reading import read_names
from safeconduct.screening.names.relating import comparable, relate
from safeconduct.screening.names.relation import Relation, RelationKind
from safeconduct.screening.names.scripts import Script

__all__ = [
    "Forms",
    "Name",
    "Part",
    "Relation",
    "RelationKind",
    "Script",
    "Token",
    "comparable",
    "forms",
    "read_names",
    "relate",
]
