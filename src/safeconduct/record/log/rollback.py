"""Refusing to go on from an older copy: whoever signs from a restored backup forks the log."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import Message
from safeconduct.record.log.growing_tree import GrowingTree
from safeconduct.record.log.guard import Guard
from safeconduct.record.notes.checkpoint import Checkpoint
from safeconduct.record.refusal import Refused


def refuse_rollback(
    tree: GrowingTree, guards: Iterable[Guard], published: Checkpoint | None
) -> None:
    """Check that the tree continues everything that was ever signed here.

    Raises:
        Refused: a guard or the published checkpoint is ahead of the tree, or has another root.
    """
    known = [(guard.size, guard.root) for guard in guards]
    if published is not None:
        known.append((published.size, published.root))
    for size, root in known:
        if size > tree.size:
            raise Refused(Message.of("record.older-copy", size=tree.size, signed=size))
        if tree.root_at(size) != root:
            raise Refused(Message.of("record.other-tree", size=size))
