"""``safeconduct invoice``: the contract of its JSON, its files and its exit codes."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.terminal import Ran, safeconduct

Capsys = pytest.CaptureFixture[str]
IRWIN = ("--agreement", "us-usms-2007-irwin", "--period", "2009-01")
TILBURG = ("--agreement", "be-nl-2009-tilburg", "--period", "2011")

BOOKINGS = """\
booking,place,arrived_at,departed_at,person
b1,irwin,2009-01-03T10:00,2009-01-05T09:00,p1
b2,irwin,2009-01-20,,p2
b3,irwin,2009-01-20,2009-01-10,p3
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the files of an office."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bookings.csv").write_text(BOOKINGS)
    (tmp_path / "places.csv").write_text("from,to,places\n2011-01-01,,650\n")
    (tmp_path / "acts.csv").write_text(
        "act,on,quantity\ntransport,2011-03-03,12\nboat,2011-04-04,1\n"
    )
    figures = "\n".join(f"nl-finance-justice,{year},2" for year in range(2005, 2011))
    (tmp_path / "indices.csv").write_text(f"series,period,value\n{figures}\n")
    return tmp_path


def invoice(capsys: Capsys, *arguments: object) -> Ran:
    return safeconduct(capsys, "invoice", *arguments)


@pytest.mark.usefixtures("folder")
class TestJson:
    """The keys of the command-line contract."""

    def test_every_key_of_the_contract(self, capsys: Capsys) -> None:
        told = invoice(capsys, *TILBURG, "--places", "places.csv", "--json").told
        contract = ["agreement", "period", "currency", "terms_hash", "lines", "days", "total"]
        assert [key for key in contract if key not in told] == []
        line = ["clause", "item", "quantity", "unit", "rate", "amount", "provisional", "grade"]
        assert all(key in one for one in told["lines"] for key in line)

    def test_money_is_text_at_the_currency_s_scale_and_a_rate_as_stated(
        self, capsys: Capsys
    ) -> None:
        told = invoice(capsys, *TILBURG, "--places", "places.csv", "--json").told
        assert told["total"] == "37665012.00"
        assert [(one["rate"], one["amount"]) for one in told["lines"]] == [
            ("30000000.00", "30000000.00"),
            ("212917.00", "7665012.00"),
        ]
        assert [one["quantity"] for one in told["lines"]] == [1, 36]

    def test_quantity_times_rate_times_factor_is_the_amount(self, capsys: Capsys) -> None:
        files = ("--places", "places.csv", "--indices", "indices.csv", "--json")
        told = invoice(capsys, *TILBURG, *files).told
        for one in told["lines"]:
            exact = Fraction(one["quantity"]) * Fraction(one["rate"]) * Fraction(one["factor"])
            assert abs(exact - Fraction(one["amount"])) <= Fraction(1, 200)
            assert one["factor"] == "1.0404"
            assert one["provisional"] is False

    def test_refused_rows_are_listed_with_file_line_and_column(self, capsys: Capsys) -> None:
        ran = invoice(capsys, "bookings.csv", *IRWIN, "--json")
        assert ran.code == 1
        (refused,) = ran.told["refused"]
        assert (refused["file"], refused["line"], refused["column"]) == (
            "bookings.csv",
            4,
            "departed_at",
        )
        assert ran.told["days"] == 14
        assert ran.told["total"] == "630.00"

    def test_without_a_register_days_are_null(self, capsys: Capsys) -> None:
        assert invoice(capsys, *TILBURG, "--json").told["days"] is None

    def test_notes_and_labels_speak_the_language_asked_for(self, capsys: Capsys) -> None:
        told = invoice(capsys, *TILBURG, "--json", "--lang", "es").told
        assert told["lines"][0]["label"] == "Hasta 500 plazas, con independencia del uso"
        assert told["lines"][0]["notes"][0].startswith("Provisional: faltan")


@pytest.mark.usefixtures("folder")
class TestExitCodes:
    """0 nothing found, 1 something needs a person, 2 wrong input."""

    def test_nothing_found(self, capsys: Capsys) -> None:
        files = ("--places", "places.csv", "--indices", "indices.csv")
        assert invoice(capsys, *TILBURG, *files).code == 0

    @pytest.mark.parametrize(
        ("files", "says"),
        [
            (("--indices", "indices.csv"), "No places file was given: blocks-of-50"),
            (("--places", "places.csv"), "is provisional: nl-finance-justice 2005"),
            (
                ("--places", "places.csv", "--indices", "indices.csv", "--acts", "acts.csv"),
                "acts.csv:3:act: The agreement does not price the act “boat”",
            ),
        ],
    )
    def test_something_needs_a_person(
        self, capsys: Capsys, files: tuple[str, ...], says: str
    ) -> None:
        ran = invoice(capsys, *TILBURG, *files)
        assert ran.code == 1
        assert says in ran.err

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("--agreement", "be-nl-2009-tilburg", "--period", "2030"), "No day of 2030-01-01"),
            (("--agreement", "be-nl-2009-tilburg", "--period", "soon"), "“soon” is no period."),
            (("--agreement", "be-nl-2009-tilburg", "--period", "2011-13"), "is no period."),
            (("--agreement", "tilberg", "--period", "2011"), "tilberg"),
            (("--agreement", "coe-ets-112", "--period", "2011"), "states no tariff"),
            ((*TILBURG, "--places", "nowhere.csv"), "nowhere.csv"),
            ((*TILBURG, "--absences", "bookings.csv"), "--absences speaks of bookings"),
            ((*TILBURG, "--lines", "lines.csv"), "--lines speaks of bookings"),
            ((*TILBURG, "--until", "soon"), "--until"),
            ((*TILBURG, "--against", "places.csv"), "This is no frozen statement."),
            ((*TILBURG, "--against", "nowhere.json"), "The file cannot be read"),
            ((*TILBURG, "--pdf", "no/such/folder.pdf"), "The file cannot be written"),
        ],
    )
    def test_wrong_input(self, capsys: Capsys, arguments: tuple[str, ...], says: str) -> None:
        ran = invoice(capsys, *arguments)
        assert ran.code == 2
        assert says in ran.err
        assert ran.out == ""

    def test_overlapping_places_are_wrong_input(self, capsys: Capsys, folder: Path) -> None:
        (folder / "places.csv").write_text("from,to,places\n2011-01-01,,650\n2011-05-01,,600\n")
        ran = invoice(capsys, *TILBURG, "--places", "places.csv")
        assert ran.code == 2
        assert ran.err.startswith("places.csv:3:from: Two rows state places for 2011-05-01")


@pytest.mark.usefixtures("folder")
class TestTable:
    """What a person reads."""

    def test_no_figure_is_ever_cut(self, capsys: Capsys) -> None:
        printed = invoice(capsys, *TILBURG, "--places", "places.csv").out
        assert "30,000,000.00*" in printed
        assert "37,665,012.00" in printed
        assert "…" not in printed

    def test_what_was_assumed_is_said(self, capsys: Capsys) -> None:
        printed = invoice(capsys, "bookings.csv", *IRWIN).out
        assert "Assumed, clause VI(3):" in printed
        assert "Bed-days in the register: 14." in printed

    def test_markup_in_a_file_is_text(self, capsys: Capsys, folder: Path) -> None:
        bookings = BOOKINGS.replace("b3", "[bold]b3[/bold]")
        (folder / "[red]x.csv").write_text(bookings)
        assert "[red]x.csv:4:departed_at" in invoice(capsys, "[red]x.csv", *IRWIN).err


@pytest.mark.usefixtures("folder")
class TestFiles:
    """Evidence, PDF and frozen statements."""

    def test_the_evidence_adds_up_to_the_statement(self, capsys: Capsys) -> None:
        ran = invoice(capsys, "bookings.csv", *IRWIN, "--lines", "lines.csv", "--json")
        with Path("lines.csv").open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        assert [(row["booking"], row["days"], row["amount"]) for row in rows] == [
            ("b1", "2", "90.00"),
            ("b2", "12", "540.00"),
        ]
        assert sum(Decimal(row["amount"]) for row in rows) == Decimal(ran.told["total"])
        assert sum(int(row["days"]) for row in rows) == ran.told["days"]

    def test_the_pdf_names_the_command_that_computes_it_again(self, capsys: Capsys) -> None:
        invoice(capsys, "bookings.csv", *IRWIN, "--pdf", "january.pdf", "--issued-on", "2009-02-03")
        reader = PdfReader(io.BytesIO(Path("january.pdf").read_bytes()))
        text = " ".join(page.extract_text() for page in reader.pages)
        assert (
            "safeconduct invoice --agreement us-usms-2007-irwin --period 2009-01 bookings.csv"
            in text
        )
        assert "3 February 2009" in text

    def test_the_attached_statement_is_the_frozen_one(self, capsys: Capsys) -> None:
        files = ("--pdf", "january.pdf", "--freeze", "january.json", "--issued-on", "2009-02-03")
        invoice(capsys, "bookings.csv", *IRWIN, *files)
        reader = PdfReader(io.BytesIO(Path("january.pdf").read_bytes()))
        assert reader.attachments["statement.json"] == [Path("january.json").read_bytes()]

    def test_a_frozen_statement_is_never_written_over(self, capsys: Capsys) -> None:
        freeze = (*IRWIN, "--freeze", "january.json")
        invoice(capsys, "bookings.csv", *freeze)
        kept = Path("january.json").read_bytes()
        ran = invoice(capsys, "bookings.csv", *freeze)
        assert ran.code == 2
        assert "a frozen statement is never written over" in ran.err
        assert Path("january.json").read_bytes() == kept


@pytest.fixture
def corrected(folder: Path, capsys: Capsys) -> Ran:
    """January frozen, its register corrected by a day, and January again."""
    invoice(capsys, "bookings.csv", *IRWIN, "--freeze", "old.json", "--issued-on", "2009-02-03")
    bookings = folder / "bookings.csv"
    bookings.write_text(BOOKINGS.replace("2009-01-05T09:00", "2009-01-04T09:00"))
    again = ("--against", "old.json", "--freeze", "new.json", "--issued-on", "2009-02-10")
    return invoice(capsys, "bookings.csv", *IRWIN, *again, "--json")


class TestCorrection:
    """A statement whose records changed later."""

    def test_a_credit_note_cites_both_versions(self, corrected: Ran) -> None:
        assert corrected.code == 1
        correction = corrected.told["correction"]
        (note,) = correction["notes"]
        assert note["kind"] == "credit-note"
        assert note["total"] == "45.00"
        assert note["corrects"] == correction["against"]
        before, after = Decimal(correction["frozen_total"]), Decimal(correction["total"])
        assert before - Decimal(note["total"]) == after

    @pytest.mark.usefixtures("corrected")
    def test_the_ledger_charges_nothing_twice(self, capsys: Capsys, folder: Path) -> None:
        (folder / "paid.csv").write_text(
            "on,kind,amount,reference\n2009-02-20,payment,585.00,p-1\n"
        )
        ran = safeconduct(
            capsys,
            *("ledger", "paid.csv", "--agreement", "us-usms-2007-irwin", "--json"),
            *("--statement", "old.json", "--statement", "new.json"),
        )
        assert ran.code == 0
        assert ran.told["balances"] == {
            "charged": "585.00",
            "due": "0.00",
            "disputed": "0.00",
            "paid": "585.00",
            "ahead": "0.00",
            "granted": "0.00",
        }

    @pytest.mark.usefixtures("corrected")
    def test_the_ledger_as_it_stood_on_a_day(self, capsys: Capsys) -> None:
        ran = safeconduct(
            capsys,
            *("ledger", "--agreement", "us-usms-2007-irwin", "--as-of", "2009-02-09", "--json"),
            *("--statement", "old.json", "--statement", "new.json"),
        )
        assert ran.told["balances"]["due"] == "630.00"

    @pytest.mark.usefixtures("corrected")
    def test_a_ledger_is_of_one_agreement(self, capsys: Capsys) -> None:
        ran = safeconduct(
            capsys, "ledger", "--agreement", "be-nl-2009-tilburg", "--statement", "old.json"
        )
        assert ran.code == 2
        assert "old.json: The frozen statement is of agreement us-usms-2007-irwin" in ran.err
