"""Who signs in: one person, one account."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; the password is hashed before it is kept."""

    def create_user(self, email: str, name: str, password: str | None = None) -> Account:
        """Make the account of a person; without a password it opens by other means alone."""
        account = self.model(email=self.normalize_email(email).lower(), name=name)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person's way in. What the person may do follows from the roles held, never from here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, default="", blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = Accounts()

    class Meta:
        """Accounts are found by their address."""

        db_table = "store_account"

    def get_full_name(self) -> str:
        """The name under which the person acts."""
        return self.name

    def __str__(self) -> str:
        return self.name
