"""Cases: sections of an agreement as a person would write them, with what is wrong marked below.

A case replaces sections of ``cases/base.yaml``. Under a line that is wrong stands a caret in the
column of the finding, and behind it what the finding is::

    term: {from: 2020-01-01, until: 2019-12-31, clause: "2"}
                                    ^ ends-before-it-begins

A line ``# without KEY`` leaves a section of the base out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from safeconduct.agreement import Agreement, Reading, read_agreement
from safeconduct.basics import AgreementId, Finding

CASES = Path(__file__).parent / "cases"
FRAMEWORKS = (AgreementId("a-convention"), AgreementId("northland-southland"))
FILE = "agreement.yaml"

_CARET = re.compile(r"(?P<before> *)\^ (?P<code>[a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what is wrong with it.

    Attributes:
        name: what the case shows.
        text: sections of an agreement.
        expected: ``LINE:COLUMN CODE``, in the order of the text.
    """

    name: str
    text: str
    expected: tuple[str, ...]


def cases(file: str) -> Iterator[Case]:
    """The cases of a file in ``cases/``."""
    for name, marked in yaml.safe_load((CASES / f"{file}.yaml").read_text("utf-8")).items():
        yield _case(name, marked)


def _case(name: str, marked: str) -> Case:
    lines: list[str] = []
    expected: list[str] = []
    for line in marked.splitlines():
        caret = _CARET.fullmatch(line)
        if caret is None:
            lines.append(line)
        else:
            expected.append(f"{len(lines)}:{len(caret['before']) + 1} {caret['code']}")
    return Case(name, "\n".join(lines) + "\n", tuple(expected))


def agreement_text(sections: str = "") -> str:
    """The sections, followed by those of the base that they do not replace."""
    kept = [text for key, text in _base().items() if not _stands_in(key, sections)]
    return sections + "".join(kept)


def _stands_in(key: str, sections: str) -> bool:
    return re.search(rf"^({key}:|# without {key}$)", sections, re.MULTILINE) is not None


@cache
def _base() -> dict[str, str]:
    text = (CASES / "base.yaml").read_text("utf-8")
    parts = re.findall(r"^(?:[a-z_]+:.*\n)(?:[ ].*\n)*", text, re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts}


def read(sections: str = "") -> Reading:
    """What comes of the base with these sections."""
    return read_agreement(agreement_text(sections).encode(), FILE, FRAMEWORKS)


def sound(sections: str = "") -> Agreement:
    """The agreement; the text must be free of faults."""
    reading = read(sections)
    assert reading.agreement is not None, [placed(finding) for finding in reading.findings]
    return reading.agreement


def placed(finding: Finding) -> str:
    """A finding as cases write it."""
    where, code = finding.location, finding.code.removeprefix("agreement.")
    return f"{where.line}:{where.column} {code}"
