"""The pages as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and tags of the pages."""

    name = "safeconduct.web"
    label = "web"

    def ready(self) -> None:
        """See to it that registers left by an earlier process are removed in time."""
        from safeconduct.web.screening.keeping import watch  # noqa: PLC0415 - once apps are loaded

        watch()
