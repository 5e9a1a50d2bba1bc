"""Tables that people upload: shown first with the reason at each row, then done row by row."""

from __future__ import annotations

import io
import re
import secrets

import pytest
from openpyxl import Workbook

from tests.web.served import A
from tests.web.visitor import Answer, Visitor

UPLOAD = f"{A}/do/register-person/file"


def send(visitor: Visitor, name: str, content: bytes, path: str = UPLOAD) -> Answer:
    """Send a file as a browser's form does."""
    page = visitor.get("/verify").text
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    border = secrets.token_hex(8)
    head = f"--{border}\r\nContent-Disposition: form-data; name="
    body = (
        f'{head}"csrfmiddlewaretoken"\r\n\r\n{found[1] if found else ""}\r\n'
        f'{head}"file"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
    ).encode() + content + f"\r\n--{border}--\r\n".encode()  # fmt: skip
    kind = f"multipart/form-data; boundary={border}"
    return visitor.send("POST", path, body, {"Content-Type": kind})


def sheet(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_file_is_shown_before_anything_is_written_and_done_row_by_row() -> None:
    visitor = Visitor("proposer")
    content = b"full_name,born_on\nFrom A File,1990-02-03\nNobody,31 March\nAnother One,\n"
    page = send(visitor, "people.csv", content)
    assert page.status == 200
    assert "Rows that can be tried: 2 of 3" in page.words
    sealed = re.search(r'name="rows" value="([^"]+)"', page.text)
    assert sealed is not None
    done = visitor.post(UPLOAD, {"rows": sealed[1]})
    assert "Done: 2 of 2" in done.words
    again = visitor.post(UPLOAD, {"rows": sealed[1]})
    assert re.findall(r"entries/(\d+)", again.text) == re.findall(r"entries/(\d+)", done.text)


def test_a_workbook_does_as_well() -> None:
    page = send(Visitor("proposer"), "people.xlsx", sheet(("full_name",), ("In A Workbook",)))
    assert "Rows that can be tried: 1 of 1" in page.words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.csv", b""),
        ("people.csv", b"\xff\xfe\x00 not text"),
        ("people.csv", b"name_of_nothing\nA\n"),
        ("people.csv", b"full_name\n"),
        ("people.xlsx", b"PK\x03\x04 no workbook"),
        ("people.exe", b"MZ"),
        ("../../people.csv", b"name\nA\n"),
        ("people", b"full_name\nA\n"),
        ("people.parquet", b"PAR1"),
        ("people.csv", b"full_name\n" + b"A\n" * 1_001),
        ("people.csv", b"x" * (4 * 1024 * 1024 + 1)),
    ],
)
def test_a_wrong_file_is_told_and_nothing_is_written(name: str, content: bytes) -> None:
    page = send(Visitor("proposer"), name, content)
    assert page.status == 422
    assert 'href="#file"' in page.text


def test_rows_that_were_not_shown_are_not_done() -> None:
    visitor = Visitor("proposer")
    assert visitor.post(UPLOAD, {"rows": "forged:rows"}).status == 404


def test_nobody_signs_for_many() -> None:
    assert Visitor("signer").get(f"{A}/do/decide-clearance/file").status == 404


def test_a_file_is_closed_to_a_role_without_the_right() -> None:
    assert Visitor("finance").get(UPLOAD).status == 404
