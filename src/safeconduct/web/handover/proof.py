"""What every paper of a node bears: the way to the entry that it speaks of."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from safeconduct.basics import text
from safeconduct.documents import Block, Document, Figure, Paragraph, typeset
from safeconduct.record.packs.pack import qr_svg
from safeconduct.store.node import ports
from safeconduct.web.language import current
from safeconduct.web.shown import shown


def proof_of(request: HttpRequest, agreement: str, entry: int) -> tuple[Block, ...]:
    """The QR code that leads to an entry of the record, with the address in words beside it."""
    address = request.build_absolute_uri(reverse("web:entry", args=[agreement, entry]))
    caption = text("web.paper-entry", current()).format(entry=entry)
    return (Figure(_beside_blank(qr_svg(address)), caption, caption), Paragraph(address))


def _beside_blank(code: str) -> str:
    """The code in the middle of a strip: a figure takes the page's width, a code needs a fifth."""
    around = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 100">'
    size = re.search(r'width="(\d+)"', code)
    if size is None:
        raise ValueError("a code states its size")
    scale = 100 / int(size[1])
    return f'{around}<g transform="translate(200 0) scale({scale:.6f})">{code}</g></svg>'


def paper(title: str, subtitle: str, running: str, blocks: tuple[Block, ...]) -> Document:
    """A paper of the node, in the language of the page, dated on the day of its printing."""
    now = ports().clock.now()
    return Document(
        title=title,
        subtitle=subtitle,
        lang=current(),
        author="Safeconduct",
        dated=now.date(),
        running=f"{running} · {shown(now)}",
        page_of=text("web.paper-page", current()),
        blocks=blocks,
    )


def as_pdf(document: Document, name: str) -> HttpResponse:
    """The answer that holds the paper.

    Args:
        document: what it says.
        name: the file's name, without its ending.
    """
    response = HttpResponse(typeset(document), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
