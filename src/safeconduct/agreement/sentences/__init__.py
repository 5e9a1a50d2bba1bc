"""How does an agreement read aloud?  Each term a sentence, clause by clause, in two languages."""

from safeconduct.agreement.sentences.by_clause import ClauseSaid, by_clause, sentences
from safeconduct.agreement.sentences.sentence import Sentence, Voice

__all__ = ["ClauseSaid", "Sentence", "Voice", "by_clause", "sentences"]
