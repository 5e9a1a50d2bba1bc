"""Which records on file may concern this person?  Identity matching, and nothing else."""

__all__: list[str] = []
