"""The names that each package offers are pinned: a new one is a decision, a lost one a break.

``public_names.yaml`` is the pin. After a decision, change it by hand, and say so in the changelog.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import yaml

from tests.house.project import packages

PINNED: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("public_names.yaml").read_text("utf-8")
)


def test_every_package_is_pinned() -> None:
    assert sorted(PINNED) == packages()


@pytest.mark.parametrize("package", packages())
def test_a_package_offers_the_pinned_names(package: str) -> None:
    offered = importlib.import_module(f"safeconduct.{package}").__all__
    assert sorted(offered) == sorted(PINNED.get(package) or [])


@pytest.mark.parametrize("package", packages())
def test_every_public_name_stands_in_the_package(package: str) -> None:
    face = importlib.import_module(f"safeconduct.{package}")
    assert [name for name in face.__all__ if not hasattr(face, name)] == []


@pytest.mark.parametrize("package", packages())
def test_every_public_class_and_function_says_what_it_is(package: str) -> None:
    face = importlib.import_module(f"safeconduct.{package}")
    written = {name: getattr(face, name) for name in face.__all__}
    silent = [
        name
        for name, value in written.items()
        if callable(value)
        and getattr(value, "__module__", "").startswith("safeconduct")
        and not (value.__doc__ or "").strip()
    ]
    assert silent == []
