"""What does a Merkle tree of the record commit to?  Hashes, compact ranges, proofs (RFC 6962)."""

from safeconduct.record.tree.compact_range import CompactRange
from safeconduct.record.tree.hashes import EMPTY_ROOT, HASH_SIZE, leaf_hash, node_hash
from safeconduct.record.tree.prove import consistency_proof, inclusion_proof, range_hash
from safeconduct.record.tree.verify import verify_consistency, verify_inclusion

__all__ = [
    "EMPTY_ROOT",
    "HASH_SIZE",
    "CompactRange",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "range_hash",
    "verify_consistency",
    "verify_inclusion",
]
