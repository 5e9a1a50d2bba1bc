"""Typesetting: a document becomes an accessible, archival PDF, without any system library.

The layout is one fixed template. A document reaches it as data, never as source, so that no text
can be taken for an instruction.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from importlib import resources
from typing import Literal

import typst

from safeconduct.basics.digest import Plain
from safeconduct.documents.document import Document
from safeconduct.documents.printable import printable

STANDARDS: tuple[Literal["a-3a"], Literal["ua-1"]] = ("a-3a", "ua-1")
"""PDF/A-3a: archival, tagged, with attachments. PDF/UA-1: readable by those who cannot see."""

_TEMPLATE = resources.files("safeconduct.documents") / "template.typ"


def typeset(document: Document) -> bytes:
    """The document as PDF/A-3a and PDF/UA-1. The same document gives the same bytes."""
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=list(STANDARDS),
        timestamp=datetime.combine(document.dated, time(), UTC),
        sys_inputs={"document": json.dumps(_data(document))},
    )
    return bytes(made)


def _data(value: object) -> Plain:
    """The document as the template reads it: each block with its kind, each text printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            "kind": type(value).__name__.lower(),
            **{
                field.name: _field(field.name, getattr(value, field.name))
                for field in fields(value)
            },
        }
    return value if isinstance(value, int) else str(value)


def _field(name: str, value: object) -> Plain:
    if name == "svg":
        return str(value)
    if name == "attachments" and isinstance(value, tuple):
        return [
            {
                "name": one.name,
                "media_type": one.media_type,
                "text": one.text,
                "description": printable(one.description),
            }
            for one in value
        ]
    return _data(value)
