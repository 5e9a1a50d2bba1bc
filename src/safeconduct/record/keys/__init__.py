"""Whose hand is it?  Private keys behind a passphrase, and the keys that a record declares."""

from safeconduct.record.keys.key_file import KeyUse, StoredKey, read_key_file, write_key_file
from safeconduct.record.keys.keyring import DeclaredKey, Keyring

__all__ = [
    "DeclaredKey",
    "KeyUse",
    "Keyring",
    "StoredKey",
    "read_key_file",
    "write_key_file",
]
