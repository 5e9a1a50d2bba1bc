"""The addresses of the pages."""

from __future__ import annotations

from django.urls import path

from safeconduct.web.front import views as front

app_name = "web"

urlpatterns = [
    path("", front.front, name="front"),
    path("home", front.home, name="home"),
]
