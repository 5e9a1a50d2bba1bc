"""What speaks for and against two rows being one person?  Weights that add up, and nothing else."""
