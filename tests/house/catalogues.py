"""The sentences of the program: their codes in the source, and their texts in the catalogues."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

COMPANIONS = (".allowed", ".example")

# What follows a package's name in a file's name, and makes it no code.
FILE_ENDINGS = (
    "csv", "html", "json", "md", "parquet", "pdf", "po", "svg", "txt", "typ", "xlsx", "yaml",
)  # fmt: skip

Catalogue = Mapping[str, str]
"""Code to sentence, of one language."""


@dataclass(frozen=True, slots=True)
class Use:
    """A code in the source: written out, or built from a literal beginning (an f-string).

    Attributes:
        pattern: matches every code that may be meant.
        names: the parameters given beside it; None where they cannot be read off.
        where: line of the source.
    """

    pattern: str
    names: frozenset[str] | None
    where: int

    def means(self, code: str) -> bool:
        """Whether the code may be the one that is used."""
        return re.fullmatch(self.pattern, code) is not None


def read_catalogue(folder: Path) -> Catalogue:
    """All sentences of a language folder; a code in the wrong domain's file is refused.

    Raises:
        ValueError: for a code that stands in another domain's file, twice, or marked as fuzzy.
    """
    sentences: dict[str, str] = {}
    for path in sorted(folder.glob("LC_MESSAGES/*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream, abort_invalid=True):
                code = message.id if isinstance(message.id, str) else message.id[0]
                if not code:
                    continue
                if message.fuzzy or code in sentences or code.partition(".")[0] != path.stem:
                    raise ValueError(f"{path.name}: {code}")
                sentences[code] = str(message.string)
    return sentences


def codes_written_in(folder: Path) -> list[str]:
    """Every code as often as the files of a language folder write it, so that none hides another.

    A reader of catalogues keeps the last of two entries with one code, so that the text is counted.
    """
    return [
        code
        for path in sorted(folder.glob("LC_MESSAGES/*.po"))
        for code in re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    ]


def placeholders(sentence: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def uses_in(source: str, domains: Collection[str]) -> Iterator[Use]:
    """Every place of the source that names a code."""
    endings = "|".join(FILE_ENDINGS)
    spoken = "|".join(sorted(domains))
    code = re.compile(rf"({spoken})\.(?!({endings})$)[a-z0-9]+(-[a-z0-9]+)*")
    tree = ast.parse(source)
    given = _parameters_beside_codes(tree)
    facts = _names_of_facts(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if code.fullmatch(node.value) and id(node) not in facts:
                yield Use(re.escape(node.value), given.get(id(node)), node.lineno)
        elif isinstance(node, ast.JoinedStr):
            pattern = _pattern(node)
            if re.match(rf"({spoken})\\\.", pattern):
                yield Use(pattern, given.get(id(node)), node.lineno)


def _names_of_facts(tree: ast.AST) -> set[int]:
    """The literals that name a column of a declared table, e.g. ``Fact("documents.person")``."""
    return {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Fact"
        for argument in node.args
    }


def uses_in_template(template: str, domains: Collection[str]) -> Iterator[Use]:
    """Every place of a page's template that names a code, with the values that ``say`` is given."""
    spoken = "|".join(sorted(domains))
    written = re.compile(
        rf"""["']((?:{spoken})\.(?!(?:{"|".join(FILE_ENDINGS)})["'])[a-z0-9-]+)["']"""
    )
    for number, line in enumerate(template.splitlines(), 1):
        for found in written.finditer(line):
            rest = line[found.end() :].partition("%}")[0]
            said = line[: found.start()].rstrip().endswith("{% say")
            names = frozenset(re.findall(r"(\w+)=", rest)) if said else None
            yield Use(re.escape(found[1]), names, number)


def endings_in(source: str) -> frozenset[str]:
    """What the source appends to a code at hand: ``-why`` of ``f"{step.code}-why"``."""
    return frozenset(
        str(node.values[1].value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.JoinedStr)
        and len(node.values) == 2
        and isinstance(node.values[0], ast.FormattedValue)
        and ast.unparse(node.values[0].value).endswith("code")
        and isinstance(node.values[1], ast.Constant)
    )


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
        for part in node.values
    )


def _parameters_beside_codes(tree: ast.AST) -> dict[int, frozenset[str]]:
    """For each ``Message.of(code, name=…)`` without ``**``: the names, under the code's node."""
    return {
        id(node.args[0]): frozenset(str(keyword.arg) for keyword in node.keywords)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "of"
        and node.args
        and all(keyword.arg for keyword in node.keywords)
    }


def needs_of(code: str, catalogue: Catalogue) -> frozenset[str]:
    """The parameters that a code's sentence, and what stands beside it, will ask for."""
    texts = (catalogue.get(code + part, "") for part in ("", *COMPANIONS))
    return frozenset().union(*(placeholders(text) for text in texts))


def unsaid(uses: Mapping[str, list[Use]], catalogue: Catalogue) -> Iterator[str]:
    """Uses for which the catalogue has no sentence, or whose sentence asks for more than is given.

    Args:
        uses: by file.
        catalogue: a language's sentences.
    """
    for file, found in uses.items():
        for use in found:
            meant = [code for code in catalogue if use.means(code)]
            if not meant:
                yield f"{file}:{use.where}: no sentence for {use.pattern}"
            for code in meant:
                missing = needs_of(code, catalogue) - (use.names or frozenset())
                if use.names is not None and missing:
                    yield f"{file}:{use.where}: {code} also needs {', '.join(sorted(missing))}"


def unbounded(uses: Mapping[str, list[Use]]) -> Iterator[str]:
    """Codes built from nothing but their domain: they would let any sentence pass as used."""
    for file, found in uses.items():
        for use in found:
            if not re.match(r"[a-z]+\\\.[a-z0-9]", use.pattern):
                yield f"{file}:{use.where}: {use.pattern}"


def unused(
    uses: Mapping[str, list[Use]], catalogue: Catalogue, endings: Collection[str] = COMPANIONS
) -> Iterator[str]:
    """Codes that nothing in the source names, as they are or before one of the endings."""
    patterns = {use.pattern for found in uses.values() for use in found}
    meant = re.compile("|".join(patterns) or "(?!)")
    for code in catalogue:
        candidates = [code, *(code.removesuffix(ending) for ending in endings)]
        if not any(meant.fullmatch(candidate) for candidate in candidates):
            yield code


def untranslated(first: Catalogue, second: Catalogue) -> Iterator[str]:
    """What only one language says, or both with other values, or both in the same words."""
    for code in sorted(first.keys() ^ second.keys()):
        yield f"{code}: in one language only"
    for code in sorted(first.keys() & second.keys()):
        if not (first[code] and second[code]):
            yield f"{code}: empty"
        if placeholders(first[code]) != placeholders(second[code]):
            yield f"{code}: other placeholders"
        if first[code] == second[code] and len(first[code].split()) > 3:
            yield f"{code}: the same words in both languages"
