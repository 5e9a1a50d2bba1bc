"""The offline verifier as one file, made of the modules beside this one."""

from __future__ import annotations

import ast
from importlib import resources

PACKAGE = "safeconduct.record.packs.offline"
MODULES = ("texts", "ed25519", "trees", "notes", "proofs", "entries", "program")
"""Each rests only on those before it."""


def single_file() -> str:
    """The program's text: the modules one after the other, without imports of each other."""
    sources = [(resources.files(PACKAGE) / f"{name}.py").read_text("utf-8") for name in MODULES]
    title = ast.get_docstring(ast.parse(sources[-1]), clean=False)
    parts = [f'"""{title}"""\n\nfrom __future__ import annotations\n']
    return "\n".join([*parts, *(_body(source) for source in sources)])


def _body(source: str) -> str:
    """A module's text; its docstring becomes a comment, imports of its siblings go."""
    tree = ast.parse(source)
    dropped: set[int] = set()
    for node in tree.body[1:]:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            (PACKAGE, "__future__")
        ):
            dropped.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    docstring = tree.body[0]
    dropped.update(range(1, (docstring.end_lineno or 1) + 1))
    lines = source.splitlines()
    kept = [line for number, line in enumerate(lines, 1) if number not in dropped]
    heading = (ast.get_docstring(tree) or "").partition("\n")[0]
    return f"# --- {heading}\n" + "\n".join(kept).strip("\n") + "\n\n"
