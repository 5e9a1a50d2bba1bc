"""The node of this process: everything that the door to change needs."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from django.conf import settings

from safeconduct.casework.clock import SystemClock
from safeconduct.casework.names import RandomNames
from safeconduct.casework.ports import Ports
from safeconduct.policy import may
from safeconduct.store.django_store import DjangoStore


@cache
def store() -> DjangoStore:
    """The store of this process."""
    return DjangoStore()


@cache
def ports() -> Ports:
    """Everything that the door to change needs, of this process."""
    clock = SystemClock(ZoneInfo(settings.TIME_ZONE))
    return Ports(store(), clock, RandomNames(), may)
