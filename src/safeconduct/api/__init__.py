"""What may another program ask and do?  The versioned interface over the same acts."""

__all__: list[str] = []
