"""Who must do what by when?  Duties, clocks, daily legality, inspections, public figures."""

__all__: list[str] = []
