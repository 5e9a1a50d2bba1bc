"""Who may see or do what?  Relations become rights; what nobody granted is denied."""

__all__: list[str] = []
