"""Safeconduct runs an agreement by which one government hands persons in custody to another.

The folders are the flow: each package answers one question, and imports only what stands
before it (``docs/architecture.md`` draws the arrows, import-linter keeps them).
"""

from importlib.metadata import version

__version__ = version("safeconduct")
