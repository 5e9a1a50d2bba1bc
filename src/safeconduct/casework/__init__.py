"""May this act be done, and what does it change?  One function an act: the only door to change."""

__all__: list[str] = []
