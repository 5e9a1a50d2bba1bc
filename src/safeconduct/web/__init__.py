"""What does each person see?  Pages by audience, in two languages."""

__all__: list[str] = []
