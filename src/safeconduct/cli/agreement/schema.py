"""``safeconduct agreement schema``."""

from __future__ import annotations

import sys

from safeconduct.agreement import schema_text
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption


def schema(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Print the JSON Schema of the agreement format, for editors."""
    del as_json, lang  # the schema is JSON, and it is written in English
    sys.stdout.write(schema_text())
