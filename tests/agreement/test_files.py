"""Files that cannot be read at all, and files that can in spite of their look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from safeconduct.agreement import Reading, read_agreement, terms_hash
from safeconduct.agreement.loading.characters import LARGEST_FILE
from tests.agreement.case import CASES, FILE, agreement_text, placed, read, sound

TABLE: list[dict[str, Any]] = yaml.safe_load((CASES / "file.yaml").read_text("utf-8"))


def found_in(data: bytes) -> list[str]:
    return [placed(finding) for finding in read_agreement(data, FILE).findings]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["is"])
def test_what_cannot_be_read_is_told_at_its_place(row: dict[str, Any]) -> None:
    found = found_in(row["text"].encode())
    # Where the text could be read, its missing sections are told too; the table leaves them out.
    assert [line for line in found if line != "1:1 missing-key"] == [
        line for line in row["found"] if line != "1:1 missing-key"
    ]
    assert ("1:1 missing-key" in found) == ("1:1 missing-key" in row["found"])


def test_a_file_of_another_encoding_is_told_at_the_first_byte_that_is_not_utf8() -> None:
    latin = agreement_text("title: {en: Spain–Portugal, es: España–Portugal}\n")
    spoiled = latin.replace("–", "-").encode("latin-1")
    assert found_in(spoiled) == ["1:37 not-utf8"]


def test_a_file_in_utf16_is_not_read() -> None:
    assert found_in(agreement_text().encode("utf-16")) == ["1:1 not-utf8"]


def test_a_file_too_large_is_not_even_looked_at() -> None:
    assert found_in(b"#" * (LARGEST_FILE + 1)) == ["1:1 file-too-large"]
    assert found_in(b"#" * LARGEST_FILE) == ["1:1 file-empty"]


def test_an_expanding_file_is_refused_before_anything_expands() -> None:
    bomb = "a0: &a0 lol\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 30)
    )
    assert found_in(bomb.encode()) == ["1:5 anchor"]


def test_a_file_full_of_errors_tells_the_first_ones() -> None:
    found = found_in(b"".join(b"key%d: 1\n" % number for number in range(5_000)))
    assert len(found) == 200


def test_a_list_has_an_end() -> None:
    most = agreement_text(f"languages: [{', '.join(['nl'] * 1000)}]\n").encode()
    assert found_in(most) == []
    assert found_in(most.replace(b"[nl", b"[nl, nl")) == ["1:12 list-too-long"]


WASTEFUL = {
    "unknown keys": "".join(f"key{number}: 1\n" for number in range(60_000)),
    "unknown keys inside": "term: {" + ", ".join(f"k{n}: 1" for n in range(80_000)) + "}\n",
    "zones": "places:\n" + "  - {zone: Nowhere}\n" * 40_000,
    "places without anything": "places:\n" + "  - {}\n" * 900,
    "values": "places:\n  - capacity:\n" + "    - {value: 1}\n" * 900,
    "too many values": "places:\n  - capacity:\n" + "    - {value: 1}\n" * 1001,
    "words": "languages: [" + "deutsch, " * 60_000 + "nl]\n",
    "clauses": "sources:\n  - clauses: {" + ", ".join(f"c{n}: 1" for n in range(60_000)) + "}\n",
    "one long text": "title: " + "word " * 200_000 + "\n",
    "brackets": "a: " + "[" * 500_000 + "\n",
    "lines of nothing": "\n" * 1_000_000,
    "direction marks": "\u202e\n" * 200_000,
}


@pytest.mark.parametrize("text", WASTEFUL.values(), ids=WASTEFUL)
def test_a_large_file_of_nonsense_is_told_its_first_errors(text: str) -> None:
    found = found_in(text.encode())
    assert 1 <= len(found) <= 200


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = agreement_text()
    dressed = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    reading = read_agreement(dressed, FILE)
    assert reading.agreement == sound()


def test_errors_of_one_file_are_told_together_in_the_order_of_the_file() -> None:
    reading = read(
        "signed_on: soon\nuse: gat\nlanguages: []\nterm: {until: 2019-02-30, clause: nowhere}\n"
    )
    assert [placed(finding) for finding in reading.findings] == [
        "1:12 not-a-day",
        "2:6 not-one-of-near",
        "4:15 no-such-day",
        "4:35 unknown-clause",
    ]


def test_findings_name_the_file_as_it_was_named() -> None:
    finding = read("use: gat\n").findings[0]
    assert str(finding.location) == f"{FILE}:1:6"


def test_reading_is_the_same_every_time() -> None:
    assert read() == read()
    faulty = "use: gat\nparties: []\n"
    assert read(faulty) == read(faulty)
    assert terms_hash(sound()) == terms_hash(sound())


def test_a_reading_is_an_agreement_or_findings() -> None:
    with pytest.raises(ValueError, match="either an agreement or findings"):
        Reading(None, ())
    with pytest.raises(ValueError, match="either an agreement or findings"):
        Reading(sound(), read("use: gat\n").findings)


def test_the_parser_in_python_finds_the_same_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser is missing, the one in Python reads."""

    def lines() -> list[list[str]]:
        return [
            [line.partition(":")[0] for line in found_in(row["text"].encode())] for row in TABLE
        ]

    by_c = lines()
    monkeypatch.setattr("safeconduct.agreement.loading.marks._Loader", yaml.SafeLoader)
    assert lines() == by_c
    assert read_agreement(agreement_text().encode(), FILE).agreement == sound()


def test_the_base_of_the_cases_is_sound_as_it_stands() -> None:
    assert read_agreement((Path(CASES) / "base.yaml").read_bytes(), FILE).findings == ()
