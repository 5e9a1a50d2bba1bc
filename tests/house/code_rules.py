"""House rules on Python source, each a function from a file's text to what breaks the rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator

FILE_LINES = 400
FUNCTION_LINES = 40

# Each runs, or rebuilds, what somebody else wrote; agreements and tables are data, never programs.
RUNS_DATA = {"eval", "exec", "compile", "__import__"}
RUNS_DATA_MODULES = {"pickle", "marshal", "shelve", "dill", "jsonpickle"}
RUNS_DATA_CALLS = {"yaml.load", "yaml.unsafe_load", "yaml.full_load", "os.system", "os.popen"}


def too_long(source: str) -> Iterator[str]:
    """Files over 400 lines and functions over 40 ask for a room of their own.

    A function is counted below its signature: the options of a command are its contract.
    """
    lines = source.count("\n")
    if lines > FILE_LINES:
        yield f"the file has {lines} lines, over {FILE_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.body[0].lineno + 1
            if length > FUNCTION_LINES:
                yield f"line {node.lineno}: {node.name} has {length} lines, over {FUNCTION_LINES}"


def runs_data(source: str) -> Iterator[str]:
    """Nothing that a person supplies may be run as a program."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node.func) in RUNS_DATA | RUNS_DATA_CALLS:
            yield f"line {node.lineno}: calls {_called(node.func)}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            for module in sorted(_imported(node) & RUNS_DATA_MODULES):
                yield f"line {node.lineno}: imports {module}"


def can_change(source: str) -> Iterator[str]:
    """Values do not change: a dataclass is frozen and slotted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and _changes(node):
            yield f"line {node.lineno}: {node.name} is not frozen and slotted"


def asks_nothing(source: str) -> Iterator[str]:
    """A package's docstring opens with the question that the package answers."""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    if "?" not in docstring.partition("\n")[0]:
        yield "the docstring's first line asks no question"


def _changes(node: ast.ClassDef) -> bool:
    for decorator in node.decorator_list:
        written = ast.unparse(decorator)
        if written.startswith("dataclass"):
            return not {"frozen=True", "slots=True"} <= set(written[10:-1].split(", "))
    return False


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return f"{function.value.id}.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return {alias.name.partition(".")[0] for alias in node.names}
