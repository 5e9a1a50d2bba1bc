"""A document as plain values: what it says, block by block, and nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.basics import Lang


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first or second level.

    Raises:
        ValueError: if it is empty, for nobody could find what stands beneath it.
    """

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a heading says something")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Text that must not be overlooked."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Short texts, one below the other."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and their values, one pair a row."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        text: what it says.
        beneath: smaller lines beneath it.
    """

    text: str
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with headings.

    Attributes:
        headings: one for each column.
        rows: cells, as many in each row as there are headings.
        numeric: columns set flush right, counted from 0.
        wide: columns that take the width that is left, counted from 0.
        total: a last row that is set apart; empty for none.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    wide: tuple[int, ...] = ()
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be typed or compared exactly, such as a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Boxes to sign in, side by side.

    Attributes:
        boxes: for each box, who signs there.
        lines: what is filled in, in each box.
    """

    boxes: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing.

    Attributes:
        svg: the drawing.
        alternative: what it shows, for those who cannot see it.
        caption: what stands beneath it.

    Raises:
        ValueError: if the alternative is empty.
    """

    svg: str
    alternative: str
    caption: str

    def __post_init__(self) -> None:
        if not self.alternative.strip():
            raise ValueError("a figure says what it shows")


Block = Heading | Paragraph | Notice | Listing | Facts | Table | Code | Signatures | Figure


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document.

    Attributes:
        name: its name, e.g. ``statement.json``.
        media_type: e.g. ``application/json``.
        text: its content.
        description: what it is.
    """

    name: str
    media_type: str
    text: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        title: its title.
        subtitle: a line beneath it.
        lang: the language of its texts.
        author: who issues it.
        dated: its day. It is also the file's time stamp, so that the same document has the same
            bytes.
        running: what the foot of each page repeats beside the page number.
        page_of: the words of the page number, with ``{page}`` and ``{pages}``.
        blocks: what it says.
        attachments: files inside it.
    """

    title: str
    subtitle: str
    lang: Lang
    author: str
    dated: date
    running: str
    page_of: str
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
