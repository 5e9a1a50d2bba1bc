"""The pages as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and tags of the pages."""

    name = "safeconduct.web"
    label = "web"
