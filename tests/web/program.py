"""A program that asks the node through its interface."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from tests.web.served import AGREEMENT, served

API = "/api/v1/agreements"
MINE = f"{API}/{AGREEMENT}"


def ask(
    handle: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
) -> tuple[int, Any]:
    """Ask as somebody of the cast; the status and the answer as plain values."""
    token = served().tokens.get(handle, "")
    sent = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(  # noqa: S310 - the node's own address
        f"{served().url}{path}", data, {**sent, **(headers or {})}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.loads(refused.read() or b"null")


def row(handle: str, table: str, key: str) -> dict[str, Any]:
    """The latest version of a row."""
    status, versions = ask(handle, f"{MINE}/tables/{table}/{quote(key)}")
    assert status == 200, (table, key, versions)
    latest: dict[str, Any] = versions[-1]
    return latest
