"""The receipt of an entry, for whoever made it and for those who may read the ledger."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.policy import Right
from safeconduct.store.view import rows_of_entry
from safeconduct.web.acts.receipts import receipt_of
from safeconduct.web.language import current
from safeconduct.web.reading import needs, public_reader
from safeconduct.web.sections import section_of


@require_safe
def entry(request: HttpRequest, agreement: str, index: int) -> HttpResponse:
    """What the entry stated, as far as it is open to whoever asks."""
    reading = public_reader(request, agreement)
    receipt = receipt_of(request, agreement, index)
    needs(receipt is not None or reading.holds(Right.READ_LEDGER))
    is_known = bool(reading.actor.relations_in(agreement))
    stated = [open_row for row in rows_of_entry(index) if row.agreement == agreement
              and (open_row := reading.view.open_part(row)) is not None]  # fmt: skip
    tables = dict.fromkeys(row.table for row in stated)
    found = [(table, [row for row in stated if row.table == table]) for table in tables]
    needs(bool(found) or receipt is not None)
    first = found[0][1][0] if found else None
    home = reverse("web:agreement" if is_known else "web:figures", args=[agreement])
    then = request.GET.get("then", "")
    title = text(f"web.act-{receipt.act}", current()) if receipt else text("web.entry", current())
    context = {
        "agreement": agreement, "entry": index, "title": title,
        "leaf": receipt.leaf if receipt else "",
        "recorded_at": first.recorded_at if first else receipt and receipt.moment,
        "recorded_by": first.actor_name if first else "",
        "notes": receipt.notes if receipt and is_known else (),
        "sections": [section_of(t, r, reading.names, download=False) for t, r in found],
        "next": then if then.startswith("/a/") else home,
    }  # fmt: skip
    return render(request, "web/acts/receipt.html", context)
