"""Requests that were performed, so that the same one sent again does nothing again."""

from __future__ import annotations

from django.db import models


class PerformedRequest(models.Model):
    """A sender's key, what it asked for, and what came of it."""

    actor = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=80)
    act = models.CharField(max_length=60)
    agreement = models.CharField(max_length=100)
    entry = models.BigIntegerField()
    leaf = models.CharField(max_length=64)
    performed_at = models.DateTimeField()

    class Meta:
        """A key is used once by each sender."""

        db_table = "store_request"
        constraints = (models.UniqueConstraint(fields=("actor", "key"), name="store_request_once"),)

    def __str__(self) -> str:
        return self.key
