"""Whatever a link loses, doubles or reorders: nothing is lost, doubled or reordered in a case."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from safeconduct.exchange import Received
from safeconduct.record import Statement
from tests.exchange.parties import (
    Party,
    acknowledge,
    exchange,
    next_sealed,
    pair,
    receive,
    urgent_sealed,
)

EVENTS = ("order-received", "manifest-sealed", "departed", "complaint-lodged")
SHARED = EVENTS[:3]


class BadLink(RuleBasedStateMachine):
    """Two parties that write, and a link that carries bundles as it pleases."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.folder = tempfile.TemporaryDirectory()
        self.patch.setenv("SAFECONDUCT_STATE", str(Path(self.folder.name) / "state"))
        self.parties = pair(Path(self.folder.name))
        self.carried: list[tuple[int, bytes]] = []
        self.written: list[list[tuple[str, int]]] = [[], []]
        self.delivered: list[list[tuple[str, int]]] = [[], []]

    def sides(self, number: int) -> tuple[Party, Party]:
        return self.parties[number], self.parties[1 - number]

    @rule(
        side=st.integers(0, 1),
        event=st.sampled_from(EVENTS),
        case=st.sampled_from(["case-1", "case-2"]),
        hurry=st.booleans(),
    )
    def write(self, side: int, event: str, case: str, hurry: bool) -> None:
        sender, recipient = self.sides(side)
        number = len(self.written[side])
        statement = Statement(event, case, facts={"number": number}, personal={"person": "P-7"})
        if event in SHARED:
            self.written[side].append((case, number))
        written = sender.write(statement)
        data = urgent_sealed(sender, recipient, written) if hurry else None
        if data is not None:
            self.carried.append((side, data))

    @rule(side=st.integers(0, 1))
    def send(self, side: int) -> None:
        sender, recipient = self.sides(side)
        data = next_sealed(sender, recipient)
        if data is not None:
            self.carried.append((side, data))

    @rule(at=st.integers(0, 50), again=st.booleans(), answered=st.booleans())
    def deliver(self, at: int, again: bool, answered: bool) -> None:
        if not self.carried:
            return
        at %= len(self.carried)
        side, data = self.carried[at] if again else self.carried.pop(at)
        sender, recipient = self.sides(side)
        received = receive(recipient, sender, data)
        self.note(side, received)
        if answered:
            acknowledge(sender, recipient, received)

    @rule(at=st.integers(0, 50))
    def lose(self, at: int) -> None:
        if self.carried:
            self.carried.pop(at % len(self.carried))

    def note(self, side: int, received: Received) -> None:
        for one in received.arrived:
            body = one.claims.get("body")
            if isinstance(body, dict) and isinstance(body.get("number"), int):
                self.delivered[side].append((str(one.claims["case"]), int(str(body["number"]))))

    def teardown(self) -> None:
        try:
            for _ in range(2):  # receipts are entries too
                for side in (0, 1):
                    for received in exchange(*self.sides(side)):
                        assert received.refused is None
                        self.note(side, received)
            for side in (0, 1):
                assert sorted(self.delivered[side]) == sorted(self.written[side])
        finally:
            self.patch.undo()
            self.folder.cleanup()


TestBadLink = BadLink.TestCase
TestBadLink.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
