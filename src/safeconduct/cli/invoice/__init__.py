"""What is owed for a period?  The statement, its evidence, its PDF and its corrections."""

from __future__ import annotations

from safeconduct.cli.invoice.command import register

__all__ = ["register"]
