"""Trust policies: who must have cosigned, read from case tables."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.record.notes import (
    Checkpoint,
    KeyType,
    Note,
    SigningKey,
    accept,
    cosign,
    read_policy,
    sign,
)
from safeconduct.record.notes.policy_check import proved_by
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tree import leaf_hash

CASES = Path(__file__).parent / "cases"
LOG = SigningKey.generate("log.example/one", KeyType.NOTE)
WITNESSES = {
    name: SigningKey.generate(f"{name.lower()}.example/w", KeyType.COSIGNATURE) for name in "ABCD"
}
TEXT = Checkpoint(LOG.name, 1, leaf_hash(b"a decision")).text
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def table(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text())
    return read


def policy_of(*rule: str) -> bytes:
    witnesses = [f"witness {name} {key.verifier_key}" for name, key in WITNESSES.items()]
    return "\n".join([f"log {LOG.verifier_key}", *witnesses, *rule, ""]).encode()


def cosigned_by(names: list[str]) -> Note:
    lines = [cosign(TEXT, WITNESSES[name], NOON) for name in names]
    return Note(TEXT, (sign(TEXT, LOG), *lines))


@pytest.mark.parametrize("case", table("policies.yaml"), ids=lambda case: case["rule"][-1])
def test_the_quorum_decides(case: dict[str, Any]) -> None:
    policy = read_policy(policy_of(*case["rule"]))
    for names in case["accepted"]:
        assert set(accept(cosigned_by(names), policy).cosigned) == set(names)
    for names in case["refused"]:
        with pytest.raises(Refused) as refused:
            accept(cosigned_by(names), policy)
        assert refused.value.message.code == "record.quorum-not-met"


@pytest.mark.parametrize("case", table("malformed_policies.yaml"), ids=lambda case: case["policy"])
def test_a_malformed_policy_is_refused_with_its_line(case: dict[str, Any]) -> None:
    keys = {
        "K1": WITNESSES["A"].verifier_key,
        "K2": WITNESSES["B"].verifier_key,
        "KL": LOG.verifier_key,
    }
    # One pass: a key is random text, and may itself hold the name of another.
    text = re.sub("|".join(keys), lambda short: str(keys[short.group()]), case["policy"])
    with pytest.raises(Malformed) as refused:
        read_policy(text.encode())
    assert refused.value.message.code == case["code"]
    assert refused.value.message.parameters.get("line") == case.get("line")


def test_a_policy_says_where_its_logs_and_witnesses_answer() -> None:
    text = (
        b"# kept by the audit office\n\t log  %s\thttps://record.example/one \n"
        b"witness caf\xe9 %s\nquorum caf\xe9"
    )
    policy = read_policy(
        text % (str(LOG.verifier_key).encode(), str(WITNESSES["A"].verifier_key).encode())
    )
    assert policy.urls == {LOG.name: "https://record.example/one"}
    assert accept(cosigned_by(["A"]), policy).cosigned


def test_a_log_that_did_not_sign_is_not_replaced_by_its_witnesses() -> None:
    note = Note(TEXT, tuple(cosign(TEXT, key, NOON) for key in WITNESSES.values()))
    with pytest.raises(Refused) as refused:
        accept(note, read_policy(policy_of("quorum A")))
    assert refused.value.message.code == "record.log-has-not-signed"


def test_a_witness_key_exchanged_for_another_is_no_witness() -> None:
    swapped = SigningKey.generate(WITNESSES["A"].name, KeyType.COSIGNATURE)
    note = Note(TEXT, (sign(TEXT, LOG), cosign(TEXT, swapped, NOON)))
    with pytest.raises(Refused):
        accept(note, read_policy(policy_of("quorum A")))


def test_the_proved_time_is_when_the_quorum_was_complete() -> None:
    minutes = {"A": 5, "B": 1, "C": 30}
    lines = [
        cosign(TEXT, WITNESSES[name], NOON + timedelta(minutes=count))
        for name, count in minutes.items()
    ]
    note = Note(TEXT, (sign(TEXT, LOG), *lines))
    for rule, expected in (
        (["quorum none"], None),
        (["quorum A"], 5),
        (["group g any A B C", "quorum g"], 1),
        (["group g 2 A B C", "quorum g"], 5),
        (["group g all A B C", "quorum g"], 30),
    ):
        policy = read_policy(policy_of(*rule))
        proved = proved_by(accept(note, policy), policy)
        assert proved == (None if expected is None else NOON + timedelta(minutes=expected))


@given(
    st.lists(
        st.sampled_from(
            ["log", "witness", "group", "quorum", "none", "any", "A", "1", "#", "\n", "\t", "é"]
        ),
        max_size=30,
    )
)
@settings(max_examples=200, deadline=None)
def test_no_words_whatever_break_the_reader(words: list[str]) -> None:
    with contextlib.suppress(Malformed):
        read_policy(" ".join(words).encode())
