"""``safeconduct ledger``: what was charged, paid, paid ahead, granted and disputed?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from safeconduct.agreement import Agreement, load
from safeconduct.basics import (
    Currency,
    Finding,
    Location,
    Message,
    Severity,
    WrongInput,
    shown_money,
)
from safeconduct.basics.digest import Plain
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, numbered, tell
from safeconduct.cli.invoice.writing import read_bytes
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import (
    JsonOption,
    console,
    leave,
    print_findings,
    sentence_of,
    table,
)
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.small_tables import POSTINGS, rows_of
from safeconduct.compensation import (
    Account,
    FrozenStatement,
    Ledger,
    Posting,
    account_label,
    ledger_findings,
    posted_by_both,
    posting_label,
    postings_of,
    read_frozen,
    read_postings,
    tariff_of,
)
from safeconduct.engine import session

PostingsArgument = Annotated[
    str | None, typer.Argument(metavar="POSTINGS", help="cli.ledger-postings")
]
AgreementOption = Annotated[
    str, typer.Option("--agreement", metavar="ID|FILE", help="cli.invoice-agreement")
]
StatementOption = Annotated[
    list[str] | None, typer.Option("--statement", metavar="FILE", help="cli.ledger-statement")
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="cli.ledger-as-of")]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct ledger``."""
    app.command("ledger", help="cli.ledger-help")(ledger)


def ledger(
    agreement: AgreementOption,
    postings: PostingsArgument = None,
    statement: StatementOption = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print the postings and what stands on each account."""
    del lang
    terms = load(agreement)
    currency = tariff_of(terms).currency
    issued = [_frozen(file, terms) for file in statement or ()]
    of_statements = postings_of(issued)
    of_file, refused = _from_file(postings, currency)
    made = sorted((*of_statements.made, *of_file), key=lambda posting: posting.on)
    book = Ledger(currency).post(*made)
    day = read_day("--as-of", as_of)
    book = book if day is None else book.until(day)
    both = posted_by_both(of_statements.made, of_file)
    of_postings = (*of_statements.refused, *refused, *of_statements.findings, *both)
    findings = (*of_postings, *ledger_findings(book))
    decided = Decided(
        "ledger",
        lambda: _as_json(terms, book, findings),
        lambda: _print(book),
        {"postings": postings, **numbered("statement", statement or ())},
        terms,
    )
    found = (*findings, *tell(decided, as_json=as_json, record=record))
    print_findings(found)
    leave(found)


def _frozen(file: str, terms: Agreement) -> FrozenStatement:
    frozen = read_frozen(read_bytes(Path(file)), file)
    if frozen.agreement != terms.id:
        message = Message.of(
            "cli.ledger-of-another-agreement", stated=frozen.agreement, agreement=terms.id
        )
        raise WrongInput(Finding(message, Severity.ERROR, Location(file)))
    return frozen


def _from_file(
    file: str | None, currency: Currency
) -> tuple[Sequence[Posting], tuple[Finding, ...]]:
    if file is None:
        return (), ()
    with session() as connection:
        rows, unreadable = rows_of(connection, file, POSTINGS)
    found = read_postings(rows, currency)
    return found.made, (*unreadable, *found.refused)


def _as_json(terms: Agreement, book: Ledger, findings: Sequence[Finding]) -> Plain:
    return {
        "agreement": str(terms.id),
        "currency": book.currency.code,
        "postings": [
            {
                "on": one.on.isoformat(),
                "kind": one.kind.value,
                "amount": str(one.amount),
                "reference": one.reference,
            }
            for one in book.postings
        ],
        "balances": {account.value: str(book.balance(account)) for account in Account},
        "findings": [{"code": one.code, "message": sentence_of(one)} for one in findings],
    }


def _print(book: Ledger) -> None:
    lang = current()
    rows = [
        [
            one.on.isoformat(),
            posting_label(one.kind, lang),
            escape(one.reference),
            shown_money(one.amount, lang),
        ]
        for one in book.postings
    ]
    headings = [f"cli.heading-{name}" for name in ("day", "posting", "reference", "amount")]
    console().print(table(headings, rows, numeric=(3,)))
    balances = [
        [account_label(account, lang), shown_money(book.balance(account), lang)]
        for account in Account
    ]
    console().print(table(["cli.heading-account", "cli.heading-balance"], balances, numeric=(1,)))
