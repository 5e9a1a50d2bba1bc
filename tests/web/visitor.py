"""Somebody who visits pages without a browser: requests, cookies and forms."""

from __future__ import annotations

import html
import http.client
import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass

from tests.web.served import Node, served


@dataclass(frozen=True, slots=True)
class Answer:
    """What the node answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def words(self) -> str:
        """The page's words, without its markup."""
        page = re.sub(r"<(script|style)\b.*?</\1>", " ", self.text, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


class Visitor:
    """One browser without a screen: it keeps cookies and follows nothing by itself."""

    def __init__(self, handle: str = "", lang: str = "en") -> None:
        self.node: Node = served()
        self.cookies = {"sessionid": self.node.sessions[handle]} if handle else {}
        self.lang = lang

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.send("GET", path, b"", headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form, with the token that guards it."""
        if "csrftoken" not in self.cookies:
            self.get("/verify")
        page = self.get("/verify").text
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        token = found[1] if found else ""
        sent = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.send("POST", path, sent, kind)

    def follow(self, answer: Answer) -> Answer:
        """Go where an answer sends."""
        return self.get(answer.headers["location"])

    def send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send a request as it is."""
        where = urllib.parse.urlsplit(self.node.url)
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Accept-Language": self.lang, "Cookie": cookies, **headers}
        connection.request(method, path, body or None, sent)
        response = connection.getresponse()
        answer = Answer(
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.read(),
        )
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.strip().partition("=")
                self.cookies[key] = rest.partition(";")[0]
        connection.close()
        return answer
