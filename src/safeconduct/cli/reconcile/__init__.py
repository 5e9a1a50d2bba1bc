"""Where do two books differ, and why?  ``safeconduct reconcile`` and what it prints and writes."""

from safeconduct.cli.reconcile.command import register

__all__ = ["register"]
