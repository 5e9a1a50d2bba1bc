"""Doing acts: what may be done, and doing it once however often it is sent."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Body, Header, Router

from safeconduct.api.answers import (
    PROBLEMS,
    ActOut,
    DoneOut,
    FieldOut,
    ProblemOut,
    RefusedOut,
    StatedOut,
    asked_language,
    finding_out,
)
from safeconduct.api.asking import bearer, reader
from safeconduct.basics import Lang
from safeconduct.casework import ACTS, Act, Done, Refused, fields_of, perform, read_asked
from safeconduct.store.node import ports

router = Router(tags=["acts"])

RequestKey = Annotated[
    str, Header(alias="Idempotency-Key", min_length=1, max_length=80, pattern=r"^[!-~]+$")
]


@router.get(
    "/agreements/{agreement}/acts",
    response={200: list[ActOut], **PROBLEMS},
    summary="Acts you may do",
)
def acts(request: HttpRequest, agreement: str) -> list[ActOut]:
    """The acts that the bearer may do under an agreement, with the fields that each asks."""
    who, reading = bearer(request), reader(request, agreement)
    return [
        _act_out(act) for act in ACTS.values() if who.lends(act.right) and reading.holds(act.right)
    ]


@router.post(
    "/agreements/{agreement}/acts/{act}",
    response={
        **PROBLEMS,
        201: DoneOut,
        200: DoneOut,
        403: RefusedOut,
        422: RefusedOut | ProblemOut,
    },
    summary="Do an act",
)
def do(
    request: HttpRequest,
    agreement: str,
    act: str,
    asked: Body[dict[str, Any]],
    idempotency_key: RequestKey,
    expected_version: int | None = None,
) -> tuple[int, DoneOut | RefusedOut]:
    """Do an act. The same ``Idempotency-Key`` with the same body gives the same receipt again."""
    who, reading = bearer(request), reader(request, agreement)
    known = ACTS.get(act)
    if known is None or not who.lends(known.right):
        raise Http404
    lang = asked_language(request.headers.get("Accept-Language", ""))
    read = read_asked(known.asked, asked)
    if isinstance(read, tuple):
        return 422, RefusedOut(findings=[finding_out(finding, lang) for finding in read])
    outcome = perform(
        known, read, reading.actor, agreement, ports(),
        request_key=idempotency_key, expected_version=expected_version,
    )  # fmt: skip
    if isinstance(outcome, Refused):
        status = 403 if outcome.denied else 422
        return status, RefusedOut(findings=[finding_out(f, lang) for f in outcome.findings])
    return (200 if outcome.again else 201), _done_out(outcome, lang)


def _done_out(done: Done, lang: Lang) -> DoneOut:
    return DoneOut(
        act=done.act,
        agreement=done.agreement,
        entry=done.entry,
        leaf=done.leaf,
        rows=[StatedOut(table=row.table, key=row.key, version=row.version) for row in done.rows],
        findings=[finding_out(finding, lang) for finding in done.findings],
        again=done.again,
    )


def _act_out(act: Act[Any]) -> ActOut:
    fields = [
        FieldOut(
            name=one.name,
            fact=one.fact,
            type=one.column.type.value,
            required=one.required,
            codes=list(one.column.codes),
        )
        for one in fields_of(act.asked)
    ]
    return ActOut(name=act.name, room=act.room, right=act.right.value, fields=fields)
