"""Can it be proved?  Entries, Merkle tree, notes, witnesses, proofs, disclosures."""
