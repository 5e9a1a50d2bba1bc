"""The Merkle tree: published vectors, and the laws that every tree obeys."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.record.refusal import Refused
from safeconduct.record.tree import (
    EMPTY_ROOT,
    CompactRange,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)

SIZES = st.integers(min_value=1, max_value=600)


def leaves_of(size: int) -> list[bytes]:
    return [leaf_hash(str(index).encode()) for index in range(size)]


def root_by_definition(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word, as the second method."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(root_by_definition(leaves[:split]), root_by_definition(leaves[split:]))


class Nodes:
    """The perfect subtrees over a list of leaves."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.leaves = leaves

    def __call__(self, level: int, index: int) -> bytes:
        return root_by_definition(self.leaves[index << level : (index + 1) << level])


def verdict(case: dict[str, object]) -> bool:
    def decoded(name: str) -> bytes:
        return base64.b64decode(str(case[name] or ""))

    proof = [base64.b64decode(line) for line in case["proof"] or ()]  # type: ignore[attr-defined]
    try:
        if "leafIdx" in case:
            verify_inclusion(
                int(str(case["leafIdx"])),
                int(str(case["treeSize"])),
                decoded("leafHash"),
                proof,
                decoded("root"),
            )
        else:
            sizes = int(str(case["size1"])), int(str(case["size2"]))
            verify_consistency(*sizes, decoded("root1"), decoded("root2"), proof)
    except Refused:
        return False
    return True


def test_every_published_vector_gets_its_expected_verdict(merkle_vectors: Path) -> None:
    cases = [json.loads(file.read_text()) for file in sorted(merkle_vectors.rglob("*.json"))]
    assert len(cases) == 196
    wrong = [case for case in cases if verdict(case) == case["wantErr"]]
    assert wrong == []


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert CompactRange().root == EMPTY_ROOT == hashlib.sha256(b"").digest()


@given(SIZES)
@settings(max_examples=60, deadline=None)
def test_a_compact_range_knows_the_root_by_definition(size: int) -> None:
    leaves = leaves_of(size)
    assert CompactRange().extended(leaves).root == root_by_definition(leaves)
    assert len(CompactRange().extended(leaves).subtrees) == size.bit_count()


@given(SIZES, st.data())
@settings(max_examples=80, deadline=None)
def test_every_leaf_is_proved_and_no_other_is(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = leaves_of(size)
    root = root_by_definition(leaves)
    proof = inclusion_proof(index, size, Nodes(leaves))
    verify_inclusion(index, size, leaves[index], proof, root)
    for wrong in (index + 1, index - 1, index + size):
        with pytest.raises(Refused):
            verify_inclusion(wrong, size, leaves[index], proof, root)
    for broken in ((*proof, root), proof[1:] if proof else (root,)):
        with pytest.raises(Refused):
            verify_inclusion(index, size, leaves[index], broken, root)


@given(SIZES, st.data())
@settings(max_examples=80, deadline=None)
def test_a_tree_begins_with_each_smaller_one(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, size))
    leaves = leaves_of(size)
    old_root, root = root_by_definition(leaves[:old]), root_by_definition(leaves)
    proof = consistency_proof(old, size, Nodes(leaves))
    verify_consistency(old, size, old_root, root, proof)
    rewritten = [leaf_hash(b"another decision"), *leaves[1:]]
    other = root_by_definition(rewritten)
    if old:
        with pytest.raises(Refused):
            verify_consistency(
                old, size, old_root, other, consistency_proof(old, size, Nodes(rewritten))
            )
    with pytest.raises(Refused):
        verify_consistency(old, size, old_root, root, (*proof, root))


@given(st.binary(min_size=0, max_size=64), st.integers(0, 4), st.integers(0, 70))
@settings(max_examples=100, deadline=None)
def test_nothing_random_is_accepted(noise: bytes, length: int, size: int) -> None:
    proof = [hashlib.sha256(noise + bytes([i])).digest() for i in range(length)]
    with pytest.raises(Refused):
        verify_inclusion(0, size, hashlib.sha256(noise).digest(), proof, bytes(32))


def test_a_tree_never_shrinks() -> None:
    root = root_by_definition(leaves_of(3))
    with pytest.raises(Refused) as refused:
        verify_consistency(5, 3, root, root, ())
    assert refused.value.message.code == "record.tree-shrank"
