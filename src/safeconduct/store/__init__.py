"""Where is the state kept?  Django models behind the ports of casework, append-only."""

__all__: list[str] = []
