"""The interface for programs as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Keeps the tokens."""

    name = "safeconduct.api"
    label = "api"
