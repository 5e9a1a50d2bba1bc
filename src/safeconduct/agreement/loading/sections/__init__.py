"""The sections of an agreement file: each declares its keys once."""
