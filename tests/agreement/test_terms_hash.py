"""The hash of the terms follows the terms, and nothing else that a file has."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Agreement, library, load, read_agreement, terms_hash
from tests.agreement.case import FILE, FRAMEWORKS, agreement_text, cases, sound

EVERYTHING = next(case.text for case in cases("tariff") if case.name.startswith("every shape"))
TEXT = agreement_text(EVERYTHING)
AGREEMENT = sound(EVERYTHING)


class _TextLoader(yaml.SafeLoader):
    """Reads every scalar as text, so that writing it back keeps it as it was."""


_TextLoader.yaml_implicit_resolvers = {}


_TREE: dict[str, Any] = yaml.load(TEXT, _TextLoader)  # noqa: S506 - a subclass of the safe one


def tree() -> dict[str, Any]:
    """A copy of the agreement's tree, which a test may change."""
    return copy.deepcopy(_TREE)


def read_back(text: str) -> Agreement:
    reading = read_agreement(text.encode(), FILE, FRAMEWORKS)
    assert reading.agreement is not None, reading.findings
    return reading.agreement


def shuffled(node: Any, chance: random.Random) -> Any:
    """The same tree with the keys of every mapping in another order."""
    if isinstance(node, dict):
        keys = list(node)
        chance.shuffle(keys)
        return {key: shuffled(node[key], chance) for key in keys}
    if isinstance(node, list):
        return [shuffled(item, chance) for item in node]
    return node


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(chance: random.Random) -> None:
    written = yaml.safe_dump(shuffled(tree(), chance), allow_unicode=True, sort_keys=False)
    assert terms_hash(read_back(written)) == terms_hash(AGREEMENT)


@pytest.mark.parametrize("flow", [True, False, None])
@pytest.mark.parametrize("width", [40, 1000])
def test_the_layout_does_not_matter(flow: bool | None, width: int) -> None:
    written = yaml.safe_dump(tree(), default_flow_style=flow, width=width, allow_unicode=True)
    assert terms_hash(read_back(written)) == terms_hash(AGREEMENT)


def test_an_agreement_is_read_from_json_as_well() -> None:
    assert terms_hash(read_back(json.dumps(tree(), ensure_ascii=False))) == terms_hash(AGREEMENT)


def test_comments_and_blank_lines_do_not_matter() -> None:
    commented = "".join(f"{line}  # said by nobody\n\n" for line in TEXT.splitlines())
    assert terms_hash(read_back(commented)) == terms_hash(AGREEMENT)


def test_a_folded_text_is_the_text_on_one_line() -> None:
    folded = sound("title:\n  en: >\n    Northland\n    and Southland\n  es: Norlandia\n")
    plain = sound("title: {en: Northland and Southland, es: Norlandia}\n")
    assert terms_hash(folded) == terms_hash(plain)


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every text of the tree."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path


def put(node: Any, path: tuple[Any, ...], text: str) -> None:
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = text


def other(text: str) -> list[str]:
    """Texts of the same kind as this one, and of none."""
    return [text + "1", text[:-1], "2021-06-15", "7", "word", "true", "EUR", "3"]


@pytest.mark.parametrize("path", list(leaves(tree())), ids=lambda path: ".".join(map(str, path)))
def test_no_text_of_the_file_can_change_without_the_hash(path: tuple[Any, ...]) -> None:
    original = tree()
    value: Any = original
    for step in path:
        value = value[step]
    for text in other(value):
        if text == value:
            continue
        changed = tree()
        put(changed, path, text)
        reading = read_agreement(json.dumps(changed).encode(), FILE, FRAMEWORKS)
        if reading.agreement is not None:
            assert terms_hash(reading.agreement) != terms_hash(AGREEMENT), text


def test_a_value_taken_as_it_is_written_keeps_its_digits() -> None:
    """A rate is printed as the agreement states it, so that 1 and 1.00 are two statements."""
    one = EVERYTHING.replace("rates: [{value: 1}]", 'rates: [{value: "1.00"}]', 1)
    assert terms_hash(sound(one)) != terms_hash(AGREEMENT)


def test_no_two_agreements_of_the_library_share_a_hash() -> None:
    hashes = [terms_hash(load(name)) for name in library()]
    assert len(set(hashes)) == len(hashes)
