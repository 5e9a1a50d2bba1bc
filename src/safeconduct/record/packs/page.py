"""The page in a pack that says, in English and Spanish, how to verify it."""

from __future__ import annotations

import hashlib
from html import escape

from safeconduct.basics import Lang, languages, text
from safeconduct.record.packs.check import CheckedPack
from safeconduct.record.strict_text import to_base64

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}"
    "pre{background:#f3f3f3;padding:.8em;overflow-x:auto}dt{font-weight:bold}"
    "dd{margin:0 0 .6em;overflow-wrap:anywhere}svg{display:block;margin:1em 0}"
)
_COMMANDS = (
    ("record.page-with-command", "safeconduct record check PACK --policy POLICY"),
    ("record.page-with-python", "python3 verify_record.py PACK POLICY"),
    ("record.page-leaf", "(printf '\\0'; cat entry.jwt) | openssl dgst -sha256"),
)


def how_to_verify(checked: CheckedPack, policy: bytes, verifier: bytes, code: str) -> bytes:
    """The page, complete in itself: no script, nothing loaded from anywhere."""
    sections = "".join(_section(lang, checked, policy, verifier) for lang in languages())
    titles = " · ".join(text("record.page-title", lang) for lang in languages())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(titles)}'
        f"</title><style>{_STYLE}</style></head><body>{code}{sections}</body></html>\n"
    ).encode()


def _section(lang: Lang, checked: CheckedPack, policy: bytes, verifier: bytes) -> str:
    tree = checked.acceptance.checkpoint
    rows = (
        ("record.page-log", tree.origin),
        ("record.page-index", str(checked.index)),
        ("record.page-size", str(tree.size)),
        ("record.page-root", to_base64(tree.root)),
        ("record.page-existed-by", str(checked.existed_by or "—")),
        ("record.page-cosigned", ", ".join(sorted(checked.acceptance.cosigned)) or "—"),
        ("record.page-policy", hashlib.sha256(policy).hexdigest()),
        ("record.page-verifier", hashlib.sha256(verifier).hexdigest()),
    )
    facts = "".join(f"<dt>{_said(code, lang)}</dt><dd>{escape(value)}</dd>" for code, value in rows)
    commands = "".join(
        f"<p>{_said(code, lang)}</p><pre>{escape(command)}</pre>" for code, command in _COMMANDS
    )
    title, what = _said("record.page-title", lang), _said("record.page-what", lang)
    how, limits = _said("record.page-how", lang), _said("record.page-limits", lang)
    independent = _said("record.page-independent", lang)
    return (
        f'<section lang="{lang}"><h1>{title}</h1><p>{what}</p><dl>{facts}</dl>'
        f"<h2>{how}</h2>{commands}<p>{independent}</p><p>{limits}</p></section>"
    )


def _said(code: str, lang: Lang) -> str:
    return escape(text(code, lang))
