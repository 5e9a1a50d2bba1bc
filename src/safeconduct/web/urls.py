"""The addresses of the pages."""

from __future__ import annotations

from django.urls import include, path

from safeconduct.web.acts import doing
from safeconduct.web.agreements import views as agreements
from safeconduct.web.board import clearance_paper
from safeconduct.web.board import views as board
from safeconduct.web.custody import views as custody
from safeconduct.web.entries import views as entries
from safeconduct.web.files import views as files
from safeconduct.web.handover import paper, receipt
from safeconduct.web.handover import views as handover
from safeconduct.web.money import statement_paper
from safeconduct.web.money import views as money
from safeconduct.web.neighbours import taking
from safeconduct.web.neighbours import views as neighbours
from safeconduct.web.oversight import inspecting
from safeconduct.web.oversight import views as oversight
from safeconduct.web.persons import views as persons
from safeconduct.web.public import proofs
from safeconduct.web.public import views as public
from safeconduct.web.screening import views as screening

app_name = "web"

MANIFEST = [
    path("", board.board, name="board"),
    path("people/<path:person>/findings", board.findings, name="findings"),
    path("people/<path:person>/clearance.pdf", clearance_paper.clearance, name="clearance_pdf"),
    path("handover", handover.handover, name="handover"),
    path("handover.pdf", receipt.receipt, name="receipt_pdf"),
    path("escort", handover.escort, name="escort"),
    path("paper.pdf", paper.manifest, name="manifest_pdf"),
    path("screening", screening.screening, name="screening"),
]

AGREEMENT = [
    path("", agreements.agreement, name="agreement"),
    path("terms", agreements.terms, name="terms"),
    path("do", doing.acts, name="acts"),
    path("do/<slug:name>", doing.do, name="do"),
    path("do/<slug:name>/file", files.upload, name="upload"),
    path("entries/<int:index>", entries.entry, name="entry"),
    path("people", persons.persons, name="persons"),
    path("people/<path:key>", persons.person, name="person"),
    path("places/<path:key>", custody.place, name="place"),
    path("statements/<path:key>/paper.pdf", statement_paper.statement, name="statement_pdf"),
    path("statements/<path:key>", money.statement, name="statement"),
    path("inspections/<path:key>", oversight.inspection, name="inspection"),
    path("inspect", inspecting.inspect, name="inspect"),
    path("inspect/snapshot.zip", inspecting.snapshot, name="snapshot"),
    path("deadlines", oversight.due, name="deadlines"),
    path("deadlines.ics", oversight.calendar, name="calendar"),
    path("figures", public.figures, name="figures"),
    path("other-party", neighbours.other_party, name="other_party"),
]

urlpatterns = [
    path("", agreements.front, name="front"),
    path("home", agreements.home, name="home"),
    path("verify", proofs.verify, name="verify"),
    path("exchange", taking.take, name="exchange"),
    path("a/<str:agreement>/manifests/<str:transfer>/", include(MANIFEST)),
    path("a/<str:agreement>/", include(AGREEMENT)),
]
