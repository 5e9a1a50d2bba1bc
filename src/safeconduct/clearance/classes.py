"""Classes of persons in orders, read with the vocabulary of conditions."""

from __future__ import annotations

from collections.abc import Mapping

from safeconduct.agreement import Predicate
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.predicates import read_predicate
from safeconduct.basics import Finding
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle


def classes_of(
    bundle: Bundle, known: Known
) -> tuple[Mapping[str, Predicate | None], tuple[Problem, ...]]:
    """The class of each order that has one, by the order's key.

    A class that cannot be read is None, so that membership of it is unknown for everybody.
    """
    classes: dict[str, Predicate | None] = {}
    problems: list[Problem] = []
    for order in known.tables["orders"]:
        written = order.text("class")
        if not written:
            continue
        place = str(bundle.at(order, "class"))
        tree, findings = read_class(written, place)
        classes[order.text("order")] = tree
        problems += [Problem(f.message, bundle.at(order, "class")) for f in findings]
    return classes, tuple(problems)


def read_class(text: str, file: str) -> tuple[Predicate | None, tuple[Finding, ...]]:
    """Read a class from its text. Nothing missing may put somebody outside it.

    Returns:
        The predicate and no finding, or None and what is wrong.
    """
    tree, findings = read_marks(text.encode(), file)
    if tree is None:
        return None, findings
    draft = Draft(file)
    predicate = read_predicate(tree, Context(draft), decides_by_absence=True)
    return (None if draft.findings else predicate), tuple(draft.findings)
