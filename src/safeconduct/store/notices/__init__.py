"""Who is told by mail that nobody acts?  One notice for each duty, step and account, sent once."""

from safeconduct.store.notices.sending import send_notices

__all__ = ["send_notices"]
