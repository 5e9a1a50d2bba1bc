"""Tokens: by which account, for which agreement and rights, until when."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Token(models.Model):
    """A token of an account. Only its digest is kept, so that no reader of the table can use it."""

    digest = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    agreement = models.CharField(max_length=100, blank=True, default="")
    rights = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Token]] = models.Manager()

    class Meta:
        """Found by digest."""

        db_table = "api_token"

    def __str__(self) -> str:
        return self.name
