"""``safeconduct doctor``: whether the node's state is what its record says."""

from __future__ import annotations

import importlib

from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import (
    JsonOption,
    console,
    finding_as_json,
    label,
    leave,
    print_findings,
    print_json,
)


def doctor(home: HomeOption = None, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Rebuild the state from the record's entries, and compare."""
    del lang
    set_up(home)
    ready_database()
    node = importlib.import_module("safeconduct.store.node")
    found = importlib.import_module("safeconduct.store.doctor").examine(node.ports().store)
    if as_json:
        print_json({"findings": [finding_as_json(finding) for finding in found]})
    elif not found:
        console().print(label("cli.doctor-well"), markup=False)
    print_findings(found)
    leave(found)
