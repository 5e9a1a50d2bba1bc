"""The questions of a form, made from the fields of what an act asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from safeconduct.basics import Finding, Lang
from safeconduct.casework.asking import Field, fields_of
from safeconduct.casework.columns import table_of
from safeconduct.facts import FactType, column_explained, column_label
from safeconduct.facts.describe import code_in


class Widget(StrEnum):
    """How a question is put."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    RADIOS = "radios"
    SELECT = "select"
    CHECKBOXES = "checkboxes"
    DAY = "day"
    MOMENT = "moment"
    HIDDEN = "hidden"


FEW = 7
"""Up to so many codes stand as radio buttons, all in sight; more in a list that opens."""

LONG_WORDS = frozenset(
    {"says", "text", "circumstances", "cause", "recommends", "evidence", "remains", "answer",
     "restriction", "about", "ground", "frozen", "whereabouts", "closed_because"}
)  # fmt: skip
"""Columns of text in which people write sentences."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a closed list."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a form.

    Attributes:
        name: the name of its input, and of the field of what the act asks.
        label: what is asked, in the language of the page.
        hint: what to fill in.
        widget: how it is put.
        value: what stands in it, as it was typed; by part for days and moments.
        options: the answers, for closed lists.
        is_required: whether the act cannot do without it.
        errors: what is wrong with what was typed.
        names_a_row: whether its answer is the key of a row.
    """

    name: str
    label: str
    hint: str
    widget: Widget
    value: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    is_required: bool = False
    errors: tuple[Finding, ...] = ()
    names_a_row: bool = False

    def as_hidden(self) -> Question:
        """The same question, settled: what it holds is sent, and not asked again."""
        return replace(self, widget=Widget.HIDDEN)

    @property
    def template(self) -> str:
        """The template that puts the question."""
        return f"web/questions/{self.widget}.html"

    @property
    def anchor(self) -> str:
        """The identifier of the input to which an error leads."""
        if self.widget in {Widget.DAY, Widget.MOMENT}:
            return f"{self.name}-day"
        return f"{self.name}-1" if self.widget in _SEVERAL_INPUTS else self.name


_SEVERAL_INPUTS = {Widget.RADIOS, Widget.CHECKBOXES}

Choices = Mapping[str, Sequence[Option]]
"""The known keys of tables to which a field may refer, as options."""


def questions_of(
    asked: type, typed: Mapping[str, object], choices: Choices, lang: Lang,
    findings: Sequence[Finding] = (),
) -> tuple[Question, ...]:  # fmt: skip
    """The questions of a form.

    Args:
        asked: the dataclass of what the act asks.
        typed: what stands in the form, as :func:`safeconduct.web.acts.typed.typed_in` read it.
        choices: by table, the keys that somebody may choose from.
        lang: the language of the page.
        findings: what is wrong; each stands at the question that its column names.
    """
    made = []
    for one in fields_of(asked):
        errors = tuple(f for f in findings if f.location.column == one.name)
        made.append(_question(one, typed.get(one.name, ""), choices, lang, errors))
    return tuple(made)


def _question(
    one: Field, given: object, choices: Choices, lang: Lang, errors: tuple[Finding, ...]
) -> Question:
    table = table_of(one.fact.partition(".")[0])
    options = _options(one, given, choices, lang)
    return Question(
        name=one.name,
        label=column_label(table, one.column, lang),
        hint=column_explained(table, one.column, lang),
        widget=widget_of(one, len(options)),
        value=given if isinstance(given, str) else "",
        parts=given if isinstance(given, Mapping) else {},
        options=options,
        is_required=one.required,
        errors=errors,
        names_a_row=one.column.type in {FactType.KEY, FactType.REFERENCE},
    )


def widget_of(one: Field, options: int) -> Widget:
    """How a field is asked: as its declared type is."""
    match one.column.type:
        case FactType.DATE:
            return Widget.DAY
        case FactType.INSTANT:
            return Widget.MOMENT
        case FactType.INTEGER:
            return Widget.NUMBER
        case FactType.BOOLEAN:
            return Widget.RADIOS
        case FactType.CODES:
            return Widget.CHECKBOXES if options else Widget.LINE
        case FactType.CODE:
            return Widget.RADIOS if options <= FEW else Widget.SELECT
        case FactType.PREDICATE:
            return Widget.TEXT
        case FactType.TEXT:
            return Widget.TEXT if one.column.name in LONG_WORDS else Widget.LINE
        case _:
            return Widget.SELECT if options else Widget.LINE


def _options(one: Field, given: object, choices: Choices, lang: Lang) -> tuple[Option, ...]:
    chosen = set(given) if isinstance(given, tuple | list) else {str(given)}
    if one.column.type is FactType.BOOLEAN:
        labels = [(word, code_in(one.column, word, lang)) for word in ("yes", "no")]
    elif one.column.codes:
        labels = [(code, code_in(one.column, code, lang)) for code in one.column.codes]
    else:
        known = choices.get(one.column.refers_to, ())
        return tuple(Option(k.value, k.label, k.value in chosen) for k in known)
    return tuple(Option(value, label, value in chosen) for value, label in labels)
