"""The tables of the interface for programs, step by step."""
