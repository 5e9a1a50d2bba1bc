"""What can a person ask from a terminal?  One command a file; errors become sentences here."""

from safeconduct.cli.main import run

__all__ = ["run"]
