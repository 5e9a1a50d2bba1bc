"""How are many rows computed at once?  The DuckDB session. No rule of the field stands here."""

from safeconduct.engine.columns import column_types
from safeconduct.engine.naming import fresh, identifier, literal
from safeconduct.engine.session import session

__all__ = ["column_types", "fresh", "identifier", "literal", "session"]
