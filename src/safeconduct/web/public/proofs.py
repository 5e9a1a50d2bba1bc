"""Checking an evidence pack that somebody brings, without an account."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from safeconduct.basics import Message, WrongInput
from safeconduct.record import CheckedPack, Refused, check_pack, read_pack
from safeconduct.record.notes import read_policy
from safeconduct.record.packs.files import POLICY

LARGEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of checking a pack: the pack, or why it does not hold."""

    pack: CheckedPack | None
    why: tuple[Message, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The page on which a pack is checked; nothing of it is kept."""
    if request.method != "POST":
        return render(request, "web/public/verify.html")
    verified = _checked(request.FILES.get("pack"))
    status = 200 if verified.pack is not None else 422
    return render(request, "web/public/verify.html", {"verified": verified}, status=status)


def _checked(given: UploadedFile[Any] | None) -> Verified:
    if given is None:
        return Verified(None, (Message.of("web.verify-no-file"),))
    if given.size is None or given.size > LARGEST:
        return Verified(None, (Message.of("web.verify-too-large", largest=LARGEST // 1024**2),))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.zip"
        path.write_bytes(given.read())
        try:
            files = read_pack(path)
            if POLICY not in files:
                return Verified(None, (Message.of("web.verify-no-policy"),))
            return Verified(check_pack(files, read_policy(files[POLICY])))
        except Refused as refused:
            return Verified(None, (refused.message,))
        except WrongInput as wrong:
            return Verified(None, tuple(finding.message for finding in wrong.findings))
