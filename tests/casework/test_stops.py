"""Protection binds at once; ending it takes two."""

from __future__ import annotations

from safeconduct.casework.clearing import gate
from safeconduct.casework.terms import terms_in_force
from safeconduct.clearance import Outcome
from tests.casework.world import T, World


def test_stop_everything_takes_effect_at_once_and_waits_for_every_office_under_way(
    world: World,
) -> None:
    world.sealed(1)
    world.do("stop-everything", "governor", reason="danger")
    due = world.view.rows("acknowledgements", open_only=True)
    assert [row.text("office") for row in due] == ["escort-unit", "carrier", "transfer-unit"]
    assert world.why_not("dispatch", "prisons", transfer=T) == ["casework.stop-stands"]


def test_an_acknowledgement_that_comes_late_is_taken_and_says_so(world: World) -> None:
    world.sealed(1)
    world.do("stop-everything", "governor", reason="danger")
    due = world.view.rows("acknowledgements", open_only=True)[0]
    world.later(minutes=30)
    done = world.do("acknowledge-stop", "escort", acknowledgement=due.key, doing="stopping")
    assert [f.code for f in done.findings] == ["casework.acknowledged-late"]
    again = world.why_not("acknowledge-stop", "escort", acknowledgement=due.key, doing="stopping")
    assert again == ["casework.acknowledged-already"]


def test_only_the_office_that_is_asked_can_acknowledge(world: World) -> None:
    world.sealed(1)
    world.do("stop-everything", "governor", reason="danger")
    due = next(
        row for row in world.view.rows("acknowledgements") if row.text("office") == "carrier"
    )
    told = {"acknowledgement": due.key, "doing": "stopping"}
    assert world.why_not("acknowledge-stop", "proposer", **told) == ["policy.out-of-reach"]


def test_a_stop_is_lifted_by_somebody_else(world: World) -> None:
    world.do("stop-everything", "prisons", reason="danger")
    (stop,) = world.view.rows("stops", open_only=True)
    assert world.why_not("lift-stop", "prisons", stop=stop.key) == ["casework.second-person"]
    world.do("lift-stop", "directorate", stop=stop.key)
    assert world.view.rows("stops", open_only=True) == ()


def _outcome(world: World, person: str) -> Outcome:
    terms = terms_in_force(world.view)
    assert terms is not None
    return gate(world.view, terms, [person], world.clock.now()).persons[0].outcome


def test_a_lift_ends_an_order_only_when_two_persons_of_two_offices_called_back(
    world: World,
) -> None:
    (who,) = world.prepared(1)
    world.do(
        "report-order", "registrar", kind="stay", scope="person", person=who.key, order="C-1",
        issued_by="court-of-appeal", issued_at=world.clock.now(),
    )  # fmt: skip
    assert _outcome(world, who.key) is Outcome.BARRED
    world.do(
        "lift-order", "registrar", order="C-1", issued_by="court-of-appeal", lift="C-2",
        issued_at=world.clock.now(),
    )  # fmt: skip
    assert world.why_not("confirm-lift", "registrar", order="C-2") == ["casework.second-person"]
    world.do("confirm-lift", "signer", order="C-2")
    assert _outcome(world, who.key) is Outcome.BARRED
    assert world.why_not("confirm-lift", "signer", order="C-2") == ["casework.second-person"]
    assert world.why_not("confirm-lift", "proposer", order="C-2") == ["casework.second-office"]
    world.do("confirm-lift", "directorate", order="C-2")
    assert _outcome(world, who.key) is Outcome.NO_BAR_FOUND


def test_nobody_refutes_a_report_that_they_made(world: World) -> None:
    (who,) = world.prepared(1)
    world.do("report-order", "registry", kind="stay", scope="person", person=who.key, order="C-1")
    told = {"order": "C-1", "source": "register"}
    assert world.why_not("refute-order", "registry", **told) == ["casework.second-person"]
    world.do("refute-order", "registrar", **told)
    assert _outcome(world, who.key) is Outcome.NO_BAR_FOUND


def test_a_verified_order_ends_by_a_lift_alone(world: World) -> None:
    world.do(
        "report-order", "registrar", kind="stay", scope="all", issued_by="court-of-appeal",
        order="C-1",
    )  # fmt: skip
    refused = world.why_not("refute-order", "registry", order="C-1", source="register")
    assert refused == ["casework.verified-already"]


def test_an_undertaking_binds_whoever_gave_it(world: World) -> None:
    (who,) = world.prepared(1)
    world.do("give-undertaking", "prisons", person=who.key)
    assert _outcome(world, who.key) is Outcome.BARRED


def test_an_ended_agreement_sends_nobody_and_its_stop_is_not_lifted(world: World) -> None:
    world.sealed(1)
    world.do("terminate-agreement", "prisons", ends_on=world.clock.now().date())
    assert world.why_not("dispatch", "prisons", transfer=T) == ["casework.stop-stands"]
    (stop,) = world.view.rows("stops", open_only=True)
    assert world.why_not("lift-stop", "directorate", stop=stop.key) == ["casework.agreement-ended"]


def test_a_report_is_taken_in_whatever_its_clock_and_its_key(world: World) -> None:
    told = {"kind": "stay", "scope": "all", "order": "C-1"}
    world.do("report-order", "counsel", **told)
    done = world.do(
        "report-order", "registry", **told, known_at=world.clock.now().replace(year=2027)
    )
    assert [f.code for f in done.findings] == [
        "casework.kept-under-another-key", "casework.taken-as-now",
    ]  # fmt: skip
    first, second = world.view.rows("orders")
    assert first.key != second.key
    assert second.instant("known_at") == second.recorded_at
