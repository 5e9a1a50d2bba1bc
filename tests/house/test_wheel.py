"""The wheel holds what the program reads at run time, and no test."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from tests.house.project import LEFT_BEHIND, PACKAGE, ROOT

DATA = ("*.yaml", "*.json", "*.po", "*.typ", "*.csv", "*.parquet", "py.typed")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def in_source(pattern: str) -> set[str]:
    found = (path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob(pattern))
    return {path.as_posix() for path in found if not LEFT_BEHIND & set(path.parts)}


@pytest.mark.parametrize("pattern", ["*.py", *DATA])
def test_everything_in_the_package_is_in_the_wheel(pattern: str, names: set[str]) -> None:
    assert in_source(pattern) - names == set()


@pytest.mark.parametrize(
    "needed",
    [
        "safeconduct/py.typed",
        "safeconduct/locale/en/LC_MESSAGES/cli.po",
        "safeconduct/locale/es/LC_MESSAGES/cli.po",
        "safeconduct/agreement/library/be-nl-2009-tilburg.yaml",
        "safeconduct/agreement/agreement.schema.json",
    ],
)
def test_what_the_program_reads_is_there(needed: str, names: set[str]) -> None:
    assert needed in names


def test_nothing_else_is_installed(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"safeconduct"}
