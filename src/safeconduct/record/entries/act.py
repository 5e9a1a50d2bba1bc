"""Signed acts: a person's signature over the digest of a decision, from an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import Message
from safeconduct.record.entries.jws import Jws, make_jws, parse_jws, signing_jwk
from safeconduct.record.refusal import Malformed

TYPE = "safeconduct-act+jwt"


@dataclass(frozen=True, slots=True)
class Act:
    """A person's act, parsed; verified with the key that the record enrolled for the office.

    Attributes:
        decision: the digest of the decision, ``sha256:…``.
        office: the office that the signer acts from.
        attests: what the signer vouches for, as codes.
        signed_at: when, by the signer's clock.
        jws: the signed token.
    """

    decision: str
    office: str
    attests: tuple[str, ...]
    signed_at: str
    jws: Jws


def sign_act(
    private: Ed25519PrivateKey, decision: str, office: str, attests: Sequence[str], at: datetime
) -> str:
    """Sign a decision; the office and what is attested are part of what is signed."""
    return make_jws(
        TYPE,
        {
            "attests": list(attests),
            "decision": decision,
            "office": office,
            "signed_at": at.astimezone(UTC).isoformat(timespec="minutes"),
        },
        signing_jwk(private),
    )


def read_act(text: str) -> Act:
    """Read a signed act.

    Raises:
        Malformed: it is none.
    """
    jws = parse_jws(text, TYPE)
    match jws.payload:
        case {
            "attests": list(attests),
            "decision": str(decision),
            "office": str(office),
            "signed_at": str(at),
        } if len(jws.payload) == 4 and all(isinstance(one, str) for one in attests):
            return Act(decision, office, tuple(map(str, attests)), at, jws)
        case _:
            raise Malformed(Message.of("record.act"))
