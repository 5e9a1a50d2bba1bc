"""The floor: conditions that no agreement can switch off, and for whom each is law."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from safeconduct.agreement.citation import Grade, Words
from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.loading.conditions import CONDITIONS
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import in_order
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import COUNT, ID, JURISDICTION, TEXT, word_of
from safeconduct.agreement.loading.words import WORDS
from safeconduct.basics import Jurisdiction, WrongInput, digest
from safeconduct.facts.fictitious import is_fictitious

_FILE = "floor.yaml"


@dataclass(frozen=True, slots=True)
class Instrument:
    """Where a condition of the floor comes from.

    Attributes:
        id: short name by which conditions cite it.
        title: its title.
        where: where it can be read.
        binds: the States known to be bound. Among others they are not; for them, and where the
            list is empty, what rests on the instrument is product policy.
        grade: how its wording is known.
    """

    id: str
    title: Words
    where: str
    binds: tuple[Jurisdiction, ...]
    grade: Grade

    def is_law_for(self, state: str) -> bool:
        """Whether the State is known to be bound; a fictitious one never is."""
        return not is_fictitious(state) and any(bound.code == state for bound in self.binds)


@dataclass(frozen=True, slots=True)
class Floor:
    """The conditions that apply under every agreement.

    Attributes:
        acknowledge_within_minutes: after a stop reaches a transfer under way, how soon the escort
            must acknowledge it.
        instruments: what the conditions cite.
        conditions: the conditions.
    """

    acknowledge_within_minutes: int
    instruments: tuple[Instrument, ...]
    conditions: tuple[Condition, ...]

    def instrument_of(self, condition: Condition) -> Instrument:
        """The instrument that a condition of the floor cites."""
        return next(i for i in self.instruments if i.id == condition.citation.source)


INSTRUMENT = Record(
    "instrument",
    Instrument,
    Field("id", ID, "Short name."),
    Field("title", WORDS, "Title."),
    Field("where", TEXT, "Where it can be read."),
    Field("binds", ListOf(JURISDICTION), "The States known to be bound."),
    Field("grade", word_of(Grade), "How its wording is known."),
)


def _with_instruments(context: Context, instruments: tuple[Instrument, ...]) -> Context:
    return Context(context.draft, sources={i.id: i.grade for i in instruments})


FLOOR = Record(
    "floor",
    Floor,
    Field("acknowledge_within_minutes", COUNT, "How soon a stop under way is acknowledged."),
    Field(
        "instruments",
        ListOf(INSTRUMENT, at_least=1),
        "What the conditions rest on.",
        opens=_with_instruments,
    ),
    Field("conditions", CONDITIONS, "What must hold for everybody, under every agreement."),
)


def read_floor(data: bytes, file: str) -> Floor:
    """Read a floor from the bytes of its file.

    Raises:
        WrongInput: with every error of the file.
    """
    tree, findings = read_marks(data, file)
    if tree is None:
        raise WrongInput(*findings)
    draft = Draft(file)
    read = FLOOR.read(tree, Context(draft))
    if read is None or draft.findings:
        raise WrongInput(*in_order(draft.findings))
    return read


@cache
def floor() -> Floor:
    """The floor that ships with the program."""
    return read_floor((resources.files("safeconduct.agreement") / _FILE).read_bytes(), _FILE)


def floor_hash(read: Floor) -> str:
    """``sha256:`` and the digest of the floor's values."""
    return digest(read)
