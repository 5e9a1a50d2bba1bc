"""The documentation names every command, option, decision and version, and nothing that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.extensions import catalogue_text, command_text, layers_drawing
from safeconduct import __version__
from safeconduct.basics import Lang, languages
from safeconduct.cli.main import build
from tests.house.project import DOCS, ROOT, packages

COMMANDS = command_text.commands()
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))
PARTS_OF_A_DECISION = ["Context", "Decision", "Pros", "Cons", "Consequences"]


def sections() -> dict[str, str]:
    """The heading under which each command is described, by the command."""
    found = {}
    for page in sorted((DOCS / "reference").glob("*.md")):
        for section in re.split(r"^##+ ", page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            for words in re.findall(r"^```\{command\} (.+)\n```$", section, re.MULTILINE):
                assert words not in found, f"{words} is described twice"
                found[words] = section.partition("\n")[0]
    return found


def test_every_command_has_a_section_of_its_name() -> None:
    assert sections() == {words: f"`safeconduct {words}`" for words in COMMANDS}


def options_without_words(lang: Lang) -> list[str]:
    """Commands and options whose help is missing, or is still the code of a sentence."""
    code = re.compile(rf"({'|'.join(packages())})\.[a-z0-9-]+")
    silent = []
    for words, command in {**command_text.commands(), "": build(lang)}.items():
        meanings = [("", command.help or ""), *command_text.records(command)]
        silent += [
            f"{words} {written}"
            for written, meaning in meanings
            if not re.sub(r"\[[^]]*\]", "", meaning).strip() or code.search(meaning)
        ]
    return silent


@pytest.mark.parametrize("lang", languages())
def test_every_command_and_option_says_what_it_does(lang: Lang) -> None:
    assert options_without_words(lang) == []


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_speaks_json_and_both_languages(words: str) -> None:
    options = {option for parameter in COMMANDS[words].params for option in parameter.opts}
    assert {"--json", "--lang"} <= options


def test_the_page_of_a_command_shows_each_of_its_options() -> None:
    program = command_text.root()
    page = command_text.markdown("", program)
    assert all(written.strip() in page for written, _ in command_text.records(program))
    assert "`--version`" in page


def test_the_table_of_commands_lists_each() -> None:
    table = command_text.table()
    assert [words for words in COMMANDS if f"`safeconduct {words}`" not in table] == []


def test_the_page_of_messages_shows_every_sentence() -> None:
    page = catalogue_text.markdown(catalogue_text.sentences())
    assert "`cli.option-json`\n: en: ` Print JSON" in page
    assert page.count("\n: es: ") == page.count("\n: en: ")


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_states_its_parts(decision: Path) -> None:
    text = decision.read_text("utf-8")
    assert re.match(rf"# {decision.stem[:4]} · \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS_OF_A_DECISION


def test_every_decision_is_listed_in_order() -> None:
    listed = re.findall(
        r"^(\d{4}-[a-z0-9-]+)$", (DOCS / "adr" / "index.md").read_text(), re.MULTILINE
    )
    assert listed == [path.stem for path in DECISIONS]
    assert [path.stem[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]


def test_the_changelog_speaks_of_this_version() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_every_package_is_drawn_with_its_question_and_explained() -> None:
    page = (DOCS / "architecture.md").read_text("utf-8")
    drawing = layers_drawing.svg(layers_drawing.layers())
    assert [name for name in packages() if f"| `{name}` |" not in page] == []
    assert [name for name in packages() if f">{name}<" not in drawing] == []
    assert ">May this person board?<" in drawing


def test_files_that_the_pages_link_to_exist() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []
