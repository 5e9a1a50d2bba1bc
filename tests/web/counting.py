"""Counts what pages of a served node ask of its database; prints it by path.

Run as a program with the node's home in the environment, the handle's email and the paths.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

HOST = "127.0.0.1"


def main(email: str, *paths: str) -> None:
    """Ask for each page as the account would, twice, and print the second count."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "safeconduct.site.settings"
    importlib.import_module("django").setup()
    test: Any = importlib.import_module("django.test")
    auth: Any = importlib.import_module("django.contrib.auth")
    visitor = test.Client(headers={"host": HOST})
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    visitor.force_login(auth.get_user_model().objects.get(email=email), backend)
    json.dump({path: _asked(visitor, path) for path in paths}, sys.stdout)


def _asked(visitor: Any, path: str) -> dict[str, object]:
    database: Any = importlib.import_module("django.db")
    utils: Any = importlib.import_module("django.test.utils")
    visitor.get(path)
    with utils.CaptureQueriesContext(database.connection) as asked:
        answer = visitor.get(path)
    return {"status": answer.status_code, "asked": [query["sql"] for query in asked]}


if __name__ == "__main__":
    main(*sys.argv[1:])
