"""Settings of the store alone, for its tests and for the type checker: no pages, no sign-in."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from safeconduct.site.environment import SQLITE_PRAGMAS

NODE_HOME = Path(os.environ.get("SAFECONDUCT_HOME") or tempfile.gettempdir()) / "store-tests"
SECRET_KEY = "only for tests"  # noqa: S105 - it guards nothing
USE_TZ = True
TIME_ZONE = "UTC"
AUTH_USER_MODEL = "store.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "safeconduct.store",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    }
}
