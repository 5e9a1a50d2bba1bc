"""Who may do what to a transfer next?  Manifest, seal, handover, return, onward transfer."""

__all__: list[str] = []
