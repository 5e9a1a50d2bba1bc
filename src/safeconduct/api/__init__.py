"""How does a program ask and act?  ``/api/v1``: typed, scoped, idempotent, the same rights."""

__all__: list[str] = []
