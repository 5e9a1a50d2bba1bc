# mypy: ignore-errors
# The packages that these tasks ask stand in another environment, and carry no types.

"""Answers tasks with packages that others wrote; one JSON object a line in, one out.

Runs in an environment of its own, which knows nothing of this project.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

from aics_witness.feeder import FeederError, WitnessClient
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from sd_jwt.verifier import SDJWTVerifier
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import (
    MLDSA44CosignatureSigner,
    PlainEd25519Signer,
    Vkey,
    VkeySet,
)
from tlog_scales.tlog import Checkpoint


def audit(task):
    """tlog-scales: signatures of a checkpoint, its root from tiles, a leaf for every entry."""
    reader = TilesReader(LocalBackend(Path(task["folder"])))
    checkpoint = reader.get_checkpoint()
    keys = VkeySet(*map(Vkey.from_string, task["keys"]))
    signed = keys.verify(checkpoint.signatures, checkpoint)
    root = reader.calculate_root_hash()
    return {
        "origin": checkpoint.origin,
        "size": checkpoint.size,
        "signed": sorted(key.name for key, _ in signed),
        "root": base64.b64encode(root).decode(),
        "same": root == checkpoint.root_hash,
    }


def consistency(task):
    """tlog-scales: the consistency proof between two sizes, made from tiles."""
    reader = TilesReader(LocalBackend(Path(task["folder"])))
    reader.get_checkpoint()
    proof = reader.get_consistency_proof(task["old"], task["new"])
    return {"path": [base64.b64encode(one).decode() for one in proof.node_hashes]}


def sign(task):
    """tlog-scales: a checkpoint signed by new keys, whose verifier keys come along."""
    signers = [PlainEd25519Signer(task["origin"], Ed25519PrivateKey.generate())]
    signers.append(MLDSA44CosignatureSigner(task["cosigner"], MLDSA44PrivateKey.generate()))
    root = base64.b64decode(task["root"])
    signed = Checkpoint.make_signed(task["origin"], task["size"], root, signers)
    return {"note": signed.serialize(), "keys": [signer.vkey.serialize() for signer in signers]}


def submit(task):
    """aics-witness's client: submits a checkpoint to a witness."""
    with WitnessClient(task["url"], task["key"], max_attempts=1) as client:
        proofs = {int(old): [base64.b64decode(one) for one in path]
                  for old, path in task["proofs"].items()}  # fmt: skip
        try:
            lines = client.submit(task["note"], lambda old, new: proofs[old])
        except FeederError as refused:
            return {"refused": type(refused).__name__, "status": getattr(refused, "status", None)}
        return {"lines": lines}


class Verifier(SDJWTVerifier):
    """sd-jwt's verifier; its own JOSE library does not know the name ``Ed25519`` yet."""

    def _verify_sd_jwt(self, cb_get_issuer_key, sign_alg=None):
        signed, _, signature = self._unverified_input_sd_jwt.rpartition(".")
        raw = base64.urlsafe_b64decode(signature + "==")
        cb_get_issuer_key(None, None).verify(raw, signed.encode())
        self._sd_jwt_payload = self._unverified_input_sd_jwt_payload


def present(task):
    """sd-jwt: the claims of a presentation."""
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(task["public"]))
    verifier = Verifier(task["presentation"], lambda *_: public)
    return {"claims": verifier.get_verified_payload()}


TASKS = {one.__name__: one for one in (audit, consistency, sign, submit, present)}


def main():
    for line in sys.stdin:
        task = json.loads(line)
        try:
            answer = TASKS[task["task"]](task)
        except Exception as fault:  # noqa: BLE001 - whatever a library raises is its refusal
            answer = {"refused": type(fault).__name__, "says": str(fault)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
