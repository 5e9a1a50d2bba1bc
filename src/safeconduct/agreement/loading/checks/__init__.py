"""What must be true of an agreement as a whole?  One check a file, findings out."""

from collections.abc import Callable, Iterable

from safeconduct.agreement.loading.checks.amendments_known import amendments_known
from safeconduct.agreement.loading.checks.assumed_says_why import assumed_says_why
from safeconduct.agreement.loading.checks.bands_ascend import bands_ascend
from safeconduct.agreement.loading.checks.clause_in_index import clause_in_index
from safeconduct.agreement.loading.checks.cost_passed_on import cost_passed_on
from safeconduct.agreement.loading.checks.days_countable import days_countable
from safeconduct.agreement.loading.checks.duties_begin_once import duties_begin_once
from safeconduct.agreement.loading.checks.framework_known import framework_known
from safeconduct.agreement.loading.checks.gate_is_earned import gate_is_earned
from safeconduct.agreement.loading.checks.grade_within_source import grade_within_source
from safeconduct.agreement.loading.checks.ids_unique import ids_unique
from safeconduct.agreement.loading.checks.indexations_known import indexations_known
from safeconduct.agreement.loading.checks.spans_run_forward import spans_run_forward
from safeconduct.agreement.loading.checks.two_sides import two_sides
from safeconduct.agreement.loading.checks.values_apart import values_apart
from safeconduct.agreement.loading.checks.values_within_term import values_within_term
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding

CHECKS: tuple[Callable[[Draft], Iterable[Finding]], ...] = (
    clause_in_index,
    grade_within_source,
    assumed_says_why,
    ids_unique,
    amendments_known,
    spans_run_forward,
    values_apart,
    values_within_term,
    two_sides,
    framework_known,
    gate_is_earned,
    indexations_known,
    bands_ascend,
    cost_passed_on,
    days_countable,
    duties_begin_once,
)
"""Every check, in the order in which the sections stand. Findings are sorted by place later."""
