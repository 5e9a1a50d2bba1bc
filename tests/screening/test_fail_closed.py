"""Whatever goes wrong, nobody is without a candidate by it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from safeconduct.basics import WrongInput
from safeconduct.screening import Verdict, load_index, read_person, save_index
from safeconduct.screening.index import loading
from safeconduct.screening.index.saving import CONTENTS
from safeconduct.screening.reaching import reach
from tests.screening.register import DIGEST, index_of, person, screening_of

STRANGER = person(full_name="Zoltan Quimby Plover", born_on="1977-01-02")
RECORD = {"record": "R1", "full_name": "José García López", "born_on": "1980-03-04"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept = tmp_path / "index"
    save_index(index_of(RECORD), kept)
    return kept


def refusal(folder: Path, register: str = DIGEST) -> str:
    with pytest.raises(WrongInput) as wrong:
        load_index(folder, register)
    return wrong.value.findings[0].code


def test_a_kept_index_answers_as_the_one_it_was_made_of(folder: Path) -> None:
    kept = load_index(folder, DIGEST)
    assert kept.size == 1
    assert kept.rows.equals(index_of(RECORD).rows)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def change(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(bytes(content))


@pytest.mark.parametrize("harm", [cut, change, Path.unlink])
def test_an_index_with_any_file_harmed_is_refused(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    names = sorted(file.name for file in folder.iterdir())
    for name in names:
        whole = (folder / name).read_bytes()
        harm(folder / name)
        assert refusal(folder).startswith("screening.index-")
        (folder / name).write_bytes(whole)
    assert load_index(folder, DIGEST).size == 1


def test_an_index_of_another_register_is_refused(folder: Path) -> None:
    assert refusal(folder, "sha256:other") == "screening.index-of-another-register"


def test_an_index_of_other_rules_is_refused(folder: Path) -> None:
    contents = json.loads((folder / CONTENTS).read_text("utf-8"))
    contents["edition"]["rules"] = "sha256:older"
    (folder / CONTENTS).write_text(json.dumps(contents), "utf-8")
    assert refusal(folder) == "screening.index-of-other-rules"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"edition": 1}', "\x00"])
def test_contents_that_are_none_are_refused(folder: Path, text: str) -> None:
    (folder / CONTENTS).write_text(text, "utf-8")
    assert refusal(folder) == "screening.index-damaged"


def test_contents_that_leave_a_file_out_are_refused(folder: Path) -> None:
    contents = json.loads((folder / CONTENTS).read_text("utf-8"))
    del contents["files"]["word-key.npy"]
    (folder / CONTENTS).write_text(json.dumps(contents), "utf-8")
    assert refusal(folder) == "screening.index-damaged"
    assert loading.SMALL > 0


def test_an_empty_register_holds_everybody() -> None:
    screened = screening_of().screen(STRANGER)
    assert screened.verdict is Verdict.CANNOT_SCREEN
    assert not screened.coverage.is_whole


def test_a_row_of_the_register_that_cannot_be_read_holds_everybody() -> None:
    screened = screening_of(RECORD, refused=(7,)).screen(STRANGER)
    assert screened.verdict is Verdict.CANNOT_SCREEN
    assert [one.code for one in screened.lacks] == ["screening.hold-rows-unreadable"]


@pytest.mark.parametrize(
    "record",
    [
        {"record": "R2", "full_name": "王小明"},
        {"record": "R2", "full_name": "王小明", "born_on": "1977"},
        {"record": "R2", "document_no": "X1234567"},
    ],
    ids=["unknown script", "unknown script, year near", "no name"],
)
def test_a_record_that_nothing_tells_from_the_person_holds_the_person(
    record: dict[str, str],
) -> None:
    screened = screening_of(RECORD, record).screen(STRANGER)
    assert screened.verdict is not Verdict.NO_CANDIDATE


def test_a_record_in_an_unknown_script_with_another_date_holds_nobody() -> None:
    other = {"record": "R2", "full_name": "王小明", "born_on": "1950-08-09"}
    assert screening_of(RECORD, other).screen(STRANGER).verdict is Verdict.NO_CANDIDATE


def test_a_record_in_an_unknown_script_is_found_by_its_own_letters() -> None:
    other = {"record": "R2", "full_name": "王 小明", "born_on": "1950-08-09"}
    screened = screening_of(RECORD, other).screen(person(full_name="王 小明", born_on="1950-08-09"))
    assert [one.record.ref for one in screened.candidates] == ["R2"]


def test_a_person_with_more_names_than_can_be_searched_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reach, "MOST_WORDS", 2)
    screened = screening_of(RECORD).screen(STRANGER)
    assert screened.verdict is Verdict.CANNOT_SCREEN
    assert "screening.hold-too-many-words" in [one.code for one in screened.lacks]


def test_a_person_or_record_with_two_hundred_aliases_is_found() -> None:
    letters = "bcdfghjklm"
    aliases = "; ".join(f"{a}o{b}a{a}i {b}e{a}u{b}o" for a in letters for b in letters * 2)
    record = {**RECORD, "other_names": aliases}
    screening = screening_of(record, {"record": "R2", "full_name": "Zoltan Plover"})
    assert screening.screen(person(full_name="José García", born_on="1980-03-04")).candidates
    asked = person(full_name="Otro Distinto", other_names=f"{aliases}; José García López")
    assert asked.names[-1].tokens
    assert "R1" in [one.record.ref for one in screening.screen(asked).candidates]


def test_duplicated_rows_are_all_shown() -> None:
    twice = screening_of(RECORD, RECORD)
    shown = twice.screen(person(full_name="José García López", born_on="1980-03-04")).candidates
    assert [one.record.line for one in shown] == [2, 3]


def test_a_cell_that_cannot_be_read_counts_as_missing_and_is_told() -> None:
    read = read_person("P", {"full_name": "José García López", "born_on": "31/31/31", "sex": "?"})
    assert dict(read.unread) == {"born_on": "31/31/31", "sex": "?"}
    assert screening_of(RECORD).screen(read).candidates
