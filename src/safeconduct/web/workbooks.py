"""Workbooks of what a page shows: the same cells, never a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from safeconduct.web.sections import Section

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOWNLOAD = "download"


def wanted_workbook(request: HttpRequest, sections: Sequence[Section]) -> HttpResponse | None:
    """The section that the address asks for as a workbook; None where it asks for none."""
    said = request.GET.get(DOWNLOAD, "").replace("_", "-")
    section = next((s for s in sections if s.anchor == said), None) if said else None
    return None if section is None else workbook_of(section)


def workbook_of(section: Section) -> HttpResponse:
    """A section as a workbook. Every cell is text: what looks like a formula is not run."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(section.title[:31].translate(_NOT_IN_TITLES))
    sheet.append([_text(sheet, heading) for heading in section.headings])
    for row in section.rows:
        sheet.append([_text(sheet, cell.text) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    response = HttpResponse(stream.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{section.anchor}.xlsx"'
    return response


_NOT_IN_TITLES = {ord(sign): " " for sign in "[]:*?/\\"}
_ILLEGAL = {code: " " for code in range(32) if code not in {9, 10, 13}}


def _text(sheet: Any, text: str) -> object:
    cell = WriteOnlyCell(sheet, value=text.translate(_ILLEGAL)[:32_000])
    cell.data_type = "s"
    return cell
