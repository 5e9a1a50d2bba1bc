"""The pages as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and tags of the pages."""

    name = "safeconduct.web"
    label = "web"

    def ready(self) -> None:
        """See to it that registers under review go when their session does, or in time."""
        # These need the applications to be loaded.
        from django.contrib.auth.signals import user_logged_out  # noqa: PLC0415

        from safeconduct.web.screening.keeping import watch  # noqa: PLC0415
        from safeconduct.web.screening.review import sign_out  # noqa: PLC0415

        user_logged_out.connect(sign_out)
        watch()
