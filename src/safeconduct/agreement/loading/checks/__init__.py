"""What must be true of an agreement as a whole: one check a file, findings out."""

from collections.abc import Callable, Iterable

from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding

CHECKS: tuple[Callable[[Draft], Iterable[Finding]], ...] = ()
