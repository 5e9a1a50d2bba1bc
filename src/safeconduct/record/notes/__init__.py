"""Who says so?  Signed notes, keys, checkpoints, cosignatures, policies, proof files (C2SP)."""

from safeconduct.record.notes.checkpoint import Checkpoint, checkpoint_of
from safeconduct.record.notes.note import Note, SignatureLine, join_note, parse_note
from safeconduct.record.notes.opening import OpenedNote, VerifiedSignature, open_note
from safeconduct.record.notes.policy import Policy, Quorum, read_policy
from safeconduct.record.notes.policy_check import Acceptance, accept
from safeconduct.record.notes.proof_file import ProofFile, parse_proof_file
from safeconduct.record.notes.signing import SigningKey, cosign, sign
from safeconduct.record.notes.verifier_key import KeyType, VerifierKey, read_verifier_key

__all__ = [
    "Acceptance",
    "Checkpoint",
    "KeyType",
    "Note",
    "OpenedNote",
    "Policy",
    "ProofFile",
    "Quorum",
    "SignatureLine",
    "SigningKey",
    "VerifiedSignature",
    "VerifierKey",
    "accept",
    "checkpoint_of",
    "cosign",
    "join_note",
    "open_note",
    "parse_note",
    "parse_proof_file",
    "read_policy",
    "read_verifier_key",
    "sign",
]
