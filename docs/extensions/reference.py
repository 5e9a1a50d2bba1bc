"""Directives whose part of a page is written from the code, and cannot disagree with it."""

from __future__ import annotations

from docutils.nodes import Node, raw
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from docs.extensions import catalogue_text, command_text, layers_drawing


class CommandDirective(SphinxDirective):
    """``{command} WORDS``: usage, meaning and options of a command; no words: of the program."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[Node]:
        """Write the command's part of the page."""
        words = self.arguments[0] if self.arguments else ""
        command = command_text.commands().get(words) if words else command_text.root()
        if command is None:
            raise self.error(f"there is no command safeconduct {words}")
        return self.parse_text_to_nodes(command_text.markdown(words, command))


class CommandsDirective(SphinxDirective):
    """``{commands}``: a table of all commands."""

    def run(self) -> list[Node]:
        """Write the table."""
        return self.parse_text_to_nodes(command_text.table())


class CataloguesDirective(SphinxDirective):
    """``{catalogues}``: every sentence of the program, in every language."""

    def run(self) -> list[Node]:
        """Write a section for each domain."""
        text = catalogue_text.markdown(catalogue_text.sentences())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class LayersDirective(SphinxDirective):
    """``{layers}``: the picture of the layers."""

    def run(self) -> list[Node]:
        """Draw the picture."""
        return [raw("", layers_drawing.svg(layers_drawing.layers()), format="html")]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directives known."""
    app.add_directive("command", CommandDirective)
    app.add_directive("commands", CommandsDirective)
    app.add_directive("catalogues", CataloguesDirective)
    app.add_directive("layers", LayersDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
