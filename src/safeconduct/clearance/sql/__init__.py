"""How are a million persons asked at once?  The same trees, written as one SQL statement."""
