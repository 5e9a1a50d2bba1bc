"""``python -m safeconduct.cli``: the same command line, wherever the script is not on the path."""

from safeconduct.cli.main import run

run()
