"""Who may board, and what stands in the way?  People as rows, safeguards as columns."""
