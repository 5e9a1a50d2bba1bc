"""What does each person see and do?  Pages by audience, forms from acts, downloads."""

__all__: list[str] = []
