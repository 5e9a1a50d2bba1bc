"""Rows as acts stated them. They never change; what is personal lies apart, erasable."""

from __future__ import annotations

from django.db import models


class StatedRow(models.Model):
    """One version of a row, without what says something of a person."""

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
    entry = models.BigIntegerField()
    actor = models.CharField(max_length=100, blank=True, default="")
    actor_name = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        """A version exists once, whoever writes at the same moment."""

        db_table = "store_stated_row"
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "table", "key", "version"), name="store_version_once"
            ),
        )
        indexes = (
            models.Index(fields=("entry",), name="store_row_entry"),
            models.Index(fields=("agreement", "person"), name="store_row_person"),
        )

    def __str__(self) -> str:
        return f"{self.table}/{self.key} {self.version}"


class PersonalValues(models.Model):
    """What a row says of a person, by column: the only part of a row that can be erased."""

    row = models.OneToOneField(StatedRow, models.PROTECT, primary_key=True, related_name="personal")
    values = models.JSONField()

    class Meta:
        """One row beside a row that has such values."""

        db_table = "store_personal_values"

    def __str__(self) -> str:
        return str(self.row_id)


class CurrentRow(models.Model):
    """Which version of each row stands now; it follows from the rows, and can be made anew."""

    agreement = models.CharField(max_length=100)
    table = models.CharField(max_length=40)
    key = models.CharField(max_length=210)
    row = models.OneToOneField(StatedRow, models.PROTECT, related_name="current")
    first = models.BigIntegerField()
    person = models.CharField(max_length=100, blank=True, default="")
    transfer = models.CharField(max_length=100, blank=True, default="")
    place = models.CharField(max_length=100, blank=True, default="")
    is_open = models.BooleanField(default=True)

    class Meta:
        """One row a key, and an index for each way in which pages ask."""

        db_table = "store_current_row"
        constraints = (
            models.UniqueConstraint(fields=("agreement", "table", "key"), name="store_key_once"),
        )
        indexes = (
            models.Index(fields=("agreement", "table", "is_open", "first"), name="store_cur_open"),
            models.Index(fields=("agreement", "person", "table"), name="store_cur_person"),
            models.Index(fields=("agreement", "transfer", "table"), name="store_cur_transfer"),
            models.Index(fields=("agreement", "place", "table", "is_open"), name="store_cur_place"),
        )

    def __str__(self) -> str:
        return f"{self.table}/{self.key}"
