"""The front page, and the home of whoever is signed in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What the node is, how to sign in, and what can be done without an account."""
    if request.user.is_authenticated:
        return redirect("web:home")
    return render(request, "web/front.html")


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in."""
    return render(request, "web/home.html")
