"""How does a node start?  Settings, addresses and the server's entry: the composition root."""

__all__: list[str] = []
