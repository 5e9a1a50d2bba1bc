"""Whom of a manifest may a register speak of?  Screened, looked at by a person, and recorded."""
