"""The JSON Schema that editors use says what the loader reads."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import jsonschema
import pytest
import yaml

from safeconduct.agreement import library, schema_text, template
from safeconduct.basics import languages
from tests.agreement.case import Case, agreement_text, cases

FOLDER = resources.files("safeconduct.agreement")
SCHEMA: dict[str, Any] = json.loads(schema_text())
CHECKER = jsonschema.Draft202012Validator(SCHEMA)

FILES = ("keys", "texts", "citations", "values", "whole", "tariff")
SOUND = [case for file in FILES for case in cases(file) if not case.expected]
FORM = {"unknown-key", "unknown-key-near", "missing-key", "not-a-mapping", "not-a-list"} | {
    *("not-one-of", "not-one-of-near", "not-a-text", "empty-list", "empty-index", "not-an-id"),
    *("not-a-name", "not-a-whole-number", "not-true-or-false", "not-a-jurisdiction"),
}
"""What the schema sees as well, since it needs no more than the place itself to be seen."""
OF_FORM = [
    case
    for file in FILES
    for case in cases(file)
    if case.expected and all(line.partition(" ")[2] in FORM for line in case.expected)
]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and true or false by their look, all else as text."""


AsEditorsRead.yaml_implicit_resolvers = {}
for kind, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AsEditorsRead.add_implicit_resolver(  # type: ignore[no-untyped-call, unused-ignore]
        f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), list(first)
    )


def complaints(text: str) -> list[str]:
    tree = yaml.load(text, AsEditorsRead)  # noqa: S506 - a subclass of the safe one
    return [f"{list(error.absolute_path)}: {error.message}" for error in CHECKER.iter_errors(tree)]


def test_the_schema_that_ships_is_the_one_of_the_declarations() -> None:
    shipped = (FOLDER / "agreement.schema.json").read_text("utf-8")
    assert shipped == schema_text(), "safeconduct agreement schema > …/agreement.schema.json"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", library())
def test_the_agreements_of_the_library_pass(name: str) -> None:
    assert complaints((FOLDER / "library" / f"{name}.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize("lang", languages())
def test_the_templates_pass(lang: str) -> None:
    assert complaints((FOLDER / "template" / f"{lang}.yaml").read_text("utf-8")) == []
    assert complaints(template(languages()[0])) == []


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case.name)
def test_what_the_loader_reads_passes(case: Case) -> None:
    assert complaints(agreement_text(case.text)) == []


@pytest.mark.parametrize("case", OF_FORM, ids=lambda case: case.name)
def test_what_the_loader_refuses_for_its_form_does_not_pass(case: Case) -> None:
    assert complaints(agreement_text(case.text)) != []


def test_every_key_is_explained_and_no_other_is_allowed() -> None:
    for name, part in SCHEMA["$defs"].items():
        # A predicate is one operator of many; the vocabulary explains each by its own record.
        if part.get("type") == "object" and "properties" in part and name != "predicate":
            assert part["additionalProperties"] is False, name
            silent = [
                key
                for key, value in part["properties"].items()
                if key != "shape" and not value.get("description")
            ]
            assert silent == [], name
