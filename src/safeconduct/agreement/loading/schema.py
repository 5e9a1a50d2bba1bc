"""The JSON Schema of the format, for editors; it follows from the same declarations as reading.

It speaks of the file as an editor sees it (YAML 1.2: ``650`` is a number, ``2009-10-31`` a text).
It knows forms and words, and not what an agreement must be as a whole; ``safeconduct agreement
check`` knows that.
"""

from __future__ import annotations

import json

from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.whole import AGREEMENT


def agreement_schema() -> JsonSchema:
    """The schema, as JSON Schema 2020-12."""
    definitions: Definitions = {}
    whole = AGREEMENT.schema(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An agreement by which one government hands persons in custody to another",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as the text of ``agreement.schema.json``."""
    return json.dumps(agreement_schema(), ensure_ascii=False, indent=2) + "\n"
