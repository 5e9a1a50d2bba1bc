"""What is measured in processes of their own: an audit, and the least that any audit must do."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bench.record_log import identity
from safeconduct.record.audit import audit_log
from safeconduct.record.tiles import open_source


def floor(folder: str) -> int:
    """Read every bundle and hash its bytes once."""
    seen = 0
    for path in (Path(folder) / "log/tile/entries").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            seen += len(data)
            hashlib.sha256(data).digest()
    return seen


def audit_tree(folder: str) -> int:
    """Audit every tile and entry as a tree."""
    return _audited(folder, entries=False)


def audit_entries(folder: str) -> int:
    """Audit the tree, and follow what every entry says: keys, cases, sequence."""
    return _audited(folder, entries=True)


def _audited(folder: str, *, entries: bool) -> int:
    source = open_source(str(Path(folder) / "log"))
    policy = identity(Path(folder)).policy
    audit = audit_log(source, policy, signatures=False, entries=entries)
    if audit.findings or audit.checkpoint is None:
        raise RuntimeError(str(audit.findings[:3]))
    return audit.checkpoint.size
