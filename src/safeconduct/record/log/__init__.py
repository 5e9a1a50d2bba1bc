"""How does a log grow without ever contradicting itself?  Journal, tiles, guard, signature."""

from safeconduct.record.log.anchor import Anchor
from safeconduct.record.log.evidence import ForkEvidence
from safeconduct.record.log.folder import FolderStorage
from safeconduct.record.log.guard import Guard
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import (
    Identity,
    LogWriter,
    Publication,
    Witnessing,
    open_writer,
)

__all__ = [
    "Anchor",
    "FolderStorage",
    "ForkEvidence",
    "Guard",
    "Identity",
    "LogStorage",
    "LogWriter",
    "Publication",
    "Witnessing",
    "open_writer",
]
