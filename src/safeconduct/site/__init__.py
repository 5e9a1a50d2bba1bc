"""How is a node put together?  Settings, addresses and the server's entry."""

__all__: list[str] = []
