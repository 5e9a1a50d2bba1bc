"""What the other party states, beside what is stated here; neither overwrites the other."""

from __future__ import annotations

from django.db import models


class TheirRow(models.Model):
    """One version of a row of the other party, with what it disclosed of it."""

    party = models.CharField(max_length=200)
    agreement = models.CharField(max_length=100)
    table = models.CharField(max_length=40)
    key = models.CharField(max_length=210)
    version = models.PositiveIntegerField()
    person = models.CharField(max_length=100, blank=True, default="")
    transfer = models.CharField(max_length=100, blank=True, default="")
    place = models.CharField(max_length=100, blank=True, default="")
    is_open = models.BooleanField(default=True)
    values = models.JSONField()
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    entry = models.BigIntegerField()
    leaf = models.CharField(max_length=64)
    actor = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        """Each version of theirs stands once, however often it arrives."""

        db_table = "store_their_row"
        constraints = (
            models.UniqueConstraint(
                fields=("party", "leaf", "table", "key"), name="store_their_version_once"
            ),
        )
        indexes = (
            models.Index(fields=("agreement", "table", "key"), name="store_their_key"),
            models.Index(fields=("agreement", "person"), name="store_their_person"),
            models.Index(fields=("agreement", "transfer"), name="store_their_transfer"),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.table}/{self.key} {self.version}"


class TheirEntry(models.Model):
    """An entry of the other party that was taken in, so that it is taken in once."""

    party = models.CharField(max_length=200)
    leaf = models.CharField(max_length=64)
    index = models.BigIntegerField()
    event = models.CharField(max_length=60, blank=True, default="")
    arrived_at = models.DateTimeField()
    ahead = models.BooleanField(default=False)
    confirms = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        """Found by its leaf; the largest index says how far the mirror was taken in."""

        db_table = "store_their_entry"
        constraints = (
            models.UniqueConstraint(fields=("party", "leaf"), name="store_their_entry_once"),
        )
        indexes = (
            models.Index(fields=("party", "ahead", "index"), name="store_their_upto"),
            models.Index(fields=("confirms",), name="store_their_confirms"),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.index}"
