"""The page in a pack that says, in English and Spanish, what it proves and how to verify it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from safeconduct.basics import Lang, languages, text
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.act import Act
from safeconduct.record.packs.check import CheckedPack
from safeconduct.record.strict_text import to_base64

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}"
    "pre{background:#f3f3f3;padding:.8em;overflow-x:auto}dt{font-weight:bold}"
    "dd{margin:0 0 .6em;overflow-wrap:anywhere}svg{display:block;margin:1em 0}"
)
_STRUCTURE = ("acts", "body", "iss", "prev")
"""Claims that hold an entry together and tell a reader nothing."""

_COMMANDS = (
    ("record.page-with-command", "safeconduct record check PACK --policy POLICY"),
    ("record.page-with-python", "python3 verify_record.py PACK POLICY"),
    ("record.page-leaf", "(printf '\\0'; cat entry.jwt) | openssl dgst -sha256"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a pack.

    Attributes:
        checked: the pack, checked.
        leaf: the entry's leaf hash.
        policy: the policy in the pack.
        verifier: the program in the pack.
        code: the QR code, as SVG.
        code_text: what the QR code says.
    """

    checked: CheckedPack
    leaf: bytes
    policy: bytes
    verifier: bytes
    code: str
    code_text: str


def how_to_verify(shown: Shown) -> bytes:
    """The page, complete in itself: no script, nothing loaded from anywhere."""
    sections = "".join(_section(lang, shown) for lang in languages())
    titles = " · ".join(text("record.page-title", lang) for lang in languages())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(titles)}'
        f"</title><style>{_STYLE}</style></head><body>{shown.code}"
        f"<p>{escape(shown.code_text)}</p>{sections}</body></html>\n"
    ).encode()


def _section(lang: Lang, shown: Shown) -> str:
    commands = "".join(
        f"<p>{_said(code, lang)}</p><pre>{escape(command)}</pre>" for code, command in _COMMANDS
    )
    title, what = _said("record.page-title", lang), _said("record.page-what", lang)
    how, limits = _said("record.page-how", lang), _said("record.page-limits", lang)
    independent = _said("record.page-independent", lang)
    says, nothing = _said("record.page-says", lang), _said("record.page-by-itself", lang)
    where = _said("record.page-where", lang)
    return (
        f'<section lang="{lang}"><h1>{title}</h1><p>{what}</p>'
        f"<h2>{says}</h2><p>{nothing}</p>{_listed(_statements(shown.checked, lang))}"
        f"<h2>{where}</h2>{_listed(_figures(shown, lang))}"
        f"<h2>{how}</h2>{commands}<p>{independent}</p><p>{limits}</p></section>"
    )


def _statements(checked: CheckedPack, lang: Lang) -> Iterator[tuple[str, str]]:
    """What the entry says with what is shown of it, and who signed it."""
    body = checked.says.get("body")
    said = {**checked.says, **(body if isinstance(body, dict) else {})}
    for name, value in said.items():
        if name not in _STRUCTURE and value not in ("", None):
            yield escape(name), _value(value)
    for act in checked.acts:
        yield _said("record.page-signed-by", lang), _signed(act)


def _signed(act: Act) -> str:
    return " · ".join((act.office, act.signed_at, *act.attests))


def _value(value: Plain) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _figures(shown: Shown, lang: Lang) -> Iterator[tuple[str, str]]:
    checked, tree = shown.checked, shown.checked.acceptance.checkpoint
    untimed = text("record.page-untimed", lang)
    yield _said("record.page-log", lang), tree.origin
    yield _said("record.page-index", lang), str(checked.index)
    yield _said("record.page-leaf-hash", lang), shown.leaf.hex()
    yield _said("record.page-size", lang), str(tree.size)
    yield _said("record.page-root", lang), to_base64(tree.root)
    existed_by = checked.existed_by.isoformat() if checked.existed_by else untimed
    yield _said("record.page-existed-by", lang), existed_by
    cosigners = ", ".join(sorted(checked.acceptance.cosigned)) or "—"
    yield _said("record.page-cosigned", lang), cosigners
    yield _said("record.page-policy", lang), hashlib.sha256(shown.policy).hexdigest()
    yield _said("record.page-verifier", lang), hashlib.sha256(shown.verifier).hexdigest()


def _listed(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names, which are HTML, and values, which are not."""
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{escape(value)}</dd>' for name, value in rows)}</dl>"


def _said(code: str, lang: Lang) -> str:
    return escape(text(code, lang))
