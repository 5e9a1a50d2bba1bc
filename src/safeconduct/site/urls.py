"""The addresses of a node: pages, the interface for programs, signing in."""

from __future__ import annotations

from django.urls import include, path

from safeconduct.api.v1 import api

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("api/v1/", api.urls),
    path("", include("safeconduct.web.urls")),
]

handler400 = "safeconduct.web.failures.bad_request"
handler403 = "safeconduct.web.failures.forbidden"
handler404 = "safeconduct.web.failures.not_found"
handler500 = "safeconduct.web.failures.fault"
