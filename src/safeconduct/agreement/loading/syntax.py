"""What broke the text's YAML, said for somebody who writes agreements and not parsers."""

from __future__ import annotations

from typing import Protocol

import yaml

from safeconduct.agreement.loading.tree import Mark
from safeconduct.basics import Message

# What the parser writes, to the sentence that tells a writer what to look for. The texts of the C
# parser and of the Python one differ in other words than these.
_WHERE_IT_STOPPED = (
    ("mapping values are not allowed", "agreement.yaml-colon-in-text"),
    ("cannot start any token", "agreement.yaml-needs-quotes"),
    ("escape", "agreement.yaml-escape"),
    ("expected key", "agreement.yaml-indentation"),
    ("expected <block end>", "agreement.yaml-indentation"),
    ("expected '-' indicator", "agreement.yaml-indentation"),
    ("entries are not allowed", "agreement.yaml-indentation"),
)
_WHERE_IT_BEGAN = (
    ("unexpected end of stream", "agreement.yaml-open-quote"),
    ("expected ',' or", "agreement.yaml-open-bracket"),
    ("expected ':'", "agreement.yaml-no-colon"),
)


def explained(fault: yaml.YAMLError) -> tuple[Message, Mark]:
    """The sentence for what the parser complains of, and the place that a writer should look at.

    For what was opened and never closed that is where it was opened, and not where the parser
    gave up.
    """
    problem = (getattr(fault, "problem", None) or getattr(fault, "context", None)) or ""
    stopped = _mark(getattr(fault, "problem_mark", None))
    began = _mark(getattr(fault, "context_mark", None) or getattr(fault, "problem_mark", None))
    for part, code in _WHERE_IT_BEGAN:
        if part in problem:
            return Message(code, {"line": stopped.line}), began
    code = next((c for part, c in _WHERE_IT_STOPPED if part in problem), "agreement.yaml-syntax")
    return Message(code), stopped


def _mark(mark: _ParserMark | None) -> Mark:
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)


class _ParserMark(Protocol):
    """A position as the parser counts it, from 0."""

    line: int
    column: int
