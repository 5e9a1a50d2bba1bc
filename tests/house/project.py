"""The project's own files, as the house rules look at them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "safeconduct"
LOCALE = PACKAGE / "locale"
DOCS = ROOT / "docs"

CODE_FOLDERS = ("src", "tests", "bench", "docs")

# What tools leave behind in a tree that is not under git, e.g. one unpacked from an archive.
LEFT_BEHIND = {
    ".bootstrap", ".git", ".hypothesis", ".oracles", ".venv",
    "__pycache__", "_build", "build", "dist", "node_modules", "out",
}  # fmt: skip


def packages() -> list[str]:
    """The packages below ``safeconduct``: every folder that holds Python."""
    return sorted(face.parent.name for face in PACKAGE.glob("*/__init__.py"))


def domains() -> list[str]:
    """The first parts that the code of a message may have."""
    return packages()


def python_files(*folders: str) -> Iterator[Path]:
    """The Python files of these folders of the project, or of all that hold code."""
    for folder in folders or CODE_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not LEFT_BEHIND & set(path.relative_to(ROOT).parts):
                yield path


def templates() -> Iterator[Path]:
    """The templates of pages, which name sentences as the source does."""
    yield from sorted(PACKAGE.rglob("templates/**/*.html"))


def tracked_files() -> list[Path]:
    """The files that a release consists of: what git tracks, or all of an unpacked archive."""
    if (ROOT / ".git").exists():
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        names = [name for name in listing.stdout.decode().split("\0") if name]
        return [ROOT / name for name in names if (ROOT / name).is_file()]
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not _left_behind(path.relative_to(ROOT))
    ]


def _left_behind(path: Path) -> bool:
    return any(part in LEFT_BEHIND or part.endswith("_cache") for part in path.parts)


def shown(path: Path) -> str:
    """The path as a reader of the project names it."""
    return path.relative_to(ROOT).as_posix()
