"""Acts whose button warns: they reach many, or cannot be taken back."""

from __future__ import annotations

GRAVE = frozenset({"stop-everything", "seal-manifest", "terminate-agreement", "erase"})
