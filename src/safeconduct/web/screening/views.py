"""The page on which a manifest is screened against a register, and each search is recorded."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.casework import ACTS, Refused, perform
from safeconduct.casework.columns import table_of
from safeconduct.facts.describe import code_label
from safeconduct.policy import Right
from safeconduct.screening import Screening
from safeconduct.store.node import ports
from safeconduct.web.acts.receipts import keep_receipt
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.screening.answers import decided, search_of
from safeconduct.web.screening.keeping import LARGEST, Register, keep, kept, remove_old
from safeconduct.web.screening.persons import persons_on
from safeconduct.web.screening.review import (
    Review,
    end_review,
    note_recorded,
    open_review,
    review_of,
)
from safeconduct.web.screening.told import Recorded, Sent, TellsOfPerson, tells

LONGEST_KEEPER = 200
MOST_ROWS_TOLD = 200
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def screening(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """The page of a manifest's screening."""
    reading = reader(request, agreement)
    needs(reading.view.as_of is None and reading.view.row("manifests", transfer) is not None)
    needs(reading.may(Right.READ_MANIFEST, transfer=transfer))
    needs(reading.may(Right.RECORD_SEARCH, transfer=transfer))
    remove_old()
    if request.method != "POST":
        return _page(request, reading, transfer)
    match request.POST.get("step"):
        case "upload":
            return _upload(request, reading, transfer)
        case "record":
            return _record(request, reading, transfer)
        case _:
            end_review(request)
            return redirect(request.path)


def _upload(request: HttpRequest, reading: Reader, transfer: str) -> HttpResponse:
    register = request.POST.get("register", "")
    keeper = " ".join(request.POST.get("keeper", "").split())
    faults = _faults(register, keeper)
    if not faults:
        try:
            name = keep(request.FILES.get("file"))
        except WrongInput as wrong:
            faults = wrong.findings
        else:
            at = ports().clock.now().isoformat()
            manifest = _manifest(reading, transfer)
            open_review(request, Review(name, manifest, register, keeper, at))
            return redirect(request.path)
    return _page(request, reading, transfer, faults=faults)


def _faults(register: str, keeper: str) -> tuple[Finding, ...]:
    found = []
    if register not in _registers():
        found.append(_fault(Message.of("web.screening-register-none"), "register"))
    if not 0 < len(keeper) <= LONGEST_KEEPER:
        message = Message.of("web.screening-keeper-none", most=LONGEST_KEEPER)
        found.append(_fault(message, "keeper"))
    return tuple(found)


def _record(request: HttpRequest, reading: Reader, transfer: str) -> HttpResponse:
    review = review_of(request, _manifest(reading, transfer))
    register = kept(review.name) if review else None
    if review is None or register is None or request.POST.get("review") != review.name:
        gone = _fault(Message.of("web.screening-gone"), "file")
        return _page(request, reading, transfer, faults=(gone,))
    wanted = request.POST.get("person", "")
    person = next((one for one in persons_on(reading, transfer) if one.ref == wanted), None)
    if person is None:
        needs(allowed=False)
        raise AssertionError
    now = ports().clock.now()
    posted = request.POST.dict()
    screened = decided(Screening(register.index).screen(person), posted, reading.actor.name, now)
    asked = screened if isinstance(screened, tuple) else search_of(screened, review.searched)
    if isinstance(asked, tuple):
        return _page(request, reading, transfer, sent=Sent(wanted, posted, asked))
    outcome = perform(
        ACTS["record-search"], asked, reading.actor, reading.agreement, ports(),
        request_key=request.POST.get("request_key", "")[:80],
    )  # fmt: skip
    if isinstance(outcome, Refused):
        return _page(request, reading, transfer, sent=Sent(wanted, posted, outcome.findings))
    keep_receipt(request, outcome)
    note_recorded(request, review, wanted, outcome.entry)
    return redirect(f"{request.path}#{wanted}")


def _page(
    request: HttpRequest, reading: Reader, transfer: str, *,
    faults: Sequence[Finding] = (), sent: Sent | None = None,
) -> HttpResponse:  # fmt: skip
    review = review_of(request, _manifest(reading, transfer))
    register = kept(review.name) if review else None
    people = _people(reading, transfer, review, register, sent) if review and register else ()
    findings = register.findings if register else ()
    lang = current()
    context = {
        "agreement": reading.agreement, "transfer": transfer,
        "registers": [(code, code_label(code, lang)) for code in _registers()],
        "largest": LARGEST // 1024**2, "faults": faults,
        "chosen": request.POST.get("register", ""), "keeper": request.POST.get("keeper", ""),
        "review": review if register else None, "is_gone": review is not None and not register,
        "register": register, "called": review and code_label(review.register, lang),
        "told": findings[:MOST_ROWS_TOLD], "untold": len(findings[MOST_ROWS_TOLD:]),
        "people": people, "key": secrets.token_urlsafe(18), "sent": sent,
    }  # fmt: skip
    status = UNPROCESSABLE if faults or sent else 200
    return render(request, "web/screening/screening.html", context, status=status)


def _people(
    reading: Reader, transfer: str, review: Review, register: Register, sent: Sent | None
) -> tuple[TellsOfPerson, ...]:
    persons = tuple(persons_on(reading, transfer))
    reading.note("screening", (one.ref for one in persons), ["identities", "persons"])
    searching = Screening(register.index)
    return tuple(
        tells(
            searching.screen(person),
            reading.names.of("persons", person.ref),
            _recorded(reading, person.ref, review.recorded.get(person.ref)),
            sent if sent and sent.person == person.ref else None,
        )
        for person in persons
    )


def _recorded(reading: Reader, person: str, entry: int | None) -> Recorded | None:
    rows = reading.view.rows("searches", person=person) if entry is not None else ()
    row = next((one for one in rows if one.entry == entry), None)
    if row is None:
        return None
    return Recorded(row.entry, row.values.get("complete") is True, row.text("source"))


def _manifest(reading: Reader, transfer: str) -> str:
    return f"{reading.agreement}/{transfer}"


def _registers() -> tuple[str, ...]:
    column = table_of("searches").column("register")
    return column.codes if column else ()


def _fault(message: Message, column: str) -> Finding:
    return Finding(message, Severity.ERROR, Location(column=column))
