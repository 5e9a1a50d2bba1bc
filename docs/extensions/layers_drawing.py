"""The layers as a picture, drawn from the contract that keeps them and the packages' questions."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]

WIDTH, MARGIN, ROW, BOX, GAP = 760, 70, 64, 50, 12


def layers() -> list[list[str]]:
    """The layers of the import contract, highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [layer.split(" | ") for layer in contract["layers"]]


def question(package: str) -> str:
    """The question that a package answers: the first sentence of its docstring."""
    face = ROOT / "src" / "safeconduct" / package / "__init__.py"
    docstring = ast.get_docstring(ast.parse(face.read_text("utf-8"))) or ""
    return docstring.partition("?")[0] + "?"


def svg(rows: Sequence[Sequence[str]]) -> str:
    """A box for each package, a row for each layer; imports point down, data flows up."""
    height = len(rows) * ROW + GAP
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-label="The packages in layers" style="max-width:100%" fill="none" '
        'stroke="currentColor" font-family="sans-serif">'
    )
    parts = [opening, *(box for number, row in enumerate(rows) for box in _row(number, row))]
    parts += _arrow(MARGIN // 2, GAP, height - GAP, "imports")
    parts += _arrow(WIDTH - MARGIN // 2, height - GAP, GAP, "data")
    return "\n".join([*parts, "</svg>"])


def _row(number: int, packages: Sequence[str]) -> Iterator[str]:
    width = (WIDTH - 2 * MARGIN - GAP * (len(packages) - 1)) / len(packages)
    top = number * ROW + GAP
    for position, package in enumerate(packages):
        left = MARGIN + position * (width + GAP)
        yield f'<rect x="{left}" y="{top}" width="{width}" height="{BOX}" rx="6"/>'
        yield _text(left + width / 2, top + 20, 15, package, ' font-weight="bold"')
        yield _text(left + width / 2, top + 39, 12, question(package))


def _arrow(x: int, start: int, end: int, label: str) -> Iterator[str]:
    head = 8 if end > start else -8
    yield f'<path d="M{x} {start}V{end}M{x - 5} {end - head}L{x} {end}L{x + 5} {end - head}"/>'
    turn = f' transform="rotate(-90 {x - 8} {(start + end) / 2})"'
    yield _text(x - 8, (start + end) / 2, 12, label, turn)


def _text(x: float, y: float, size: int, words: str, more: str = "") -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" fill="currentColor" '
        f'stroke="none"{more}>{escape(words)}</text>'
    )
