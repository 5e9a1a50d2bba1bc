"""Whoever acts under an agreement is not whoever watches over it."""

from __future__ import annotations

import pytest

from safeconduct.basics import Lang, render
from safeconduct.policy import Relation, Role, clashes

OPPOSED = [
    ("court", "sending-authority"),
    ("inspector", "facility"),
    ("auditor", "finance"),
    ("counsel", "escort"),
    ("clinician", "facility"),
    ("consulate", "receiving-authority"),
]
COMPATIBLE = [
    ("sending-authority", "facility"),
    ("sending-authority", "finance"),
    ("facility", "receiving-authority"),
    ("relative", "counsel"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_one_person_does_not_hold_both(one: str, other: str) -> None:
    (found,) = clashes(Relation(Role(one), "a"), [Relation(Role(other), "a")])
    assert found.code == "policy.roles-clash"


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_under_another_agreement_one_may(one: str, other: str) -> None:
    assert clashes(Relation(Role(one), "a"), [Relation(Role(other), "b")]) == ()


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_a_term_may_give_both_to_one_person(one: str, other: str) -> None:
    assert clashes(Relation(Role(one), "a"), [Relation(Role(other), "a")]) == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "One person cannot be court and sending authority under the same agreement"),
        ("es", "Una misma persona no puede ser tribunal y autoridad remitente en el mismo acuerdo"),
    ],
)
def test_the_reason_is_said_in_both_languages(lang: str, said: str) -> None:
    (found,) = clashes(Relation(Role.COURT, "a"), [Relation(Role.SENDING_AUTHORITY, "a")])
    assert render(found.message, Lang(lang)).startswith(said)
