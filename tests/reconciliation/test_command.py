"""``safeconduct reconcile`` and ``dispute`` as people run them."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from safeconduct.reconciliation import Kind, Reconciliation
from safeconduct.reconciliation import reconciling as module
from safeconduct.reconciliation.planted import PlantedBooks, Tariff, plant
from tests.cli.terminal import Ran, safeconduct

ARGUMENTS = ("ours.csv", "theirs.csv", "--period", "2025-01-01..2025-03-31")


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlantedBooks:
    """Planted books in the folder in which the commands run."""
    planted = plant(bookings=30, each=1, seed=7)
    for name, text in planted.files().items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return planted


@pytest.fixture
def run(books: PlantedBooks, capsys: pytest.CaptureFixture[str]) -> Any:
    def command(*arguments: object) -> Ran:
        agreed = ("--agreement", books.agreement, "--absences", "ours-absences.csv")
        return safeconduct(capsys, *arguments, *ARGUMENTS, *agreed)

    return command


def settled(run: Any, answers: str, *more: object) -> Ran:
    """``dispute settle`` with a file of answers, which comes before the books."""
    found: Ran = run("dispute", "settle", answers, *more)
    return found


def test_the_json_has_the_keys_of_the_contract(run: Any, books: PlantedBooks) -> None:
    ran = run("reconcile", "--json")
    told = ran.told
    assert ran.code == 1
    for side in ("ours", "theirs"):
        assert {"bookings", "days", "amount", "by_own_dates"} <= set(told[side])
        assert set(told[side]["by_own_dates"]) == {"days", "amount"}
    keys = {
        "kind", "booking", "ours_booking", "theirs_booking", "ours_days", "theirs_days",
        "days", "amount", "clause", "why",
    }  # fmt: skip
    assert all(keys <= set(one) for one in told["differences"])
    days = sum(one["days"] for one in told["differences"])
    amount = sum(Decimal(one["amount"]) for one in told["differences"])
    assert told["difference"] == {"days": days, "amount": str(amount)}
    assert told["theirs"]["days"] - told["ours"]["days"] == days
    assert len(told["differences"]) == len(books.effects)


def test_each_why_is_a_whole_sentence_in_either_language(run: Any) -> None:
    for lang in ("en", "es"):
        sentences = [
            one["why"] for one in run("reconcile", "--json", "--lang", lang).told["differences"]
        ]
        assert all(one.endswith(".") and "reconciliation." not in one for one in sentences)


def test_the_same_book_twice_ends_with_nothing_found(
    books: PlantedBooks, capsys: pytest.CaptureFixture[str]
) -> None:
    same = ("ours.csv", "ours.csv", "--agreement", books.agreement)
    ran = safeconduct(capsys, "reconcile", *same)
    assert (ran.code, "No difference" in ran.out) == (0, True)
    assert "the same file, byte for byte" in ran.err


def test_a_sum_that_does_not_hold_ends_with_3(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = module._result  # noqa: SLF001 - the fault is planted where the answer is made

    def spoiled(*arguments: Any) -> Reconciliation:
        result = whole(*arguments)
        return replace(result, differences=result.differences[1:])

    monkeypatch.setattr(module, "_result", spoiled)
    ran = run("reconcile", "--json")
    assert (ran.code, ran.out) == (3, "")
    assert "No figure of this run can be used" in ran.err


def test_wrong_input_ends_with_2_and_says_where(run: Any, tmp_path: Path) -> None:
    (tmp_path / "theirs.csv").write_text("booking,arrived_at\nB1,2025-01-03\n", "utf-8")
    ran = run("reconcile", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "theirs.csv:1" in ran.err


def test_the_amounts_are_the_statement_s_where_nothing_is_stated(
    run: Any, books: PlantedBooks, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run("reconcile", "--json").told
    invoice = safeconduct(
        capsys, "invoice", "ours.csv", "--agreement", books.agreement,
        "--absences", "ours-absences.csv", "--period", "2025-01-01..2025-03-31", "--json",
    ).told  # fmt: skip
    assert (told["ours"]["days"], told["ours"]["amount"]) == (invoice["days"], invoice["total"])


def test_the_workbook_holds_summary_differences_and_both_books(
    run: Any, books: PlantedBooks
) -> None:
    run("reconcile", "--xlsx", "all.xlsx")
    book = openpyxl.load_workbook("all.xlsx", read_only=True)
    assert book.sheetnames == ["summary", "differences", "side by side"]
    rows = list(book["differences"].iter_rows(values_only=True))
    assert len(rows) == 1 + len(books.effects)
    side_by_side = list(book["side by side"].iter_rows(values_only=True, min_row=2))
    assert sum(1 for row in side_by_side if row[0]) == len(books.ours)
    # A row of ours alone ends where ours ends.
    assert sum(1 for row in side_by_side if any(row[6:])) == len(books.theirs)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Reconciliation of two books", "Where the money is, by kind", "Signatures")),
        ("es", ("Conciliación de dos libros", "Dónde está el dinero, por clase", "Firmas")),
    ],
)
def test_the_pdf_can_be_read_and_carries_its_figures(
    run: Any, lang: str, words: tuple[str, ...]
) -> None:
    run("reconcile", "--pdf", "all.pdf", "--lang", lang, "--dated", "2025-04-10")
    reader = pypdf.PdfReader("all.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert all(word in text for word in words)
    assert list(reader.attachments) == ["reconciliation.json"]


def answer(kinds: dict[str, str], source: str = "dispute.csv", target: str = "answers.csv") -> None:
    """Answer every line of a dispute file, each kind as given, others by ``accept``."""
    with Path(source).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["answer"] = kinds.get(row["kind"], "accept")
        row["reason"] = "the register of the gate" if row["answer"] == "reject" else ""
    with Path(target).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_accepting_a_whole_dispute_leaves_nothing_and_makes_a_credit_note(
    run: Any, books: PlantedBooks, capsys: pytest.CaptureFixture[str]
) -> None:
    raised = run("dispute", "raise", "--file", "dispute.csv", "--letter", "letter.pdf", "--json")
    assert raised.code == 1
    safeconduct(
        capsys, "invoice", "theirs.csv", "--agreement", books.agreement,
        "--period", "2025-01-01..2025-03-31", "--freeze", "issued.json",
        "--issued-on", "2025-04-10",
    )  # fmt: skip
    answer({})
    before = Path("theirs.csv").read_bytes()
    ran = settled(
        run, "answers.csv", "--corrected-theirs", "new.csv", "--statement", "issued.json",
        "--freeze", "again.json", "--dated", "2025-05-02", "--json",
    )  # fmt: skip
    told = ran.told
    assert (ran.code, told["open"]) == (0, 0)
    assert told["corrected_books"] == {"days": 0, "amount": "0.00", "differences": 0}
    assert {note["kind"] for note in told["notes"]} <= {"credit-note", "debit-note"}
    assert told["notes"]
    assert Path("theirs.csv").read_bytes() == before


def test_rejected_lines_stay_open_and_the_books_say_what_is_left(run: Any) -> None:
    run("dispute", "raise", "--file", "dispute.csv")
    answer({Kind.ARRIVAL.value: "reject", Kind.DUPLICATE.value: ""})
    ran = settled(run, "answers.csv", "--corrected-theirs", "new.csv", "--json")
    assert ran.code == 1
    assert ran.told["open"] == 2
    assert ran.told["after"] == {
        key: ran.told["corrected_books"][key] for key in ("days", "amount")
    }


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "Dispute of days and money"), ("es", "Reclamación de días y dinero")]
)
def test_the_letter_speaks_the_reader_s_language_and_carries_the_file(
    run: Any, lang: str, word: str
) -> None:
    run("dispute", "raise", "--file", "dispute.csv", "--letter", "letter.pdf", "--lang", lang)
    reader = pypdf.PdfReader("letter.pdf")
    assert word in " ".join(page.extract_text() for page in reader.pages)
    assert list(reader.attachments) == ["dispute.csv"]


def test_answers_to_other_books_are_refused(run: Any) -> None:
    run("dispute", "raise", "--file", "dispute.csv")
    answer({})
    Path("theirs.csv").write_text(Path("ours.csv").read_text("utf-8"), "utf-8")
    ran = settled(run, "answers.csv")
    assert ran.code == 2
    assert "answers another dispute" in ran.err


def test_headcounts_are_told_beside_the_differences(run: Any) -> None:
    Path("heads.csv").write_text("place,day,held\nnorth,2025-02-01,500\n", "utf-8")
    told = run("reconcile", "--headcounts", "heads.csv", "--json").told
    found = [(one["book"], one["deviation"]) for one in told["headcounts"]["deviations"]]
    assert found == [("ours", "unannounced"), ("theirs", "unannounced")]


def test_money_of_months_is_told_without_a_booking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = plant(bookings=30, seed=7, tariff=Tariff.BANDED)
    for name, text in planted.files().items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    told = safeconduct(
        capsys, "reconcile", *ARGUMENTS, "--agreement", planted.agreement,
        "--absences", "ours-absences.csv", "--json",
    ).told  # fmt: skip
    money = {one["kind"] for one in told["differences"] if Decimal(one["amount"])}
    assert money == {"band"}
    assert all(one["booking"] is None for one in told["differences"] if one["kind"] == "band")
