"""What is installed at run time is permissive, all the way down, and has its reason on record."""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

from tests.house.project import DOCS

EXTRAS = ("", "audit", "charts", "node", "postgres")

PERMISSIVE = re.compile(r"(?<!\w)(MIT|MIT-0|BSD|Apache|ISC|PSF|Python Software Foundation)\b")
COPYLEFT = re.compile(r"GPL|GNU|MPL|EUPL|CDDL|EPL|SSPL|Commons Clause", re.IGNORECASE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def direct(name: str, extras: Collection[str] = ("",)) -> dict[str, set[str]]:
    """The direct requirements, in the environment at hand, each with the extras asked of it."""
    found: dict[str, set[str]] = {}
    for requirement in map(Requirement, distribution(name).requires or []):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            found.setdefault(normal(requirement.name), {""}).update(requirement.extras)
    return found


def installed_at_run_time() -> list[str]:
    """The whole tree below the program, itself included."""
    found: dict[str, set[str]] = {}
    waiting = {"safeconduct": set(EXTRAS)}
    while waiting:
        name, extras = waiting.popitem()
        if extras <= found.get(name, set()):
            continue
        found[name] = found.get(name, set()) | extras
        for other, asked in direct(name, found[name]).items():
            waiting[other] = waiting.get(other, set()) | asked
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


def decided() -> str:
    return (DOCS / "adr" / "0008-dependencies.md").read_text("utf-8")


def taken_as_they_are() -> list[str]:
    """Packages of weak copyleft that the decision names, each with its reason."""
    return re.findall(r"^\| ([a-z0-9-]+) \| .*(?:MPL|LGPL)", decided(), re.MULTILINE)


@pytest.mark.parametrize("name", installed_at_run_time())
def test_a_licence_is_permissive(name: str) -> None:
    words = licence(distribution(name))
    assert is_permissive(words) or name in taken_as_they_are(), words


def test_what_is_taken_as_it_is_is_installed_and_no_permissive_one() -> None:
    for name in taken_as_they_are():
        assert name in installed_at_run_time()
        assert not is_permissive(licence(distribution(name)))


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
    listed = re.findall(r"^\| `([a-z0-9-]+)`", decided(), re.MULTILINE)
    assert sorted(listed) == sorted(direct("safeconduct", EXTRAS))
