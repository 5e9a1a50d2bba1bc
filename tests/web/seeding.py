"""Fills a node with the story, and opens a session and a token for each part; prints them.

Run as a program with the node's home in the environment: tests drive the node from outside, as
browsers and programs do, and never share a process with it.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from datetime import UTC, datetime
from typing import Any


def main() -> None:
    """Tell the story, and print one JSON object."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "safeconduct.site.settings"
    importlib.import_module("django").setup()
    importlib.import_module("django.core.management").call_command("migrate", verbosity=0)
    demo: Any = importlib.import_module("safeconduct.site.demo")
    sign_ins = demo.make_demo(datetime.now(UTC))
    json.dump(
        {
            "password": sign_ins[0].password,
            "emails": {one.handle: one.email for one in sign_ins},
            "sessions": {one.handle: _session(one.email) for one in sign_ins},
            "tokens": {one.handle: _token(one.email) for one in sign_ins},
        },
        sys.stdout,
    )


def _session(email: str) -> str:
    auth: Any = importlib.import_module("django.contrib.auth")
    store: Any = importlib.import_module("django.contrib.sessions.backends.db")
    account = auth.get_user_model().objects.get(email=email)
    session = store.SessionStore()
    session[auth.SESSION_KEY] = str(account.pk)
    session[auth.BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[auth.HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.set_expiry(60 * 60 * 24)
    session.create()
    return str(session.session_key)


def _token(email: str) -> str:
    models: Any = importlib.import_module("safeconduct.store.models")
    tokens: Any = importlib.import_module("safeconduct.api.tokens")
    account = models.Account.objects.get(email=email)
    issued: str = tokens.issue_token(account, "tests", now=datetime.now(UTC), days=2)
    return issued


if __name__ == "__main__":
    main()
