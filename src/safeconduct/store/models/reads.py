"""Who read whose data, when and for what; an inspector sees it, the facility does not."""

from __future__ import annotations

from django.db import models


class Read(models.Model):
    """One page or answer that showed somebody's data."""

    agreement = models.CharField(max_length=100)
    account = models.CharField(max_length=100)
    account_name = models.CharField(max_length=200, blank=True, default="")
    office = models.CharField(max_length=100, blank=True, default="")
    person = models.CharField(max_length=100, blank=True, default="")
    tables = models.JSONField(default=list)
    purpose = models.CharField(max_length=400, blank=True, default="")
    read_at = models.DateTimeField()

    class Meta:
        """Found by person and by account."""

        db_table = "store_read"
        indexes = (
            models.Index(fields=("agreement", "person", "read_at"), name="store_read_person"),
            models.Index(fields=("account", "read_at"), name="store_read_account"),
        )

    def __str__(self) -> str:
        return f"{self.account} {self.read_at}"
