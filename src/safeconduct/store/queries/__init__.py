"""What may an actor read?  Views through one actor's rights, for pages and programs alike."""

from safeconduct.store.queries.actors import actor_of
from safeconduct.store.queries.changes import last_change
from safeconduct.store.queries.noting import note_read
from safeconduct.store.queries.reader import Reader
from safeconduct.store.queries.scoped import ScopedView

__all__ = ["Reader", "ScopedView", "actor_of", "last_change", "note_read"]
