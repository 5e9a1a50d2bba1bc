"""The record's log in the database: an entry and its rows become durable at once."""

from __future__ import annotations

from django.db import models


class LogPublic(models.Model):
    """What may be served and mirrored: tiles, which never change, and the checkpoint."""

    path = models.CharField(max_length=200, primary_key=True)
    data = models.BinaryField()

    class Meta:
        """One row a resource."""

        db_table = "store_log_public"

    def __str__(self) -> str:
        return self.path


class LogPrivate(models.Model):
    """What the owner alone keeps: the guard, what follows from entries, and the disclosures."""

    name = models.CharField(max_length=200, primary_key=True)
    data = models.BinaryField()

    class Meta:
        """One row a value."""

        db_table = "store_log_private"

    def __str__(self) -> str:
        return self.name


class JournalEntry(models.Model):
    """Entries whose tiles are not written yet, under their index in the log."""

    index = models.BigIntegerField(primary_key=True)
    data = models.BinaryField()

    class Meta:
        """One row an entry."""

        db_table = "store_log_journal"

    def __str__(self) -> str:
        return str(self.index)
