"""Signing with a key: where an office has one, nothing else will do, and over no other digest."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.casework.story.people import Someone
from safeconduct.record import sign_act
from safeconduct.record.strict_text import to_base64url
from tests.casework.world import T, World

KEY, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
OFFICE = "transfer-unit"


@pytest.fixture
def who(world: World) -> Someone:
    public = to_base64url(KEY.public_key().public_bytes_raw())
    world.do("enrol-key", "prisons", account="signer", office=OFFICE, public_key=public)
    return world.prepared(1)[0]


def _signed(world: World, digest: str, key: Ed25519PrivateKey = KEY, office: str = OFFICE) -> str:
    return sign_act(key, digest, office, ["findings-read"], world.clock.now())


def _why_not(world: World, who: Someone, act: str) -> list[str]:
    told = {"person": who.key, "transfer": T, "digest": world.digest(who)}
    return world.why_not("decide-clearance", "signer", **told, act=act)


def test_a_confirmation_does_not_sign_for_an_office_with_a_key(world: World, who: Someone) -> None:
    assert _why_not(world, who, "") == ["casework.signature-missing"]


def test_the_key_s_signature_over_the_digest_clears(world: World, who: Someone) -> None:
    assert _why_not(world, who, _signed(world, world.digest(who))) == []
    (clearance,) = world.view.rows("clearances")
    assert clearance.text("signed_by") == "key"


def test_a_signature_over_other_findings_is_refused(world: World, who: Someone) -> None:
    assert _why_not(world, who, _signed(world, "sha256:" + "0" * 64)) == [
        "casework.signature-refused"
    ]


def test_a_key_that_nobody_enrolled_is_refused(world: World, who: Someone) -> None:
    forged = _signed(world, world.digest(who), OTHER)
    assert _why_not(world, who, forged) == ["casework.signature-refused"]


def test_a_key_of_another_office_is_refused(world: World, who: Someone) -> None:
    borrowed = _signed(world, world.digest(who), office="prison-service")
    assert _why_not(world, who, borrowed) == ["casework.signature-refused"]


def test_a_revoked_key_signs_nothing_more(world: World, who: Someone) -> None:
    signed = _signed(world, world.digest(who))
    (key,) = world.view.rows("officer_keys")
    world.do("revoke-key", "prisons", officer_key=key.key)
    assert _why_not(world, who, signed) == ["casework.signature-refused"]


def test_nobody_enrols_their_own_key(world: World) -> None:
    public = to_base64url(OTHER.public_key().public_bytes_raw())
    told = {"account": "prisons", "office": OFFICE, "public_key": public}
    assert world.why_not("enrol-key", "prisons", **told) == ["casework.second-person"]


def test_what_is_no_key_is_refused_and_harms_nothing(world: World) -> None:
    told = {"account": "signer", "office": OFFICE, "public_key": "AAAA"}
    assert world.why_not("enrol-key", "prisons", **told) == ["record.key-entry"]
    world.do("register-person", "prisons", full_name="Somebody")
