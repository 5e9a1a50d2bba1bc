"""Relations of a person's words with the register's, worked out once and only where a key met."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.index import Index
from safeconduct.screening.keys.register import NAME_FAMILIES
from safeconduct.screening.keys.skeleton import SKELETON
from safeconduct.screening.keys.slip import SLIP
from safeconduct.screening.names import Part, Relation, Script, Token, relate
from safeconduct.screening.names.scripts import script_of
from safeconduct.screening.reaching.neighbours import Neighbourhood

_ONLY_SLIPS = sum(
    1 << place for place, family in enumerate(NAME_FAMILIES) if family in {SLIP, SKELETON}
)

SHORT, MARKED = 6, 2
"""A short word may hold two edits, as strokes that touch are read, and a longer one three; letters
with marks, and figures, may each look like an edit more."""


class Relations:
    """How words relate. Two words without a common key have no relation, which tests hold to."""

    def __init__(self, index: Index, counts: Counts, neighbourhood: Neighbourhood) -> None:
        self._index = index
        self._counts = counts
        self._near = neighbourhood
        self._known: dict[tuple[str, int], Relation | None] = {}
        self._tokens: dict[int, Token] = {}

    def between(self, mine: Token, theirs: Token) -> Relation | None:
        """How a word of the manifest relates to one of the register."""
        word = self._counts.word(theirs.strict)
        return relate(mine, theirs) if word is None else self.of_word(mine, word)

    def of_word(self, mine: Token, word: int) -> Relation | None:
        """How a word of the manifest relates to the register's word with this number."""
        key = (mine.strict, word)
        if key not in self._known:
            self._known[key] = self._work_out(mine, word)
        return self._known[key]

    def _work_out(self, mine: Token, word: int) -> Relation | None:
        families = self._near.families_of(mine).get(word, 0)
        if not families:
            # A letter of the manifest is looked up under no key, and stands for any such word.
            return relate(mine, self._token(word)) if mine.is_initial else None
        theirs = self._token(word)
        if families & ~_ONLY_SLIPS or _may_be_a_slip(mine, theirs):
            return relate(mine, theirs)
        return None

    def _token(self, word: int) -> Token:
        if word not in self._tokens:
            strict = self._index.words.text(word)
            script = script_of(strict)
            initial = len(strict) == 1 and script is not Script.UNKNOWN
            self._tokens[word] = Token(strict, strict, Part.UNKNOWN, script, is_initial=initial)
        return self._tokens[word]


def _may_be_a_slip(mine: Token, theirs: Token) -> bool:
    """Whether two words without a common form are near enough for a slip of any kind."""
    if {mine.script, theirs.script} != {Script.LATIN}:
        return True
    one, other = mine.strict, theirs.strict
    most = 2 + (max(len(one), len(other)) > SHORT)
    if not (one.isascii() and other.isascii() and one.isalpha() and other.isalpha()):
        most += MARKED
    return OSA.distance(one, other, score_cutoff=most) <= most
