"""What is installed at run time is permissive, all the way down, and has its reason on record."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

from tests.house.project import DOCS

EXTRAS = ("", "charts")

PERMISSIVE = re.compile(r"(?<!\w)(MIT|MIT-0|BSD|Apache|ISC|PSF|Python Software Foundation)\b")
COPYLEFT = re.compile(r"GPL|GNU|MPL|EUPL|CDDL|EPL|SSPL|Commons Clause", re.IGNORECASE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(name: str) -> list[str]:
    """The direct requirements, in the environment at hand."""
    found = [Requirement(line) for line in distribution(name).requires or []]
    return [
        normal(requirement.name)
        for requirement in found
        if requirement.marker is None
        or any(requirement.marker.evaluate({"extra": extra}) for extra in EXTRAS)
    ]


def installed_at_run_time() -> list[str]:
    """The whole tree below the program, itself included."""
    found, waiting = set[str](), ["safeconduct"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += requirements(name)
    return sorted(found)


def licence(of: Distribution) -> str:
    """What the package's metadata says of its licence, in whichever of three ways."""
    said = [
        *(of.metadata.get_all("License-Expression") or []),
        *(line[:100] for line in of.metadata.get_all("License") or []),
        *(line for line in of.metadata.get_all("Classifier") or [] if line.startswith("License")),
    ]
    return " / ".join(said)


def is_permissive(words: str) -> bool:
    return PERMISSIVE.search(words) is not None and COPYLEFT.search(words) is None


@pytest.mark.parametrize("name", installed_at_run_time())
def test_a_licence_is_permissive(name: str) -> None:
    words = licence(distribution(name))
    assert is_permissive(words), words


@pytest.mark.parametrize(
    ("words", "permissive"),
    [
        ("MIT", True),
        ("License :: OSI Approved :: BSD License", True),
        ("GPL-3.0-only", False),
        ("MIT / License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("MPL-2.0", False),
        ("", False),
    ],
)
def test_licences_are_told_apart(words: str, permissive: bool) -> None:
    assert is_permissive(words) == permissive


def test_every_dependency_has_its_reason_on_record() -> None:
    decision = (DOCS / "adr" / "0008-dependencies.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z0-9-]+)`", decision, re.MULTILINE)
    assert sorted(listed) == sorted(requirements("safeconduct"))
