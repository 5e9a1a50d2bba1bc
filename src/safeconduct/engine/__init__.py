"""How are many rows computed at once?  The DuckDB session. No rule of the field stands here."""

from safeconduct.engine.session import session

__all__ = ["session"]
