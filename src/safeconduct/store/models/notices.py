"""Notices that a mail server took, so that nobody is told of the same step twice."""

from __future__ import annotations

from django.db import models


class SentNotice(models.Model):
    """One account that was told of one duty at one step."""

    agreement = models.CharField(max_length=100)
    item = models.CharField(max_length=320)
    step = models.CharField(max_length=40)
    account = models.CharField(max_length=100)
    sent_at = models.DateTimeField()

    class Meta:
        """Told once."""

        db_table = "store_notice"
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "item", "step", "account"), name="store_notice_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item} {self.step} {self.account}"
