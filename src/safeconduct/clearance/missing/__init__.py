"""What would settle it, and who can?  The shortest list of facts for what is undetermined."""

from safeconduct.clearance.missing.needs import Need, needs_of

__all__ = ["Need", "needs_of"]
