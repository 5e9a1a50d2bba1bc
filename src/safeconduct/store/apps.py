"""The Django app of the store: its guards are made anew after every migration."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class StoreConfig(AppConfig):
    """The store."""

    name = "safeconduct.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tie the guards to migrations and to the system check."""
        from safeconduct.store import guards  # noqa: PLC0415 - models are ready only now

        post_migrate.connect(guards.make_after_migrating, sender=self)
        checks.register(guards.check, checks.Tags.database)
        connection_created.connect(overwrite_what_is_erased)


def overwrite_what_is_erased(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Have SQLite overwrite the bytes of what is erased, instead of leaving them on free pages."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
