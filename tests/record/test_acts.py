"""Signed acts and keys: who may sign what, from which office, until when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import WrongInput
from safeconduct.record.audit import check_acts
from safeconduct.record.entries import (
    Confidentiality,
    Statement,
    draft,
    read_entry,
    sign_act,
)
from safeconduct.record.log import Identity
from safeconduct.record.refusal import Refused
from safeconduct.record.strict_text import to_base64url
from tests.record.statements import ARRIVAL, CASE, NOON, Open, audited

OFFICER = Ed25519PrivateKey.generate()


def enrolment(office: str = "court.hasselt/judge") -> Statement:
    public = to_base64url(OFFICER.public_key().public_bytes_raw())
    return Statement("key-enrolled", facts={"key": public, "office": office})


def test_a_signature_is_an_act_over_the_decision_from_an_office(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        lifting = draft(Statement("stay-lifted", CASE, facts={"order": "order-7"}))
        act = sign_act(
            OFFICER, lifting.digest, "court.hasselt/judge", ["order-authenticated"], NOON
        )
        (receipted,) = record.append([(lifting, [act])], NOON)
        record.publish()
        keyring = record.memory.keyring
    assert audited(log, identity).findings == ()
    claims = dict(read_entry(receipted.raw).claims)
    check_acts(claims, keyring, receipted.index)
    body = claims["body"]
    assert isinstance(body, dict)
    for changed in ({"case": "another"}, {"event": "cleared"}, {"body": {**body, "order": "8"}}):
        with pytest.raises(Refused) as refused:
            check_acts({**claims, **changed}, keyring, receipted.index)
        assert refused.value.message.code == "record.act-decision"


@pytest.mark.parametrize(
    ("signer", "office", "decision", "code"),
    [
        (OFFICER, "court.hasselt/judge", "sha256:" + "0" * 64, "record.act-decision"),
        (OFFICER, "court.ghent/judge", None, "record.act-office"),
        (Ed25519PrivateKey.generate(), "court.hasselt/judge", None, "record.act-key"),
    ],
)
def test_an_act_that_does_not_hold_is_never_recorded(
    opened: Open,
    signer: Ed25519PrivateKey,
    office: str,
    decision: str | None,
    code: str,
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        one = draft(Statement("stay-lifted", CASE))
        before = record.size
        act = sign_act(signer, decision or one.digest, office, [], NOON)
        with pytest.raises(WrongInput) as wrong:
            record.append([(one, [act])], NOON)
        assert wrong.value.findings[0].code == code
        assert record.size == before


def test_a_revoked_officer_signs_nothing_more_and_what_was_signed_stays_good(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        one = draft(Statement("stay-lifted", CASE))
        act = sign_act(OFFICER, one.digest, "court.hasselt/judge", [], NOON)
        record.append([(one, [act])], NOON)
        kid = next(k for k, v in record.memory.keyring.keys.items() if v.office)
        record.append([(draft(Statement("key-revoked", facts={"kid": kid})), ())], NOON)
        two = draft(Statement("stay-lifted", CASE))
        again = sign_act(OFFICER, two.digest, "court.hasselt/judge", [], NOON)
        with pytest.raises(WrongInput):
            record.append([(two, [again])], NOON)
        record.publish()
    assert audited(log, identity).findings == ()


@pytest.mark.parametrize(
    "bad",
    [
        Statement("key-enrolled", facts={"key": "AAAA", "office": "x"}),
        Statement("key-enrolled", facts={"office": "x"}),
        Statement("key-revoked", facts={"kid": "nobody"}),
        Statement("record-opened", facts={"key": "AAAA"}),
        Statement("key-rotated", facts={"use": "entry", "key": "AAAA"}),
        replace(enrolment(), confidentiality=Confidentiality.INTERNAL),
    ],
    ids=lambda statement: statement.event,
)
def test_an_entry_about_keys_that_cannot_be_read_is_never_recorded(
    opened: Open, bad: Statement
) -> None:
    with opened() as record:
        before = record.size
        with pytest.raises(WrongInput):
            record.append([(draft(bad), ())], NOON)
        assert record.size == before


def test_keys_change_in_batches_of_their_own_and_nothing_follows_under_the_old_one(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        with pytest.raises(WrongInput) as wrong:
            record.append([(draft(enrolment()), ()), (draft(ARRIVAL), ())], NOON)
        assert wrong.value.findings[0].code == "record.key-entry-alone"
        for _ in range(12):
            record.append([(draft(fresh_enrolment()), ())], NOON)
            entries = record.memory.keyring.entries()
            assert max(entries) == record.size - 1
        record.publish()
    assert audited(log, identity).findings == ()


def fresh_enrolment() -> Statement:
    public = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    return Statement("key-enrolled", facts={"key": to_base64url(public), "office": "court/judge"})
