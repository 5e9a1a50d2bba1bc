"""Screening a manifest in the node: three verdicts, a reviewer's decisions, and what is kept."""

from __future__ import annotations

import html
import os
import re
import secrets
import time
from pathlib import Path

import pytest

from tests.web.program import row
from tests.web.served import A, served
from tests.web.visitor import Answer, Visitor

PAGE = f"{A}/manifests/T-10/screening"
NOBODY = "record,full_name,born_on\nR-1,Quirina Zebedaios Vuorinen,1931-01-02\n"
FIELDS = {"step": "upload", "register": "court-orders", "keeper": "Court of <b>Appeal</b>"}


def hand_in(
    visitor: Visitor, content: bytes | str, name: str = "register.csv", **fields: str
) -> Answer:
    """Hand a register in as a browser's form does."""
    found = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', visitor.get("/verify").text)
    token = {"csrfmiddlewaretoken": found[1] if found else ""}
    border = secrets.token_hex(8)
    head = f"--{border}\r\nContent-Disposition: form-data; name="
    typed = "".join(
        f'{head}"{key}"\r\n\r\n{value}\r\n' for key, value in (token | FIELDS | fields).items()
    )
    typed += f'{head}"file"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
    sent = content.encode() if isinstance(content, str) else content
    body = typed.encode() + sent + f"\r\n--{border}--\r\n".encode()
    kind = f"multipart/form-data; boundary={border}"
    return visitor.send("POST", PAGE, body, {"Content-Type": kind})


def screened(content: str, handle: str = "registrar", lang: str = "en") -> tuple[Visitor, Answer]:
    """A visitor whose register was taken, and the page of verdicts."""
    visitor = Visitor(handle, lang)
    assert hand_in(visitor, content).status == 302
    return visitor, visitor.get(PAGE)


def of_person(page: Answer, person: str = "N5200") -> tuple[str, dict[str, str]]:
    """The part of the page on a person, and what its form would send."""
    part = page.text.split(f'<section aria-labelledby="{person}">')[1].split("</section>")[0]
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', part)
    return part, {k: html.unescape(v) for k, v in hidden if k != "csrfmiddlewaretoken"}


def known(person: str = "N5200") -> tuple[str, str]:
    name = row("registrar", "identities", person)["values"]["full_name"]
    born = row("registrar", "persons", person)["values"].get("born_on", "")
    return name, born


def same_name(more: str = "") -> str:
    name, born = known()
    return f'record,full_name,born_on\nR-7,"{name}",{born}\n{more}'


def search_of(visitor: Visitor, done: Answer) -> str:
    """The recorded search, as the page shows it with the link to its entry."""
    part = html.unescape(of_person(visitor.get(PAGE))[0])
    entry = re.search(r"entries/(\d+)", part)
    assert done.status == 302
    assert entry is not None
    assert visitor.get(f"{A}/entries/{entry[1]}").status == 200
    return part


def kept_files() -> list[Path]:
    return [one for one in (served().home / "screenings").rglob("*") if one.is_file()]


def test_a_register_that_holds_nobody_closes_the_search() -> None:
    visitor, page = screened(NOBODY)
    part, form = of_person(page)
    assert "No candidate: the whole register was searched" in part
    assert "Every key was looked up" in part
    assert re.search(r"sha256:[0-9a-f]{64}|[0-9a-f]{64}", part)
    assert "Court of &lt;b&gt;Appeal&lt;/b&gt;" in page.text
    done = visitor.post(PAGE, form)
    said = search_of(visitor, done)
    assert "safeconduct screening, register kept by Court of <b>Appeal</b>" in said
    assert "The search is complete" in of_person(visitor.get(PAGE))[0]


def test_a_second_sending_records_nothing_more() -> None:
    visitor, page = screened(NOBODY)
    form = of_person(page)[1]
    visitor.post(PAGE, form)
    once = re.findall(r"entries/(\d+)", of_person(visitor.get(PAGE))[0])
    visitor.post(PAGE, form)
    assert re.findall(r"entries/(\d+)", of_person(visitor.get(PAGE))[0]) == once


def test_a_candidate_is_explained_and_holds_until_it_is_decided() -> None:
    visitor, page = screened(same_name())
    part, form = of_person(page)
    assert "Records may concern this person" in part
    assert 'lang="es"' in part
    assert "Weight, in bits" in part
    visitor.post(PAGE, form)
    held, form = of_person(visitor.get(PAGE))
    assert "The search is not complete" in held
    visitor.post(PAGE, form | {"ruling-2": "other", "why-2": "Another date of birth on file."})
    assert "The search is complete" in of_person(visitor.get(PAGE))[0]


@pytest.mark.parametrize(
    ("ruling", "says"),
    [("other", "The search is complete"), ("same", "The search is not complete")],
)
def test_a_decision_with_its_reason_is_recorded(ruling: str, says: str) -> None:
    visitor, page = screened(same_name())
    form = of_person(page)[1]
    questions = re.findall(r'name="(ruling-\d+)"', of_person(page)[0])
    line = questions[0].partition("-")[2]
    reason = {f"why-{line}": "Fingerprints were compared."}
    done = visitor.post(PAGE, form | {f"ruling-{line}": ruling} | reason)
    assert f"line {line}: {ruling} (Fingerprints were compared.)" in search_of(visitor, done)
    assert says in of_person(visitor.get(PAGE))[0]


def test_a_decision_without_a_reason_is_not_recorded_and_nothing_is_typed_twice() -> None:
    visitor, page = screened(same_name())
    part, form = of_person(page)
    ruling = re.findall(r'name="(ruling-\d+)"', part)[0]
    again = visitor.post(PAGE, form | {ruling: "other"})
    assert again.status == 422
    assert "Give the reason for your decision on record R-7" in again.words
    assert 'value="other" checked' in of_person(again)[0]
    stale = visitor.post(PAGE, form | {"version": "another"})
    assert stale.status == 422
    assert "has changed since the page was shown" in stale.words


def test_a_row_that_cannot_be_read_holds_everybody_and_is_told() -> None:
    _, page = screened("record,full_name,born_on\nR-1,Someone Else,1970-01-01,too,many\n")
    assert "Cannot be screened: the person is held" in of_person(page)[0]
    assert "Rows to look at" in page.words


def test_an_empty_register_holds_everybody() -> None:
    visitor = Visitor("registrar")
    assert hand_in(visitor, "record,full_name\n").status == 302
    assert "Cannot be screened" in of_person(visitor.get(PAGE))[0]


def test_names_that_are_markup_are_shown_as_text() -> None:
    name, born = known()
    hostile = f'record,full_name,born_on\n<script>1</script>,"{name} <img src=x>",{born}\n'
    _, page = screened(hostile)
    assert "<script>1" not in page.text
    assert "<img src=x" not in page.text
    assert "&lt;script&gt;1" in page.text


def test_the_page_speaks_spanish() -> None:
    _, page = screened(same_name(), lang="es")
    assert "Hay asientos que pueden referirse a esta persona" in page.words
    assert "No es la misma persona" in page.words


def test_the_register_is_kept_for_its_owner_alone_and_removed_at_the_end() -> None:
    visitor, page = screened(NOBODY)
    name = of_person(page)[1]["review"]
    mine = [one for one in kept_files() if name in one.parts]
    assert mine
    assert {one.stat().st_mode & 0o777 for one in mine} == {0o600}
    assert (served().home / "screenings" / name).stat().st_mode & 0o777 == 0o700
    visitor.post(PAGE, {"step": "end"})
    assert [one for one in kept_files() if name in one.parts] == []
    late = visitor.post(PAGE, of_person(page)[1])
    assert late.status == 422
    assert "The register is no longer kept" in late.words


def test_a_register_goes_with_its_session() -> None:
    # A session of its own: other tests go on with those of the cast.
    visitor, node = Visitor(), served()
    visitor.post("/account/login/", {"login": node.emails["registry"], "password": node.password})
    assert hand_in(visitor, NOBODY).status == 302
    folder = node.home / "screenings" / of_person(visitor.get(PAGE))[1]["review"]
    assert folder.exists()
    visitor.post("/account/logout/", {})
    assert not folder.exists()


def test_a_register_is_removed_after_an_hour_whoever_comes_next() -> None:
    visitor, page = screened(NOBODY)
    folder = served().home / "screenings" / of_person(page)[1]["review"]
    long_ago = time.time() - 60 * 60 - 1
    os.utime(folder, (long_ago, long_ago))
    Visitor("directorate").get(PAGE)
    assert not folder.exists()
    assert "The register is no longer kept" in visitor.get(PAGE).words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("register.csv", b""),
        ("register.csv", b"\xff\xfe\x00 not text"),
        ("register.csv", b"record,colour\nR-1,red\n"),
        ("register.xlsx", b"PK\x03\x04 no workbook"),
        ("register.parquet", b"PAR1"),
        ("register.exe", b"MZ"),
        ("../../register", b"record,full_name\nR-1,A B\n"),
        ("register.csv", b"record,full_name\n" + b"R,A B\n" * 50_001),
        ("register.csv", b"x" * (16 * 1024 * 1024 + 1)),
    ],
)
def test_a_wrong_file_is_told_and_not_kept(name: str, content: bytes) -> None:
    visitor, before = Visitor("registry"), kept_files()
    page = hand_in(visitor, content, name)
    assert page.status == 422
    assert 'href="#file"' in page.text
    assert str(served().home) not in page.text
    assert kept_files() == before


@pytest.mark.parametrize("missing", ["register", "keeper"])
def test_which_register_and_who_keeps_it_must_be_said(missing: str) -> None:
    page = hand_in(Visitor("registry"), NOBODY, **{missing: ""})
    assert page.status == 422
    assert f'href="#{missing}"' in page.text


def test_the_board_leads_there_for_those_with_the_right_alone() -> None:
    assert PAGE in Visitor("registrar").get(f"{A}/manifests/T-10/").text
    assert PAGE not in Visitor("inspector").get(f"{A}/manifests/T-10/").text
    assert hand_in(Visitor("inspector"), NOBODY).status == 404
    assert Visitor("inspector").post(PAGE, {"step": "record", "person": "N5200"}).status == 404
