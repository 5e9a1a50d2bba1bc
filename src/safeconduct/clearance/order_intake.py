"""An order as it is pasted: a short YAML file, read with the columns of the orders table.

It binds from the moment it is known. A report that nobody has verified is taken in all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.tree import Mapping, Node, Scalar
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.clearance.bundle.cells import parse_cell
from safeconduct.clearance.bundle.known import known_at
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import read_bundle
from safeconduct.clearance.bundle.references import order_faults
from safeconduct.clearance.bundle.sheets import Sheet, SheetRow
from safeconduct.clearance.cases import cases_of, docket_of
from safeconduct.clearance.classes import classes_of, read_class
from safeconduct.clearance.touched import Touched, touched_by
from safeconduct.clearance.world import Moment
from safeconduct.facts import TABLES

_REACH = {
    "person": "person",
    "transfer": "transfer",
    "destination": "destination",
    "class": "class",
}


@dataclass(frozen=True, slots=True)
class PastedOrder:
    """An order as it came in.

    Attributes:
        cells: by column of the orders table, as text.
    """

    cells: dict[str, str]

    @property
    def key(self) -> str:
        """The order's short name."""
        return self.cells["order"]


def read_order(data: bytes, file: str) -> PastedOrder:
    """Read an order from the bytes of its file.

    Raises:
        WrongInput: with every error of the file.
    """
    tree, findings = read_marks(data, file)
    if not data.decode("utf-8-sig", "replace").strip():
        empty = Message.of("clearance.order-empty")
        raise WrongInput(Finding(empty, Severity.ERROR, Location(file, 1, 1)))
    if tree is None:
        raise WrongInput(*findings)
    if not isinstance(tree, Mapping):
        raise WrongInput(_error("clearance.order-not-a-mapping", file, tree))
    cells: dict[str, str] = {}
    faults: list[Finding] = []
    for entry in tree.entries:
        faults += _take(entry.key.text, entry.value, file, data, cells)
    for wanted in ("order", "kind", "scope"):
        if wanted not in cells and not faults:
            faults.append(_error("clearance.order-lacks", file, tree, key=wanted))
    reach = _REACH.get(cells.get("scope", ""))
    if reach and reach not in cells and not faults:
        faults.append(_error("clearance.order-lacks", file, tree, key=reach))
    if faults:
        raise WrongInput(*faults)
    return PastedOrder(cells)


def _take(key: str, value: Node, file: str, data: bytes, cells: dict[str, str]) -> list[Finding]:
    column = next((c for c in TABLES["orders"].written_columns if c.name == key), None)
    if column is None:
        return [_error("clearance.order-no-such-key", file, value, key=key)]
    if key == "class":
        text = _as_written(value, data)
        tree, findings = read_class(text, file)
        cells[key] = text
        line = value.mark.line - 1
        return [] if tree is not None else [_moved(finding, file, line) for finding in findings]
    if not isinstance(value, Scalar):
        return [_error("clearance.order-no-such-key", file, value, key=key)]
    parsed = parse_cell(column, value.text)
    if isinstance(parsed, Message):
        return [Finding(parsed, Severity.ERROR, Location(file, value.mark.line, value.mark.column))]
    cells[key] = value.text
    return []


def _as_written(value: Node, data: bytes) -> str:
    """The lines of the file from the value on, up to the next key of the order."""
    lines = data.decode("utf-8-sig").splitlines()
    first = value.mark.line - 1
    taken = [" " * (value.mark.column - 1) + lines[first][value.mark.column - 1 :]]
    for line in lines[first + 1 :]:
        if line and not line[0].isspace():
            break
        taken.append(line)
    return "\n".join(taken)


def _moved(finding: Finding, file: str, lines: int) -> Finding:
    line = (finding.location.line or 1) + lines
    return replace(finding, location=Location(file, line, finding.location.column))


def _error(code: str, file: str, node: Node, **parameters: str) -> Finding:
    location = Location(file, node.mark.line, node.mark.column)
    return Finding(Message(code, parameters), Severity.ERROR, location)


def touched_in(
    pasted: PastedOrder,
    sheets: Sequence[Sheet],
    name: str,
    now: datetime,
    acknowledge_within: timedelta,
) -> tuple[tuple[Touched, ...], tuple[Problem, ...]]:
    """Everybody in a bundle whom the order touches or may touch.

    Args:
        pasted: the order.
        sheets: the bundle's tables.
        name: the bundle as the person named it.
        now: the moment, aware.
        acknowledge_within: how soon a stop is acknowledged.
    """
    bundle = read_bundle(_with_order(pasted, sheets, now), name)
    moment = Moment(now, now.date())
    known = known_at(bundle, moment)
    classes, problems = classes_of(bundle, known)
    docket = docket_of(known, moment, classes)
    touched = touched_by(pasted.key, cases_of(docket), name, acknowledge_within)
    faults = (one for one in order_faults(bundle, known) if one.message.code in _REACH_UNKNOWN)
    return touched, (*bundle.problems, *problems, *faults)


_REACH_UNKNOWN = frozenset({"clearance.destination-nowhere"})
"""Faults for want of which an order would seem to reach nobody."""


def _with_order(pasted: PastedOrder, sheets: Sequence[Sheet], now: datetime) -> list[Sheet]:
    cells = {**pasted.cells, "recorded_at": now.isoformat()}
    cells.setdefault("known_at", now.isoformat())
    row = SheetRow(0, cells)
    orders = next((sheet for sheet in sheets if sheet.table == "orders"), None)
    if orders is None:
        orders = Sheet("orders", "orders", (), ())
    headings = tuple(dict.fromkeys((*orders.headings, *cells)))
    others = [sheet for sheet in sheets if sheet.table != "orders"]
    return [*others, replace(orders, headings=headings, rows=(*orders.rows, row))]
